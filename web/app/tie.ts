// The chart of a tie: tone with its 80% band, contact and the share of
// conflict under it on one time axis, change points, a day to read and a span
// to choose.

import type uPlot from "uplot";
import { Brush } from "./brush";
import { colours, onScheme, type Colours } from "./colour";
import { tellDay, tellSpan, seconds, type ISODay } from "./day";
import { el, freshID, replaceStatic } from "./dom";
import { fetchJSON, type Break, type Cause, type Dossier, type Estimate, type Point, type Tie, type Turn } from "./dossier";
import { causesByDay, eventLine, eventsOf } from "./events";
import { share, times, timesRound, tone, withInterval } from "./figure";
import { Marks, type Mark } from "./marks";
import { tieName } from "./names";
import { gutter, panel, roundSplits, type Line } from "./panel";
import { Readout } from "./readout";
import { chooseSpan, spanOfAddress } from "./span";

export async function tieChart(figure: HTMLElement): Promise<void> {
  const src = figure.dataset["src"] ?? "";
  const [dossier, other] = await Promise.all([fetchJSON<Dossier>(src), otherTie(src, figure.dataset["with"])]);
  const t = dossier.ties?.[0];
  const history = t?.history?.filter((p) => p.known) ?? [];
  if (!t || history.length < 2) return; // the static chart says what there is
  new TieChart(figure, dossier, t, history, other);
}

/** The tie to compare with, asked for as the first one was. */
async function otherTie(src: string, named: string | undefined): Promise<Tie | null> {
  const pair = named?.split("/").at(-1);
  if (!pair) return null;
  const url = new URL(src, location.href);
  url.pathname = `/tie/${pair}.json`;
  url.searchParams.delete("with");
  try {
    return (await fetchJSON<Dossier>(url.pathname + url.search)).ties?.[0] ?? null;
  } catch {
    return null; // the chart of the tie itself is worth more than none
  }
}

class TieChart {
  private readonly days: ISODay[];
  private readonly index: Map<ISODay, number>;
  private readonly causes: Map<ISODay, Cause[]>;
  private readonly otherPoints: (Point | null)[];
  private c: Colours = colours();
  private plots: uPlot[] = [];
  private thin = true; // the view of the day is drawn, too
  private readonly brush: Brush;
  private readonly readout: Readout;
  private readonly marks: Marks[];
  private readonly heads: HTMLElement[] = [];
  private readonly hosts = ["tone", "contact", "conflict"].map((name) => el("div", { class: `c-plot c-plot-${name}` }));
  private readonly clear = el("button", { type: "button", class: "c-button", hidden: true }, "Whole time");
  private asking = 0;

  constructor(figure: HTMLElement, private readonly dossier: Dossier, private readonly t: Tie, private readonly history: Point[],
    private readonly other: Tie | null) {
    this.days = history.map((p) => p.day);
    this.index = new Map(this.days.map((d, i) => [d, i]));
    this.causes = causesByDay([t]);
    const of = new Map((other?.history ?? []).filter((p) => p.known).map((p) => [p.day, p]));
    this.otherPoints = this.days.map((d) => of.get(d) ?? null);
    const hint = el("p", { class: "c-hint", id: freshID() },
      "Drag to choose a span of time; click to hold a day. By keys: arrows move, Shift with arrows chooses, Escape clears.");
    this.readout = new Readout(() => [hint]);
    this.brush = new Brush({
      days: this.days, left: gutter, tell: (i) => this.tell(i), label: `Day, ${tieName([t.a, t.b])}`, describedBy: hint.id,
      onDay: (i) => this.day(i),
      onSpan: (span, final) => {
        this.clear.hidden = span === null;
        chooseSpan(span, final);
      },
    });
    const last = this.days.length - 1;
    this.marks = [
      new Marks(this.within(t.breaks).map((b, i) => this.breakMark(b, String(i + 1))), gutter, last),
      new Marks(this.within(t.turns).map((x, i) => this.turnMark(x, letter(i))), gutter, last),
    ];
    replaceStatic(figure, this.build());
    this.begin(figure);
  }

