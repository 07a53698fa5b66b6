// Choosing a day and a span of days over the panels: by mouse, by finger, by
// keys. The day is a slider to those who cannot see it.

import type { Span } from "./span";
import { el } from "./dom";

export interface BrushOptions {
  days: string[];
  left: number; // where the first day stands, and how far from the right edge the last one
  tell: (i: number) => string; // what a screen reader says of a day
  onDay: (i: number | null, pinned: boolean) => void;
  onSpan: (span: Span, final: boolean) => void;
  label: string;
  describedBy: string;
}

/** A drag shorter than this many pixels is a click. */
const slip = 4;

export class Brush {
  readonly node: HTMLElement;
  private readonly line = el("div", { class: "c-cursor", hidden: true });
  private readonly area = el("div", { class: "c-span", hidden: true });
  private day: number | null = null; // under the pointer, or where keys have gone
  private pinned = false;
  private span: [number, number] | null = null;
  private anchor: number | null = null; // where a span began
  private downX = 0;

  constructor(private readonly o: BrushOptions) {
    const last = o.days.length - 1;
    this.node = el("div", {
      class: "c-brush", role: "slider", tabindex: 0, "aria-label": o.label, "aria-describedby": o.describedBy,
      "aria-valuemin": 0, "aria-valuemax": last, "aria-valuenow": last, "aria-valuetext": o.tell(last),
    }, this.area, this.line);
    this.node.addEventListener("pointermove", (e) => this.moved(e));
    this.node.addEventListener("pointerdown", (e) => this.pressed(e));
    this.node.addEventListener("pointerup", (e) => this.released(e));
    this.node.addEventListener("pointercancel", () => this.given_up());
    this.node.addEventListener("pointerleave", () => this.left());
    this.node.addEventListener("keydown", (e) => this.keyed(e));
    this.node.addEventListener("blur", () => this.left());
  }

  /** Shows a span that was chosen elsewhere. */
  show(span: Span): void {
    this.span = null;
    if (span) {
      const from = this.o.days.findIndex((d) => d >= span.from);
      const to = this.o.days.findLastIndex((d) => d <= span.to);
      if (from >= 0 && to >= from) this.span = [from, to];
    }
    this.draw();
  }

  /** Goes to a day, as if the reader had pointed there. */
  goTo(i: number, pinned: boolean): void {
    this.day = i;
    this.pinned = pinned;
    this.said();
  }

  clear(): void {
    this.anchor = null;
    this.span = null;
    this.draw();
    this.o.onSpan(null, true);
  }

  draw(): void {
    const last = Math.max(this.o.days.length - 1, 1);
    const at = (i: number) => `calc(${this.o.left}px + (100% - ${this.o.left}px) * ${i / last})`;
    this.line.hidden = this.day === null;
    if (this.day !== null) this.line.style.left = at(this.day);
    this.line.classList.toggle("c-pinned", this.pinned);
    this.area.hidden = this.span === null;
    if (this.span) {
      this.area.style.left = at(this.span[0]);
      this.area.style.width = `calc((100% - ${this.o.left}px) * ${(this.span[1] - this.span[0]) / last})`;
    }
  }

  private indexAt(e: PointerEvent): number {
    const box = this.node.getBoundingClientRect();
    const x = (e.clientX - box.left - this.o.left) / Math.max(box.width - this.o.left, 1);
    return Math.round(Math.min(1, Math.max(0, x)) * (this.o.days.length - 1));
  }

  private moved(e: PointerEvent): void {
    const i = this.indexAt(e);
    if (this.anchor !== null && Math.abs(e.clientX - this.downX) >= slip) {
      this.node.setPointerCapture(e.pointerId);
      this.reach(this.anchor, i, false);
    }
    if (!this.pinned || this.anchor !== null) {
      this.day = i;
      this.pinned = false;
      this.said();
    }
  }

  private pressed(e: PointerEvent): void {
    if (e.button !== 0) return;
    this.anchor = this.indexAt(e);
    this.downX = e.clientX;
  }

  private released(e: PointerEvent): void {
    if (this.anchor === null) return;
    const from = this.anchor;
    this.anchor = null;
    const i = this.indexAt(e);
    if (Math.abs(e.clientX - this.downX) < slip) {
      this.pinned = !(this.pinned && this.day === i);
      this.day = i;
      this.said();
    } else {
      this.reach(from, i, true);
    }
  }

  private given_up(): void {
    this.anchor = null;
    if (this.span) this.o.onSpan(this.asDays(), true);
  }

  private left(): void {
    if (this.pinned || this.anchor !== null) return;
    this.day = null;
    this.said();
  }

  private keyed(e: KeyboardEvent): void {
    const last = this.o.days.length - 1;
    const now = this.day ?? last;
    const to: Record<string, number> = {
      ArrowLeft: now - 1, ArrowDown: now - 1, ArrowRight: now + 1, ArrowUp: now + 1,
      PageDown: now - 30, PageUp: now + 30, Home: 0, End: last,
    };
    const goal = to[e.key];
    if (e.key === "Escape") {
      if (this.pinned) this.pinned = false;
      else this.clear();
      this.said();
    } else if (e.key === "Enter" || e.key === " ") {
      this.pinned = !this.pinned;
      this.day = now;
      this.said();
    } else if (goal !== undefined && !e.ctrlKey && !e.metaKey && !e.altKey) {
      const i = Math.min(last, Math.max(0, goal));
      if (e.shiftKey) {
        this.anchor ??= now;
        this.reach(this.anchor, i, true);
      } else {
        this.anchor = null;
      }
      this.day = i;
      this.said();
    } else {
      return;
    }
    e.preventDefault();
  }

  private reach(a: number, b: number, final: boolean): void {
    this.span = a < b ? [a, b] : [b, a];
    this.draw();
    this.o.onSpan(this.asDays(), final);
  }

  private asDays(): Span {
    return this.span && { from: this.o.days[this.span[0]] ?? "", to: this.o.days[this.span[1]] ?? "" };
  }

  private said(): void {
    this.draw();
    if (this.day !== null) {
      this.node.setAttribute("aria-valuenow", String(this.day));
      this.node.setAttribute("aria-valuetext", this.o.tell(this.day));
    }
    this.o.onDay(this.day, this.pinned);
  }
}
