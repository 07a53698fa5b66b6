// The marks of change points above a panel: buttons that never overlap, each
// joined with its day by a line.

import { el, svg } from "./dom";

export interface Mark {
  index: number; // of the day
  sign: string; // the number or letter that lists use for it
  rise: boolean;
  weight: number; // of marks for which there is no room the lightest are left out
  label: string;
  onShow: () => void;
}

/** The least size of what a finger must hit, WCAG 2.2. */
const size = 26;

export class Marks {
  readonly node = el("div", { class: "c-marks" });
  private readonly lines = svg("svg", { class: "c-leads", "aria-hidden": "true" });
  private readonly buttons: { mark: Mark; button: HTMLButtonElement }[];

  constructor(marks: Mark[], private readonly left: number, private readonly last: number) {
    this.buttons = marks.map((mark) => {
      const button = el("button", { type: "button", class: mark.rise ? "c-mark c-rise" : "c-mark c-fall", "aria-label": mark.label });
      button.append(svg("svg", { viewBox: "0 0 10 10", width: 9, height: 9, "aria-hidden": "true" },
        svg("path", { d: mark.rise ? "M5 1 9.5 9H.5Z" : "M5 9 .5 1h9Z" })), el("span", { "aria-hidden": "true" }, mark.sign));
      for (const kind of ["focus", "pointerenter", "click"]) button.addEventListener(kind, mark.onShow);
      return { mark, button };
    });
    this.node.append(this.lines, ...this.buttons.map((b) => b.button));
  }

  get none(): boolean {
    return this.buttons.length === 0;
  }

  /** Puts every mark above its day, or beside it where its neighbours push. */
  place(): void {
    const width = this.node.clientWidth;
    const height = this.node.clientHeight;
    if (width === 0) return;
    const room = Math.max(1, Math.floor((width - this.left) / (size + 2)));
    const heaviest = [...this.buttons].sort((x, y) => y.mark.weight - x.mark.weight).slice(0, room);
    const shown = this.buttons.filter((b) => heaviest.includes(b));
    for (const b of this.buttons) b.button.hidden = !shown.includes(b);
    const wanted = shown.map((b) => this.left + ((width - this.left) * b.mark.index) / Math.max(this.last, 1));
    const at = spread(wanted, size + 2, this.left + size / 2, width - size / 2);
    this.lines.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.lines.replaceChildren(...shown.map(({ button }, i) => {
      button.style.left = `${(at[i] ?? 0) - size / 2}px`;
      return svg("path", { d: `M${at[i]} ${size - 5}L${wanted[i]} ${height}` });
    }));
  }
}

/** Moves sorted places apart to a least distance within bounds, each as little as it can. */
export function spread(wanted: number[], gap: number, low: number, high: number): number[] {
  const at = wanted.map((w) => Math.min(high, Math.max(low, w)));
  for (let i = 1; i < at.length; i++) at[i] = Math.max(at[i]!, at[i - 1]! + gap);
  for (let i = at.length - 1; i >= 0; i--) at[i] = Math.min(at[i]!, i === at.length - 1 ? high : at[i + 1]! - gap);
  return at;
}