  private within<T extends { day: ISODay }>(list: T[] | null): T[] {
    return (list ?? []).filter((x) => this.index.has(x.day));
  }

  private build(): HTMLElement {
    const t = this.t;
    const plots = el("div", { class: "c-plots" });
    const titles = ["Tone", "Contact", "Conflict share"];
    const explained = ["−10 to +10", "against the year before", "of what happens"];
    this.hosts.forEach((host, i) => {
      const head = el("span", { class: "c-value" });
      this.heads.push(head);
      plots.append(el("p", { class: "c-title" }, el("b", {}, titles[i] ?? ""), " ", el("span", { class: "c-unit" }, explained[i] ?? ""), head));
      const marks = this.marks[i];
      if (marks && !marks.none) plots.append(marks.node);
      plots.append(host);
      host.setAttribute("role", "img");
      host.setAttribute("aria-label",
        `${titles[i]} of ${tieName([t.a, t.b])} from ${tellDay(this.days[0] ?? "")} to ${tellDay(this.days.at(-1) ?? "")}; the table below has the figures.`);
    });
    plots.append(this.brush.node);
    return el("div", { class: "c-tie" }, this.bar(), plots, this.readout.node);
  }

  /** What is drawn how, and what can be turned off. */
  private bar(): HTMLElement {
    const box = el("input", { type: "checkbox", checked: true });
    box.addEventListener("change", () => {
      this.thin = box.checked;
      this.draw();
    });
    this.clear.addEventListener("click", () => {
      this.brush.clear();
      this.brush.node.focus();
    });
    const key = (kind: string, text: string) => el("span", { class: `c-key c-key-${kind}` }, text);
    return el("div", { class: "c-bar" },
      key("main", this.other ? `${this.t.a}–${this.t.b}` : "as seen now"), key("band", "80% interval"),
      this.other ? key("other", `${this.other.a}–${this.other.b}`) : null,
      el("label", { class: "c-key c-key-thin" }, box, "as known on the day"), this.clear);
  }

  private begin(figure: HTMLElement): void {
    this.draw();
    this.day(null);
    const span = spanOfAddress();
    this.clear.hidden = span === null;
    this.brush.show(span);
    document.addEventListener("entente:show-span", (e) => this.brush.show((e as CustomEvent).detail));
    let width = figure.clientWidth;
    new ResizeObserver(() => {
      if (figure.clientWidth === width) return;
      width = figure.clientWidth;
      this.draw();
    }).observe(figure);
    onScheme(() => {
      this.c = colours();
      for (const u of this.plots) u.redraw(false, true);
    });
  }

  private draw(): void {
    for (const u of this.plots) u.destroy();
    const days = this.days.map(seconds);
    const panels: { lines: Line[]; write: (v: number) => string; range: [number, number]; splits: number[]; base: number | null }[] = [
      this.tonePanel(), this.contactPanel(), this.sharePanel(),
    ];
    this.plots = panels.map((p, i) => panel({
      ...p, host: this.hosts[i]!, days, dates: i === panels.length - 1, colours: () => this.c,
      marks: (u, c) => this.drawChanges(u, c, i),
    }));
    for (const m of this.marks) m.place();
  }

  private lines(of: (p: Point) => Estimate, thin: ((p: Point) => Estimate) | null): Line[] {
    const main: Line = {
      look: "main", values: this.history.map((p) => of(p).value), low: this.history.map((p) => of(p).low), high: this.history.map((p) => of(p).high),
    };
    const list: Line[] = [];
    if (thin && this.thin) list.push({ look: "thin", values: this.history.map((p) => thin(p).value) });
    if (this.other) list.push({ look: "other", values: this.otherPoints.map((p) => (p ? of(p).value : null)) });
    return [main, ...list];
  }

