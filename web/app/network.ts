// A group as a signed network: countries that stand well lie near each other,
// a solid line is a good tie and a broken one a bad tie, and triads that are
// out of balance are hatched.

import { el, freshID, replaceStatic, svg } from "./dom";
import { fetchJSON, type Dossier, type Group } from "./dossier";
import { change, withInterval } from "./figure";
import { countryName, tieName } from "./names";

const margin = 44;

type Place = { x: number; y: number };
type Pair = NonNullable<Group["pairs"]>[number];
type Triad = NonNullable<Group["triads"]>[number];

export async function networkChart(figure: HTMLElement): Promise<void> {
  const dossier = await fetchJSON<Dossier>(figure.dataset["src"] ?? "");
  const group = dossier.group;
  if (!group?.pairs || group.pairs.length === 0) return;
  const live = el("div", { class: "c-group" });
  let drawn = 0;
  const draw = () => {
    const width = Math.round(Math.min(720, Math.max(280, live.clientWidth || 720)));
    if (width === drawn) return;
    drawn = width;
    live.replaceChildren(...network(group, group.pairs ?? [], width));
  };
  replaceStatic(figure, live);
  draw();
  new ResizeObserver(draw).observe(live);
}

/** The drawing with what stands around it, in the room that there is. */
function network(group: Group, pairs: Pair[], width: number): Element[] {
  const height = Math.round(Math.max(260, width * 0.55));
  const places = layOut(group, width, height);
  const labels = placeLabels(pairs, places);
  const note = el("p", { class: "c-readout c-line", "aria-live": "polite" });
  const hatch = freshID();
  const strained = (group.triads ?? []).filter((t) => t.balanced < 0.5);
  const areas = strained.map((t) => triad(t, places, hatch));
  const drawing = svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, class: "c-network", role: "group", "aria-label": `Ties among ${group.members.map(countryName).join(", ")}` },
    svg("defs", {}, svg("pattern", { id: hatch, width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      svg("path", { d: "M0 0V7", class: "c-hatch" }))),
    ...areas, ...[...pairs].reverse().map((p) => edge(p, places, labels.get(p)!, note)), ...group.members.map((m) => node(m, places)));
  const list = document.getElementById("triads-h") ? [] : [triadList(strained, areas)]; // the page may have it
  return [legend(), drawing, note, ...list];
}

/** What the signs mean, in words and shapes. */
function legend(): HTMLElement {
  const key = (kind: string, text: string) => el("span", { class: `c-key c-key-${kind}` }, text);
  return el("div", { class: "c-bar" }, key("good", "good tone"), key("bad", "bad tone"), key("open", "sign not clear"), key("strain", "triad out of balance"));
}

/** The sign of a tie, where its interval leaves one. */
function signOf(p: Pair): "good" | "bad" | "open" {
  const { low, high } = p.state.tone;
  return low > 0 ? "good" : high < 0 ? "bad" : "open";
}

/** A place on each line for its figure: as near the middle as it keeps clear of the others. */
function placeLabels(pairs: Pair[], places: Map<string, Place>): Map<Pair, Place> {
  const found = new Map<Pair, Place>();
  for (const p of pairs) {
    const [a, b] = [places.get(p.a)!, places.get(p.b)!];
    const choices = [0.5, 0.4, 0.6, 0.33, 0.67].map((t) => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }));
    const others = [...places].filter(([m]) => m !== p.a && m !== p.b).map(([, o]) => o);
    const clear = (c: Place) => Math.min(40, ...[...found.values()].map((o) => Math.hypot(o.x - c.x, 1.6 * (o.y - c.y))),
      ...[...places.values()].map((o) => Math.hypot(o.x - c.x, o.y - c.y) - 14), ...others.map((o) => Math.hypot(o.x - c.x, o.y - c.y) - 20));
    found.set(p, choices.reduce((best, c) => (clear(c) > clear(best) ? c : best)));
  }
  return found;
}

function edge(p: Pair, places: Map<string, Place>, at: Place, note: HTMLElement): SVGElement {
  const [a, b] = [places.get(p.a)!, places.get(p.b)!];
  const said = `${tieName([p.a, p.b])}: tone ${withInterval(p.state.tone, change)}`;
  const line = `M${a.x} ${a.y}L${b.x} ${b.y}`;
  const link = svg("a", { href: `/tie/${p.a}-${p.b}`, class: `c-edge c-edge-${signOf(p)}`, "aria-label": said },
    svg("path", { d: line, class: "c-hit" }),
    svg("path", { d: line, class: "c-edge-line", "stroke-width": 1 + Math.min(6, Math.abs(p.state.tone.value)) * 0.6 }),
    svg("text", { x: at.x, y: at.y, dy: "0.35em", "text-anchor": "middle" }, change(p.state.tone.value)));
  const tell = () => note.replaceChildren(said + (p.lowest > 0.5 ? `; the worst tie of the group (${Math.round(p.lowest * 100)}%)` : "") + ".");
  link.addEventListener("focus", tell);
  link.addEventListener("pointerenter", tell);
  return link;
}

