// The choice of scheme: as the system has it, light or dark. It is kept in the
// browser and goes nowhere.

const kept = "entente:theme";
const schemes = ["", "light", "dark"] as const;
const named = { "": "As the system", light: "Light", dark: "Dark" };

function apply(scheme: string): void {
  if (scheme) document.documentElement.dataset["theme"] = scheme;
  else delete document.documentElement.dataset["theme"];
}

function read(): string {
  try {
    return localStorage.getItem(kept) ?? "";
  } catch {
    return ""; // a browser may forbid it
  }
}

/** Applies what was chosen, and serves the page's elements for choosing. */
export function theme(): void {
  apply(read());
  for (const place of document.querySelectorAll<HTMLElement>("[data-theme-choice]")) {
    const button = place instanceof HTMLButtonElement ? place : place.appendChild(document.createElement("button"));
    button.type = "button";
    button.classList.add("c-button");
    button.hidden = false;
    const show = () => {
      const now = read() as (typeof schemes)[number];
      button.textContent = `Colours: ${(named[now] ?? named[""]).toLowerCase()}`;
    };
    button.addEventListener("click", () => {
      const next = schemes[(schemes.indexOf(read() as "") + 1) % schemes.length] ?? "";
      try {
        if (next) localStorage.setItem(kept, next);
        else localStorage.removeItem(kept);
      } catch {
        // it then holds for this page only
      }
      apply(next);
      show();
    });
    show();
  }
}
