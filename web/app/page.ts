// Small services to pages: a link to copy, a file to drop, a matrix to sort.

import { el } from "./dom";

/** A button that copies the address of the view as it is, beside the view's data. */
export function copyLink(): void {
  const place = document.querySelector("[data-copy-link]") ?? document.querySelector(".data-links ul");
  if (!place || !navigator.clipboard) return;
  const button = el("button", { type: "button", class: "c-button" }, "Copy link");
  const said = el("span", { class: "c-said", role: "status" });
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      said.textContent = "Copied.";
    } catch {
      said.textContent = "The browser does not allow it; the address of this page is the link.";
    }
  });
  place.append(el(place instanceof HTMLUListElement ? "li" : "span", {}, button, said));
}

const largest = 10 << 20; // what the server takes

/** Lets a file be dropped on, or pasted from, a field for text. */
export function fileDrop(): void {
  for (const field of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-drop], form[action^="/read"] textarea')) {
    const said = el("p", { class: "c-hint", role: "status" });
    field.after(said);
    const take = async (file: File | undefined) => {
      if (!file) return;
      if (file.size > largest) {
        said.textContent = `${file.name} is larger than 10 MiB.`;
        return;
      }
      field.value = await file.text();
      field.dispatchEvent(new Event("input", { bubbles: true }));
      said.textContent = `${file.name} is in the field; nothing has been sent.`;
      field.focus();
    };
    field.addEventListener("dragover", (e) => {
      if (!e.dataTransfer?.types.includes("Files")) return;
      e.preventDefault();
      field.classList.add("c-over-drop");
    });
    field.addEventListener("dragleave", () => field.classList.remove("c-over-drop"));
    field.addEventListener("drop", (e) => {
      field.classList.remove("c-over-drop");
      if (!e.dataTransfer?.files.length) return;
      e.preventDefault();
      void take(e.dataTransfer.files[0]);
    });
  }
}

/**
 * Makes a matrix sortable: the button in a head sorts rows and columns alike by
 * the cells of that row, so that the diagonal stays.
 */
export function matrix(figure: HTMLElement): void {
  const table = figure.querySelector("table");
  const heads = [...(table?.tHead?.rows[0]?.cells ?? [])];
  const body = table?.tBodies[0];
  if (!table || !body || heads.length < 3) return;
  const labels = heads.slice(1).map((h) => h.textContent?.trim() ?? "");
  const said = el("p", { class: "c-hint", role: "status" });
  figure.prepend(said);
  const start = [...body.rows];
  [...body.rows].forEach((row, i) => {
    const head = row.cells[0];
    if (!head) return;
    const button = el("button", { type: "button", class: "c-sort", "aria-label": `Sort by the ties of ${head.textContent?.trim() ?? labels[i]}`, "aria-pressed": "false" }, "⇅");
    head.append(" ", button);
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") === "true";
      for (const b of body.querySelectorAll(".c-sort")) b.setAttribute("aria-pressed", "false");
      button.setAttribute("aria-pressed", String(!on));
      arrange(table, on ? start.map((_, k) => k) : order(row, i, start), start);
      said.textContent = on ? "In the order of the page." : `By tone with ${head.firstChild?.textContent?.trim() ?? ""}, the best first.`;
    });
  });
}

const shown = new WeakMap<HTMLTableElement, number[]>();

/** The order of countries by the values in one row; the row's own country first. */
function order(row: HTMLTableRowElement, own: number, start: HTMLTableRowElement[]): number[] {
  const table = row.closest("table")!;
  const now = shown.get(table) ?? start.map((_, k) => k);
  const value = (k: number) => {
    if (k === own) return Infinity;
    const cell = row.cells[1 + now.indexOf(k)];
    const v = Number(cell?.dataset["value"] ?? (cell?.textContent ?? "").replace("−", "-").replace(/[^\d.+-]/g, "") ?? NaN);
    return cell?.textContent?.trim() && !Number.isNaN(v) ? v : -Infinity;
  };
  return start.map((_, k) => k).sort((a, b) => value(b) - value(a) || a - b);
}

/** Puts rows and columns into an order of countries. */
function arrange(table: HTMLTableElement, wanted: number[], start: HTMLTableRowElement[]): void {
  const now = shown.get(table) ?? start.map((_, k) => k);
  for (const row of [...(table.tHead?.rows ?? []), ...start]) {
    const cells = [...row.cells].slice(1);
    if (cells.length !== now.length) continue;
    row.append(...wanted.map((k) => cells[now.indexOf(k)]!));
  }
  table.tBodies[0]!.append(...wanted.map((k) => start[k]!));
  shown.set(table, wanted);
}
