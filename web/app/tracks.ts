// The tracks of a tie as small multiples: one scale of tone for all, so that
// they can be compared at a glance.

import { dayNumber, tellDay, tellShort, type ISODay } from "./day";
import { el, replaceStatic, svg } from "./dom";
import { fetchJSON, type Dossier, type TrackState } from "./dossier";
import { tone, withInterval } from "./figure";
import { spanOfAddress, type Span } from "./span";

const width = 320;
const height = 110;

const names: Record<string, string> = {
  security: "Security", politics: "Politics and diplomacy", economy: "Economy", history: "History and reparations",
  territory: "Territory", people: "People and culture", rights: "Human rights",
};

interface Row {
  day: ISODay;
  value: number;
  low: number;
  high: number;
}

interface Multiple {
  state: TrackState;
  rows: Row[];
}

export async function tracksChart(figure: HTMLElement): Promise<void> {
  const src = figure.dataset["src"] ?? "";
  const dossier = await fetchJSON<Dossier>(src);
  const tracks = dossier.ties?.[0]?.tracks ?? [];
  if (tracks.length === 0) return;
  const all: Multiple[] = [];
  for (const state of tracks) all.push({ state, rows: await seriesOf(src, state.track) });
  new Tracks(figure, dossier, all.filter((m) => m.rows.length > 1));
}

/** The smoothed tone of one track, from the series beside the page. */
async function seriesOf(src: string, track: string): Promise<Row[]> {
  const url = new URL(src, location.href);
  url.pathname = url.pathname.replace(/\.json$/, ".csv");
  url.searchParams.set("track", track);
  const res = await fetch(url);
  if (!res.ok) throw new Error(`${url.pathname} answers ${res.status}`);
  const [head = "", ...lines] = (await res.text()).trim().split("\n");
  const columns = head.trim().split(",");
  const [day, value, low, high] = ["day", "tone_smoothed", "tone_smoothed_low", "tone_smoothed_high"].map((c) => columns.indexOf(c)) as [number, number, number, number];
  return lines.map((line) => {
    const cells = line.split(",");
    return { day: cells[day] ?? "", value: Number(cells[value]), low: Number(cells[low]), high: Number(cells[high]) };
  });
}

class Tracks {
  private readonly from: number = 0;
  private readonly to: number = 1;
  private readonly low: number = 0;
  private readonly high: number = 1;
  private readonly spans: SVGElement[] = [];

  constructor(figure: HTMLElement, dossier: Dossier, all: Multiple[]) {
    if (all.length === 0) return;
    this.from = dayNumber(dossier.since);
    this.to = Math.max(dayNumber(dossier.at), this.from + 1);
    const values = all.flatMap((m) => m.rows.flatMap((r) => [r.value - 0.5, r.value + 0.5]));
    this.low = Math.max(-10, Math.min(-1, ...values));
    this.high = Math.min(10, Math.max(4, ...values));
    replaceStatic(figure, el("div", { class: "c-tracks" }, ...all.map((m) => this.multiple(m))));
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

  private multiple(m: Multiple): HTMLElement {
    const rows = thinned(m.rows, width);
    const name = names[m.state.track] ?? m.state.track;
    const line = rows.map((r) => `${this.x(r.day)} ${this.y(r.value)}`).join("L");
    const band = [...rows.map((r) => `${this.x(r.day)} ${this.y(r.high)}`), ...[...rows].reverse().map((r) => `${this.x(r.day)} ${this.y(r.low)}`)].join("L");
    const span = svg("rect", { y: 0, height, class: "c-span-area" });
    this.spans.push(span);
    const cursor = svg("path", { class: "c-hair" });
    const last = m.rows.at(-1)!;
    const value = el("span", { class: "c-value" });
    const say = (r: Row) => value.replaceChildren(el("b", {}, tone(r.value)), ` (${tone(r.low)} to ${tone(r.high)})`, r === last ? "" : ` ${tellShort(r.day)}`);
    say(last);
    const drawing = svg("svg", { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", role: "img", "aria-label": this.said(name, m) },
      span, svg("path", { d: `M${band}Z`, class: "c-band" }),
      svg("path", { d: `M0 ${this.y(0)}H${width}`, class: "c-zero" }),
      svg("path", { d: `M${line}`, class: "c-curve" }), cursor);
    drawing.addEventListener("pointermove", (e) => {
      const box = drawing.getBoundingClientRect();
      const day = this.from + ((this.to - this.from) * (e.clientX - box.left)) / box.width;
      const r = m.rows.find((k) => dayNumber(k.day) >= Math.round(day)) ?? last;
      cursor.setAttribute("d", `M${this.x(r.day)} 0V${height}`);
      say(r);
    });
    drawing.addEventListener("pointerleave", () => {
      cursor.removeAttribute("d");
      say(last);
    });
    const link = new URL(location.href);
    link.searchParams.set("track", m.state.track);
    return el("div", { class: "c-track" },
      el("p", { class: "c-track-name" }, el("a", { href: link.pathname + link.search }, name), " ", value),
      drawing,
      el("p", { class: "c-track-foot", "aria-hidden": "true" }, el("span", {}, tellShort(m.rows[0]!.day)), el("span", {}, tellShort(last.day))));
  }

  private said(name: string, m: Multiple): string {
    const [first, last] = [m.rows[0]!, m.rows.at(-1)!];
    return `${name}: tone ${withInterval(first, tone)} on ${tellDay(first.day)}, ${withInterval(last, tone)} on ${tellDay(last.day)}`;
  }

  private span(span: Span): void {
    for (const area of this.spans) {
      area.setAttribute("x", span ? String(this.x(span.from)) : "0");
      area.setAttribute("width", span ? String(Math.max(1, this.x(span.to) - this.x(span.from))) : "0");
    }
  }
}

/** Not more rows than there are pixels. */
function thinned(rows: Row[], most: number): Row[] {
  const step = Math.max(1, Math.floor(rows.length / most));
  return rows.filter((_, i) => i % step === 0 || i === rows.length - 1);
}
