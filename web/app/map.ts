// A country's ties on the map of the world: turned so that the country is in
// the middle, coloured by tone, hatched where the tone is bad.

import { geoCentroid, geoEqualEarth, geoPath, type GeoPath, type GeoProjection } from "d3-geo";
import type { Feature, FeatureCollection, Geometry } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import disputed from "./disputed.tsv";
import { el, freshID, replaceStatic, svg } from "./dom";
import { fetchJSON, type Estimate } from "./dossier";
import { tone, withInterval } from "./figure";
import { countryName, tieName } from "./names";

const width = 960;
const height = 480;

type Country = Feature<Geometry, { name?: string } | null>;
type World = Topology<{ countries: GeometryCollection<{ name?: string }> }>;

/** A tie of the country, as the page's JSON has it. */
interface MapTie {
  a: string;
  b: string;
  tone?: Estimate;
  today?: { tone: Estimate };
  state?: { tone: Estimate };
}

export async function mapChart(figure: HTMLElement): Promise<void> {
  const [view, world] = await Promise.all([
    fetchJSON<{ country?: string; ties?: MapTie[] }>(figure.dataset["src"] ?? ""), fetchJSON<World>("/static/world.json"),
  ]);
  const home = view.country ?? figure.dataset["country"] ?? "";
  const tones = new Map((view.ties ?? []).map((t) => [t.a === home ? t.b : t.a, t.tone ?? t.today?.tone ?? t.state?.tone]));
  const countries = (feature(world, world.objects.countries) as FeatureCollection<Geometry, { name?: string } | null>).features;
  new WorldMap(figure, home, tones, countries);
}

class WorldMap {
  private readonly hatch = freshID();
  private readonly note = el("p", { class: "c-readout c-line", "aria-live": "polite" });
  private readonly root: SVGSVGElement;
  private near = false;

