// The choice of scheme: as the system has it, light or dark. It is kept in the
// browser and goes nowhere.

import { el } from "./dom";

const kept = "entente:theme";
const schemes = ["", "light", "dark"] as const;
const named = { "": "As the system", light: "Light", dark: "Dark" };

export function applyScheme(scheme: string): void {
  if (scheme) document.documentElement.dataset["theme"] = scheme;
  else delete document.documentElement.dataset["theme"];
}

export function read(): string {
  try {
    return localStorage.getItem(kept) ?? "";
  } catch {
    return ""; // a browser may forbid it
  }
}

/** Adds a button to choose with. The choice that was made before is applied by early.ts. */
export function theme(): void {
  const place = document.querySelector("[data-theme-choice]") ?? document.querySelector("footer > :last-child") ?? document.querySelector("footer");
  if (!place) return;
  const button = el("button", { type: "button", class: "c-button" });
  const show = () => {
    const now = read() as (typeof schemes)[number];
    button.textContent = `Colours: ${(named[now] ?? named[""]).toLowerCase()}`;
  };
  button.addEventListener("click", () => {
    const next = schemes[(schemes.indexOf(read() as "") + 1) % schemes.length] ?? "";
    keep(next);
    applyScheme(next);
    show();
  });
  show();
  place.append(el("p", { class: "c-theme" }, button));
}

function keep(scheme: string): void {
  try {
    if (scheme) localStorage.setItem(kept, scheme);
    else localStorage.removeItem(kept);
  } catch {
    // a browser may forbid it; the choice then holds for this page only
  }
}