  private tonePanel() {
    const lines = this.lines((p) => p.smoothed, (p) => p.tone);
    const [low, high] = extent(lines, 1);
    return { lines, write: tone, range: [low, high] as [number, number], splits: roundSplits(low, high), base: 0 };
  }

  private contactPanel() {
    const lines = this.lines((p) => p.contact, null);
    const [low, high] = extent(lines, Math.LN2);
    const double: number[] = [];
    const step = high - low > 4.6 * Math.LN2 ? 2 : 1;
    for (let k = Math.ceil(low / Math.LN2); k * Math.LN2 <= high; k++) if (k % step === 0) double.push(k * Math.LN2);
    return { lines, write: timesRound, range: [low, high] as [number, number], splits: double, base: 0 };
  }

  private sharePanel() {
    const lines = this.lines((p) => p.conflict_share, null);
    const high = Math.min(1, Math.max(0.25, extent(lines, 0)[1]));
    return { lines, write: share, range: [0, high] as [number, number], splits: high > 0.6 ? [0, 0.5, 1] : [0, 0.25, 0.5], base: null };
  }

  /** Draws where the changes lie, and on the tone the days of the strongest events. */
  private drawChanges(u: uPlot, c: Colours, which: number): void {
    const { ctx, bbox } = u;
    const changes: { day: ISODay; between: { from: ISODay; to: ISODay } }[] = which === 1 ? this.within(this.t.turns) : which === 0 ? this.within(this.t.breaks) : [];
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    for (const x of changes) {
      const at = Math.round(u.valToPos(seconds(x.day), "x", true)) + 0.5;
      const from = u.valToPos(seconds(x.between.from), "x", true);
      const to = u.valToPos(seconds(x.between.to), "x", true);
      ctx.fillStyle = c.neutral;
      ctx.globalAlpha = 0.16;
      ctx.fillRect(from, bbox.top, Math.max(to - from, 1), bbox.height);
      ctx.globalAlpha = 1;
      ctx.strokeStyle = c.muted;
      ctx.lineWidth = devicePixelRatio;
      ctx.setLineDash([2 * devicePixelRatio, 3 * devicePixelRatio]);
      ctx.beginPath();
      ctx.moveTo(at, bbox.top);
      ctx.lineTo(at, bbox.top + bbox.height);
      ctx.stroke();
    }
    ctx.setLineDash([]);
    if (which === 0) for (const cause of this.t.strongest ?? []) this.drawEvent(u, c, cause);
    ctx.restore();
  }

  private drawEvent(u: uPlot, c: Colours, cause: Cause): void {
    const i = this.index.get(cause.event.date?.from ?? "");
    const p = i === undefined ? undefined : this.history[i];
    if (!p) return;
    const { ctx } = u;
    ctx.beginPath();
    ctx.arc(u.valToPos(seconds(p.day), "x", true), u.valToPos(p.smoothed.value, "y", true), 3.5 * devicePixelRatio, 0, 2 * Math.PI);
    ctx.fillStyle = c.paper;
    ctx.strokeStyle = cause.push < 0 ? c.bad : c.good;
    ctx.lineWidth = 1.5 * devicePixelRatio;
    ctx.fill();
    ctx.stroke();
  }

  private breakMark(b: Break, sign: string): Mark {
    const index = this.index.get(b.day) ?? 0;
    const down = b.change.value < 0;
    const [least, most] = down ? [-b.change.high, -b.change.low] : [b.change.low, b.change.high];
    const by = `${tone(Math.abs(b.change.value))} (${tone(least)} to ${tone(most)})`;
    return this.mark(sign, index, !down, b.saved, b, `Tone ${down ? "fell" : "rose"} by ${by}, from ${tone(b.before.value)} to ${tone(b.after.value)}`);
  }

