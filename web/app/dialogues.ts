// The dialogues of a tie on a time line: one row each, with what was held,
// suspended, resumed, what is to come and what is overdue. Signs differ by
// shape, not by colour alone.

import { dayNumber, isoDay, tellDay, tellSpan, type ISODay } from "./day";
import { el, replaceStatic, svg } from "./dom";
import { spread } from "./marks";
import { fetchJSON, type Dialogue, type Dossier, type Entry } from "./dossier";

const rowHeight = 44;
const edge = 14;
/** The least size of what a finger must hit, WCAG 2.2. */
const target = 24;

/** The shape of each status, drawn about 0 0. */
const shapes: Record<string, string> = {
  held: "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z",
  resumed: "M0-6.5 6.5 5.5H-6.5Z",
  suspended: "M-5-5 5 5M5-5-5 5",
  cancelled: "M-5-5 5 5M5-5-5 5",
  planned: "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z",
  proposed: "M0-6 6 0 0 6-6 0Z",
  expected: "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z",
  overdue: "M0-6V2M0 5V6",
};

interface Station {
  kind: string;
  from: ISODay;
  to: ISODay;
  said: string;
  href: string | null;
}

export async function dialoguesChart(figure: HTMLElement): Promise<void> {
  const dossier = await fetchJSON<Dossier>(figure.dataset["src"] ?? "");
  const rows = (dossier.dialogues ?? []).map((d) => ({ d, stations: stationsOf(d) })).filter((r) => r.stations.length > 0);
  if (rows.length === 0) return;
  const days = rows.flatMap((r) => r.stations.flatMap((s) => [dayNumber(s.from), dayNumber(s.to)])).concat(dayNumber(dossier.at));
  const from = Math.min(...days);
  const to = Math.max(...days, from + 30);
  const live = el("div", { class: "c-dialogues" });
  const note = el("p", { class: "c-readout c-line", "aria-live": "polite" });
  const draw = () => live.replaceChildren(legend(rows.flatMap((r) => r.stations)), drawing(rows, from, to, dayNumber(dossier.at), live.clientWidth || 640, note), note);
  replaceStatic(figure, live);
  let width = 0;
  new ResizeObserver(() => {
    if (live.clientWidth === width) return;
    width = live.clientWidth;
    draw();
  }).observe(live);
}

function stationsOf(d: Dialogue): Station[] {
  const list = (d.entries ?? []).flatMap((e) => station(e));
  for (const [next, kind] of [[d.next, "expected"], [d.overdue, "overdue"]] as const) {
    if (next?.dated && (next.expected || kind === "overdue")) {
      list.push({ kind, from: next.from, to: next.to, said: `${kind}: ${tellSpan(next.from, next.to)}`, href: null });
    }
  }
  return list;
}

function station(e: Entry): Station[] {
  const [from, to] = e.dated ? [e.from, e.to] : [e.first, e.first];
  if (!from || Number.isNaN(dayNumber(from)) || !shapes[e.status]) return [];
  const when = e.dated ? tellSpan(from, to) : `told on ${tellDay(from)}`;
  const what = e.outcome ? `${e.status}, ${e.outcome}` : e.status;
  return [{ kind: e.status, from, to, said: `${what}, ${when}${e.place ? ", " + e.place : ""}: ${e.text}`, href: e.numbers?.[0] ? `/finding/m${e.numbers[0]}` : null }];
}

function legend(stations: Station[]): HTMLElement {
  const kinds = Object.keys(shapes).filter((k) => stations.some((s) => s.kind === k));
  return el("div", { class: "c-bar" }, ...kinds.map((k) => el("span", { class: "c-sign" },
    svg("svg", { viewBox: "-9 -9 18 18", width: 16, height: 16, "aria-hidden": "true" }, svg("path", { d: shapes[k] ?? "", class: `c-station c-${k}` })), k)));
}

function drawing(rows: { d: Dialogue; stations: Station[] }[], from: number, to: number, at: number, width: number, note: HTMLElement): SVGElement {
  const x = (day: number) => Math.round(edge + ((width - 2 * edge) * (day - from)) / (to - from));
  const height = rows.length * rowHeight + 24;
  const root = svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": "Dialogues on a time line" });
  for (const year of years(from, to, width)) {
    root.append(svg("path", { d: `M${x(year.day)} 0V${height - 20}`, class: "c-grid" }), svg("text", { x: x(year.day), y: height - 5, class: "c-tick", "text-anchor": "middle" }, year.label));
  }
  root.append(svg("path", { d: `M${x(at)} 0V${height - 20}`, class: "c-now" }));
  rows.forEach(({ d, stations }, i) => {
    const y = i * rowHeight + 30;
    root.append(svg("text", { x: edge - 8, y: y - 14, class: "c-row-name" }, d.name, svg("tspan", { class: "c-muted" }, `  ${d.state}`)),
      svg("path", { d: `M${edge} ${y}H${width - edge}`, class: "c-grid" }));
    const sorted = [...stations].sort((s, t) => middle(s) - middle(t));
    const wanted = sorted.map((s) => x(middle(s)));
    // Where there is no room for fingers the signs are no links; the list beside has them all.
    const room = sorted.length * target <= width - 2 * edge;
    const places = room ? spread(wanted, target, edge, width - edge) : wanted;
    sorted.forEach((s, k) => root.append(mark(room ? s : { ...s, href: null }, x, places[k]!, y, d, note)));
  });
  return root;
}

const middle = (s: Station) => (dayNumber(s.from) + dayNumber(s.to)) / 2;

function mark(s: Station, x: (day: number) => number, at: number, y: number, d: Dialogue, note: HTMLElement): SVGElement {
  const [a, b] = [x(dayNumber(s.from)), x(dayNumber(s.to))];
  const said = `${d.called ? `${d.name} (${d.called})` : d.name}: ${s.said}`;
  const shape = [
    b - a > 6 ? svg("path", { d: `M${a} ${y}H${b}`, class: "c-extent" }) : svg("g"),
    svg("g", { transform: `translate(${at} ${y})` },
      svg("circle", { r: 12, class: "c-hit" }), svg("path", { d: shapes[s.kind] ?? "", class: `c-station c-${s.kind}` })),
  ];
  const item = s.href ? svg("a", { href: s.href, "aria-label": said, class: "c-stop" }, ...shape) : svg("g", { role: "img", "aria-label": said, class: "c-stop" }, ...shape);
  for (const kind of ["focus", "pointerenter"]) item.addEventListener(kind, () => note.replaceChildren(said));
  return item;
}

/** The years, or the months of a short time, as far as there is room. */
function years(from: number, to: number, width: number): { day: number; label: string }[] {
  const list: { day: number; label: string }[] = [];
  const span = to - from;
  const months = span < 800 ? (span < 300 ? 1 : 3) : 12;
  const first = new Date(isoDay(from));
  for (let y = first.getUTCFullYear(), m = 0; ; m += months) {
    const date = new Date(Date.UTC(y, m, 1));
    const day = date.getTime() / 86400000;
    if (day > to) break;
    if (day >= from) list.push({ day, label: months === 12 || date.getUTCMonth() === 0 ? String(date.getUTCFullYear()) : date.toLocaleDateString("en-GB", { month: "short", timeZone: "UTC" }) });
  }
  const every = Math.ceil((list.length * 48) / width);
  return list.filter((_, i) => i % every === 0);
}
