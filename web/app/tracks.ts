// The tracks of a tie as small multiples: one scale of tone for all, so that
// they can be compared at a glance.

import { dayNumber, tellDay, tellShort, type ISODay } from "./day";
import { el, replaceStatic, svg } from "./dom";
import { fetchJSON } from "./dossier";
import { tone } from "./figure";
import { spanOfAddress, type Span } from "./span";

const width = 320;
const height = 110;

interface Row {
  day: ISODay;
  tone: number;
  low: number;
  high: number;
}

interface Track {
  track: string;
  name: string;
  points: Row[] | null;
}

interface Courses {
  since: ISODay;
  at: ISODay;
  tracks: Track[] | null;
}

export async function tracksChart(host: HTMLElement): Promise<void> {
  const courses = await fetchJSON<Courses>(host.dataset["src"] ?? "");
  const tracks = courses.tracks ?? [];
  const figures = [...host.querySelectorAll<HTMLElement>("figure")];
  if (tracks.length === 0 || figures.length !== tracks.length) return; // the static ones then say more
  new Tracks(courses, tracks, figures);
}

class Tracks {
  private readonly from: number = 0;
  private readonly to: number = 1;
  private readonly low: number = 0;
  private readonly high: number = 1;
  private readonly spans: SVGElement[] = [];

  constructor(courses: Courses, tracks: Track[], figures: HTMLElement[]) {
    this.from = dayNumber(courses.since);
    this.to = Math.max(dayNumber(courses.at), this.from + 1);
    const values = tracks.flatMap((t) => (t.points ?? []).flatMap((r) => [r.tone - 0.5, r.tone + 0.5]));
    this.low = Math.max(-10, Math.min(-1, ...values));
    this.high = Math.min(10, Math.max(4, ...values));
    tracks.forEach((t, i) => {
      if (t.points && t.points.length > 1) replaceStatic(figures[i]!, this.multiple(t, t.points));
    });
    this.span(spanOfAddress());
    document.addEventListener("entente:span", (e) => this.span((e as CustomEvent<Span>).detail));
  }

  private x(day: ISODay): number {
    return Math.round((1000 * width * (dayNumber(day) - this.from)) / (this.to - this.from)) / 1000;
  }

  private y(v: number): number {
    const inside = Math.min(this.high, Math.max(this.low, v));
    return Math.round(100 * (4 + ((height - 8) * (this.high - inside)) / (this.high - this.low))) / 100;
  }

  private multiple(t: Track, rows: Row[]): HTMLElement {
    const drawn = thinned(rows, width);
    const line = drawn.map((r) => `${this.x(r.day)} ${this.y(r.tone)}`).join("L");
    const band = [...drawn.map((r) => `${this.x(r.day)} ${this.y(r.high)}`), ...[...drawn].reverse().map((r) => `${this.x(r.day)} ${this.y(r.low)}`)].join("L");
    const span = svg("rect", { y: 0, height, class: "c-span-area" });
    this.spans.push(span);
    const cursor = svg("path", { class: "c-hair" });
    const [first, last] = [rows[0]!, rows.at(-1)!];
    const foot = el("p", { class: "c-track-foot", "aria-hidden": "true" });
    const rest = () => foot.replaceChildren(el("span", {}, tellShort(first.day)), el("span", {}, tellShort(last.day)));
    rest();
    const drawing = svg("svg", { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", role: "img", "aria-label": said(t.name, first, last) },
      span, svg("path", { d: `M${band}Z`, class: "c-band" }),
      svg("path", { d: `M0 ${this.y(0)}H${width}`, class: "c-zero" }),
      svg("path", { d: `M${line}`, class: "c-curve" }), cursor);
    drawing.addEventListener("pointermove", (e) => {
      const box = drawing.getBoundingClientRect();
      const day = Math.round(this.from + ((this.to - this.from) * (e.clientX - box.left)) / box.width);
      const r = rows.find((k) => dayNumber(k.day) >= day) ?? last;
      cursor.setAttribute("d", `M${this.x(r.day)} 0V${height}`);
      foot.replaceChildren(el("span", {}, `${tellShort(r.day)}: `, el("b", {}, tone(r.tone)), ` (${tone(r.low)} to ${tone(r.high)})`));
    });
    drawing.addEventListener("pointerleave", () => {
      cursor.removeAttribute("d");
      rest();
    });
    return el("div", { class: "c-track" }, drawing, foot);
  }

  private span(span: Span): void {
    for (const area of this.spans) {
      area.setAttribute("x", span ? String(this.x(span.from)) : "0");
      area.setAttribute("width", span ? String(Math.max(1, this.x(span.to) - this.x(span.from))) : "0");
    }
  }
}

function said(name: string, first: Row, last: Row): string {
  const at = (r: Row) => `${tone(r.tone)} (${tone(r.low)} to ${tone(r.high)}) on ${tellDay(r.day)}`;
  return `${name}: tone ${at(first)}, ${at(last)}`;
}

/** Not more rows than there are pixels. */
function thinned(rows: Row[], most: number): Row[] {
  const step = Math.max(1, Math.floor(rows.length / most));
  return rows.filter((_, i) => i % step === 0 || i === rows.length - 1);
}
