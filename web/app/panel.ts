// One panel of the tie chart: a line with its 80% band on the shared time axis.

import uPlot from "uplot";
import type { Colours } from "./colour";

/** A line, with the bounds of its interval where a band is to be drawn. */
export interface Line {
  values: (number | null)[];
  low?: (number | null)[];
  high?: (number | null)[];
  look: "main" | "thin" | "other";
}

export interface PanelOptions {
  host: HTMLElement;
  days: number[]; // seconds
  lines: Line[];
  range: [number, number];
  splits: number[];
  write: (v: number) => string; // of the axis
  base: number | null; // a value with a line of its own: neutral, as usual
  dates: boolean; // the time axis is written under this panel
  colours: () => Colours;
  marks: (u: uPlot, c: Colours) => void; // draws change points
}

/** The width of the axis on the left, the same for all panels, so that days stand above each other. */
export const gutter = 46;
const datesHeight = 38;

export function panel(o: PanelOptions): uPlot {
  const data: uPlot.AlignedData = [o.days];
  const series: uPlot.Series[] = [{}];
  const bands: uPlot.Band[] = [];
  const add = (values: (number | null)[], s: uPlot.Series) => {
    data.push(values);
    return series.push({ points: { show: false }, ...s }) - 1;
  };
  for (const line of o.lines) {
    if (line.low && line.high) {
      const high = add(line.high, { stroke: "transparent", width: 0 });
      const low = add(line.low, { stroke: "transparent", width: 0 });
      bands.push({ series: [high, low], fill: () => o.colours().band });
    }
    add(line.values, look(line.look, o.colours));
  }
  return new uPlot(
    {
      width: Math.max(o.host.clientWidth, 80),
      height: Math.max(o.host.clientHeight, 40),
      padding: [6, 0, o.dates ? 0 : 6, 0],
      tzDate: (ts) => uPlot.tzDate(new Date(ts * 1000), "Etc/UTC"),
      cursor: { show: false },
      select: { show: false, left: 0, top: 0, width: 0, height: 0 },
      legend: { show: false },
      scales: { x: { time: true, range: () => [o.days[0] ?? 0, o.days.at(-1) ?? 1] }, y: { range: () => o.range } },
      series,
      bands,
      axes: [timeAxis(o), valueAxis(o)],
      hooks: {
        drawAxes: [(u) => baseLine(u, o)],
        draw: [(u) => o.marks(u, o.colours())],
      },
    },
    data,
    o.host,
  );
}

function look(kind: Line["look"], colours: () => Colours): uPlot.Series {
  switch (kind) {
    case "main":
      return { stroke: () => colours().accent, width: 2 };
    case "thin":
      return { stroke: () => colours().neutral, width: 1 };
    case "other":
      return { stroke: () => colours().ink, width: 1.5, dash: [6, 4] };
  }
}

const font = () => `12px ${getComputedStyle(document.body).fontFamily}`;

function timeAxis(o: PanelOptions): uPlot.Axis {
  // As uPlot reckons: it takes these for calendar months and years.
  const [day, month, year] = [86400, 30 * 86400, 365 * 86400];
  return {
    show: true,
    size: o.dates ? datesHeight : 0,
    gap: 4,
    font: font(),
    stroke: () => o.colours().muted,
    grid: { show: true, stroke: () => o.colours().line, width: 1 },
    ticks: { show: o.dates, stroke: () => o.colours().line, width: 1, size: 4 },
    space: 64,
    values: o.dates
      ? [
          [year, "{YYYY}", null, null, null, null, null, null, 1],
          [month, "{MMM}", "\n{YYYY}", null, null, null, null, null, 1],
          [day, "{D} {MMM}", "\n{YYYY}", null, null, null, null, null, 1],
        ]
      : (_u, splits) => splits.map(() => ""),
    incrs: [1, 2, 3, 7, 14].map((n) => n * day).concat([1, 2, 3, 6].map((n) => n * month), [1, 2, 5, 10].map((n) => n * year)),
  };
}

function valueAxis(o: PanelOptions): uPlot.Axis {
  return {
    size: gutter,
    gap: 6,
    font: font(),
    stroke: () => o.colours().muted,
    grid: { show: true, stroke: () => o.colours().line, width: 1 },
    ticks: { show: false },
    splits: () => o.splits,
    values: (_u, splits) => splits.map(o.write),
  };
}

/** The line of what is neutral, drawn under everything else. */
function baseLine(u: uPlot, o: PanelOptions): void {
  if (o.base === null || o.base < o.range[0] || o.base > o.range[1]) return;
  const y = Math.round(u.valToPos(o.base, "y", true)) + 0.5;
  const { ctx, bbox } = u;
  ctx.save();
  ctx.strokeStyle = o.colours().neutral;
  ctx.lineWidth = devicePixelRatio;
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}

/** Values at which a scale is written: round ones, four to six of them. */
export function roundSplits(low: number, high: number): number[] {
  const rough = (high - low) / 5;
  const ten = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((m) => m * ten).find((s) => s >= rough) ?? rough;
  const list: number[] = [];
  for (let v = Math.ceil(low / step) * step; v <= high + step / 1e6; v += step) list.push(Math.abs(v) < step / 1e6 ? 0 : v);
  return list;
}
