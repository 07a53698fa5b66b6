// Elements are made here and nowhere else: all text goes in as text.

type Child = Node | string | null;
type Attributes = Record<string, string | number | boolean | null>;

function dress<E extends Element>(e: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) e.setAttribute(name, value === true ? "" : String(value));
  }
  e.append(...children.filter((c) => c !== null));
  return e;
}

export function el<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  return dress(document.createElement(tag), attributes, children);
}

export function svg<K extends keyof SVGElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): SVGElementTagNameMap[K] {
  return dress(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

/**
 * Puts a live chart where the static one stands, which is kept for print and
 * for the case that something goes wrong.
 */
export function replaceStatic(figure: HTMLElement, live: HTMLElement): void {
  figure.querySelector(":scope > .c-live")?.remove();
  live.classList.add("c-live");
  const still = [...figure.children].filter((e) => e !== live && !e.matches("details, figcaption") && (e.matches("svg") || e.querySelector("svg")));
  for (const e of still) e.classList.add("c-static");
  if (still[0]) still[0].before(live);
  else figure.prepend(live);
}

/** Takes a live chart away, and shows the static one again. */
export function restoreStatic(figure: HTMLElement): void {
  figure.querySelector(":scope > .c-live")?.remove();
  for (const e of figure.querySelectorAll(":scope > .c-static")) e.classList.remove("c-static");
}

let numbered = 0;

/** An id that no other element has. */
export function freshID(): string {
  return `c-${++numbered}`;
}