  private turnMark(x: Turn, sign: string): Mark {
    const index = this.index.get(x.day) ?? 0;
    const said = `Contact ${x.ratio.value < 0 ? "fell" : "rose"} from ${x.before.toFixed(1)} to ${x.after.toFixed(1)} events in 30 days`;
    return this.mark(sign, index, x.ratio.value > 0, Math.abs(x.ratio.value), x, said);
  }

  private mark(sign: string, index: number, rise: boolean, weight: number, x: Break | Turn, said: string): Mark {
    const when = x.between.from === x.between.to ? tellDay(x.day) : `${tellDay(x.day)}, or some day of ${tellSpan(x.between.from, x.between.to)}`;
    const cause = x.causes?.[0];
    const label = `${tellDay(x.day)}: ${said}.` + (cause ? ` ${cause.event.type.toLowerCase()}: ${cause.event.text}` : "");
    return {
      sign, index, rise, weight, label,
      onShow: () => {
        this.brush.goTo(index, true);
        this.readout.say(`change ${x.day} ${said}`,
          el("p", {}, el("b", {}, said), `. ${when}.`),
          el("ul", { class: "c-events" }, ...(x.causes ?? []).slice(0, 3).map((k) => eventLine(k.event, k.push))));
      },
    };
  }

  private tell(i: number): string {
    const p = this.history[i];
    if (!p) return "";
    return `${tellDay(p.day)}: tone ${withInterval(p.smoothed, tone)}, contact ${withInterval(p.contact, times)}, conflict share ${withInterval(p.conflict_share, share)}`;
  }

  private day(i: number | null): void {
    const p = this.history[i ?? this.history.length - 1]!;
    const o = i === null ? null : this.otherPoints[i];
    const values: [Estimate, Estimate | undefined, (v: number) => string][] = [
      [p.smoothed, o?.smoothed, tone], [p.contact, o?.contact, times], [p.conflict_share, o?.conflict_share, share],
    ];
    values.forEach(([mine, theirs, write], k) => {
      this.heads[k]?.replaceChildren(el("b", {}, write(mine.value)), ` (${write(mine.low)} to ${write(mine.high)})`,
        theirs && this.other ? ` · ${this.other.a}–${this.other.b} ${write(theirs.value)}` : "");
    });
    if (i === null) {
      this.readout.rest();
      return;
    }
    this.tellDay(p);
  }

  private tellDay(p: Point): void {
    const key = `day ${p.day}`;
    const known = this.causes.get(p.day) ?? [];
    const list = el("ul", { class: "c-events" }, ...known.slice(0, 3).map((k) => eventLine(k.event, k.push)));
    this.readout.say(key,
      el("p", {}, el("b", {}, tellDay(p.day)), ` · as known on the day ${withInterval(p.tone, tone)}`), list);
    if (known.length >= 3) return;
    clearTimeout(this.asking);
    this.asking = window.setTimeout(() => {
      void eventsOf(this.dossier.parties, p.day).then((events) => {
        const more = events.filter((e) => !known.some((k) => k.event.id === e.id)).slice(0, 3 - known.length);
        if (more.length > 0) this.readout.add(key, el("ul", { class: "c-events" }, ...more.map((e) => eventLine(e, null))));
      });
    }, 200);
  }
}

/** A, B, …, as the list of turns has them. */
const letter = (i: number) => String.fromCharCode(65 + (i % 26));

/** The range of lines and bands, with a little room, and no narrower than twice the least from the middle. */
function extent(lines: Line[], least: number): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const line of lines) {
    for (const values of [line.values, line.low, line.high]) {
      for (const v of values ?? []) {
        if (v === null) continue;
        low = Math.min(low, v);
        high = Math.max(high, v);
      }
    }
  }
  const middle = (low + high) / 2;
  const room = (high - low) * 0.05;
  return [Math.min(low - room, middle - least), Math.max(high + room, middle + least)];
}