function node(code: string, places: Map<string, Place>): SVGElement {
  const { x, y } = places.get(code)!;
  return svg("a", { href: `/map/${code}`, class: "c-node", "aria-label": `${code}: ${countryName(code)} on the map` },
    svg("circle", { cx: x, cy: y, r: 22 }),
    svg("text", { x, y, dy: "0.35em", "text-anchor": "middle" }, code));
}

function triad(t: Triad, places: Map<string, Place>, hatch: string): SVGElement {
  const corners = t.members.map((m) => places.get(m)!).map((p) => `${p.x} ${p.y}`);
  return svg("path", { d: `M${corners.join("L")}Z`, class: "c-triad", fill: `url(#${hatch})` });
}

/** The triads as a list; pointing at one shows it alone. */
function triadList(strained: Triad[], areas: SVGElement[]): HTMLElement {
  if (strained.length === 0) return el("p", { class: "c-hint" }, "No three of them are out of balance.");
  const sides = [[0, 1], [0, 2], [1, 2]] as const;
  return el("ul", { class: "c-triads" }, ...strained.map((t, i) => {
    const [a, b] = sides[t.strain as 0 | 1 | 2] ?? sides[0];
    const item = el("li", {}, el("b", {}, t.members.map(countryName).join(", ")),
      `: out of balance with ${Math.round((1 - t.balanced) * 100)}%; it would settle most easily by `,
      el("a", { href: `/tie/${[t.members[a], t.members[b]].sort().join("-")}` }, tieName([t.members[a], t.members[b]])), ".");
    const only = (on: boolean) => areas.forEach((x, k) => x.classList.toggle("c-faint", on && k !== i));
    for (const kind of ["pointerenter", "focusin"]) item.addEventListener(kind, () => only(true));
    for (const kind of ["pointerleave", "focusout"]) item.addEventListener(kind, () => only(false));
    return item;
  }));
}

/**
 * Places by stress: each pair wants a distance that grows as its tone falls.
 * Gradient steps from a circle, so the same group always looks the same.
 */
function layOut(group: Group, width: number, height: number): Map<string, Place> {
  const n = group.members.length;
  const at = group.members.map((_, i) => ({ x: Math.cos((2 * Math.PI * i) / n - Math.PI / 2), y: Math.sin((2 * Math.PI * i) / n - Math.PI / 2) }));
  const wanted = new Map((group.pairs ?? []).map((p) => [`${p.a}-${p.b}`, 1.5 - Math.max(-4, Math.min(4, p.state.tone.value)) / 8]));
  for (let step = 0; step < 400; step++) {
    const pace = 0.1 * (1 - step / 400);
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        const [p, q] = [at[i]!, at[j]!];
        const [dx, dy] = [q.x - p.x, q.y - p.y];
        const d = Math.hypot(dx, dy) || 0.01;
        const goal = wanted.get(`${group.members[i]}-${group.members[j]}`) ?? 1.5;
        const push = (pace * (d - goal)) / d;
        p.x += dx * push;
        p.y += dy * push;
        q.x -= dx * push;
        q.y -= dy * push;
      }
    }
  }
  return fit(group.members, levelled(at), width, height);
}

/** Turns places so that they lie along the drawing's longer side. */
function levelled(at: Place[]): Place[] {
  const mean = (of: (p: Place) => number) => at.reduce((sum, p) => sum + of(p), 0) / at.length;
  const [mx, my] = [mean((p) => p.x), mean((p) => p.y)];
  const turn = 0.5 * Math.atan2(2 * mean((p) => (p.x - mx) * (p.y - my)), mean((p) => (p.x - mx) ** 2) - mean((p) => (p.y - my) ** 2));
  const [cos, sin] = [Math.cos(-turn), Math.sin(-turn)];
  return at.map((p) => ({ x: (p.x - mx) * cos - (p.y - my) * sin, y: (p.x - mx) * sin + (p.y - my) * cos }));
}

/** Scales places into the drawing. */
function fit(members: string[], at: Place[], width: number, height: number): Map<string, Place> {
  const [xs, ys] = [at.map((p) => p.x), at.map((p) => p.y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((width - 2 * margin) / Math.max(right - left, 0.1), (height - 2 * margin) / Math.max(bottom - top, 0.1));
  const round = (v: number) => Math.round(v * 10) / 10;
  return new Map(members.map((m, i) => [m, {
    x: round(width / 2 + (at[i]!.x - (left + right) / 2) * scale),
    y: round(height / 2 + (at[i]!.y - (top + bottom) / 2) * scale),
  }]));
}