  constructor(figure: HTMLElement, private readonly home: string, private readonly tones: Map<string, Estimate | undefined>, private readonly countries: Country[]) {
    this.root = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "c-map", role: "group", "aria-label": `Ties of ${countryName(home)} on a map of the world` });
    const zoom = el("button", { type: "button", class: "c-button", "aria-pressed": "false" }, "Nearer");
    zoom.addEventListener("click", () => {
      this.near = !this.near;
      zoom.setAttribute("aria-pressed", String(this.near));
      this.draw();
    });
    replaceStatic(figure, el("div", { class: "c-world" },
      el("div", { class: "c-bar" }, ...legend(), zoom),
      this.root, this.note, this.missing(),
      el("p", { class: "c-hint" }, "Shapes by Natural Earth at 1:110 million; they take no side. Diamonds mark places whose sovereignty is disputed.")));
    this.draw();
  }

  private projection(): GeoProjection {
    const own = this.countries.find((c) => c.id === this.home);
    const [lon, lat] = own ? geoCentroid(own) : [0, 0];
    const p = geoEqualEarth().rotate([-lon, 0]).fitExtent([[4, 4], [width - 4, height - 4]], { type: "Sphere" });
    if (!this.near) return p;
    const middle = p([lon, lat]) ?? [width / 2, height / 2];
    const scale = p.scale() * 2.6;
    return p.scale(scale).translate([width / 2, height / 2 + (p.translate()[1] - middle[1]) * 2.6]);
  }

  private draw(): void {
    const projection = this.projection();
    const path = geoPath(projection).digits(1);
    const known = this.countries.filter((c) => this.tones.has(String(c.id)));
    const rest = this.countries.filter((c) => !this.tones.has(String(c.id)));
    this.root.replaceChildren(
      svg("defs", {}, svg("pattern", { id: this.hatch, width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, svg("path", { d: "M0 0V5", class: "c-hatch" }))),
      svg("path", { d: path({ type: "Sphere" }) ?? "", class: "c-sea" }),
      ...rest.map((c) => svg("path", { d: path(c) ?? "", class: c.id === this.home ? "c-land c-home" : "c-land" }, svg("title", {}, this.nameOf(c)))),
      ...this.inOrder(known).map((c) => this.country(c, path)),
      ...marks(projection, 4 * Math.min(2, width / Math.max(this.root.clientWidth, 1))));
  }

  /** The order in which keys walk over the map: from the best tone to the worst. */
  private inOrder(known: Country[]): Country[] {
    const value = (c: Country) => this.tones.get(String(c.id))?.value ?? 0;
    return [...known].sort((a, b) => value(b) - value(a));
  }

  private nameOf(c: Country): string {
    return c.id ? countryName(String(c.id)) : (c.properties?.name ?? "");
  }

  private country(c: Country, path: GeoPath): SVGElement {
    const code = String(c.id);
    const e = this.tones.get(code);
    const said = `${tieName([this.home, code])}` + (e ? `: tone ${withInterval(e, tone)}` : ": not known");
    const shape = svg("path", { d: path(c) ?? "", class: e ? `c-land ${stepOf(e.value)}` : "c-land" });
    const link = svg("a", { href: `/tie/${[this.home, code].sort().join("-")}`, "aria-label": said, class: "c-country" }, shape,
      e && e.value < 0 ? svg("path", { d: path(c) ?? "", fill: `url(#${this.hatch})`, class: "c-over" }) : svg("g"));
    for (const kind of ["focus", "pointerenter"]) link.addEventListener(kind, () => this.note.replaceChildren(said + "."));
    return link;
  }

  /** Ties with whom is too small for this map, or no country, which would else be forgotten. */
  private missing(): HTMLElement | null {
    const drawn = new Set(this.countries.map((c) => String(c.id)));
    const small = [...this.tones].filter(([code]) => !drawn.has(code));
    if (small.length === 0) return null;
    return el("p", { class: "c-small" }, "Not on this map: ", ...small.flatMap(([code, e], i) => [
      i > 0 ? ", " : "", el("a", { href: `/tie/${[this.home, code].sort().join("-")}` }, countryName(code)), e ? ` ${tone(e.value)}` : ""]), ".");
  }
}

/** The steps of tone that all pages colour by: their upper ends, and how the legend calls them. */
const steps: [number, string][] = [
  [-2, "below −2"], [0, "to 0 (both hatched)"], [1.5, "to 1.5"], [3.5, "to 3.5, as ties usually are"], [5, "to 5"], [6.5, "to 6.5"], [Infinity, "above"],
];

/** The class of style.css for a tone. */
function stepOf(value: number): string {
  return `t${steps.findIndex(([end]) => value < end) + 1}`;
}

function legend(): HTMLElement[] {
  const key = (text: string, ...shape: SVGElement[]) =>
    el("span", { class: "c-sign" }, svg("svg", { viewBox: "0 0 16 16", width: 14, height: 14, "aria-hidden": "true" }, ...shape), text);
  const box = (kind: string) => svg("rect", { width: 16, height: 16, class: kind });
  return [...steps.map(([, text], i) => key(text, box(`t${i + 1}`))), key("nothing on file", box("c-land")), key("disputed", svg("path", { d: "M8 2l6 6-6 6-6-6Z", class: "c-disputed" }))];
}

/** The marks of disputed places. */
function marks(projection: GeoProjection, r: number): SVGElement[] {
  const rows = disputed.split("\n").filter((l) => l && !l.startsWith("#")).slice(1).map((l) => l.split("\t"));
  return rows.flatMap(([lon, lat, name, between]) => {
    const at = projection([Number(lon), Number(lat)]);
    if (!at) return [];
    const [x, y] = at.map((v) => Math.round(v * 10) / 10) as [number, number];
    return [svg("path", { d: `M${x} ${y - r}l${r} ${r}-${r} ${r}-${r}-${r}Z`, class: "c-disputed" }, svg("title", {}, `${name}: disputed (${between})`))];
  });
}
