// How figures are written: a true minus sign, one decimal for tone, multiples
// for contact, per cent for shares.

import type { Estimate } from "./dossier";

const minus = "\u2212";

/** "−0.5" */
export function tone(v: number): string {
  const s = Math.abs(v).toFixed(1);
  return v < 0 && s !== "0.0" ? minus + s : s;
}

/** "+1.2", "−0.5" */
export function change(v: number): string {
  const s = tone(v);
  return v > 0 && s !== "0.0" ? "+" + s : s;
}

/** Contact is the logarithm of a ratio; people read "×2". */
export function times(v: number): string {
  const r = Math.exp(v);
  return "×" + (r >= 9.95 ? r.toFixed(0) : r >= 0.995 ? r.toFixed(1).replace(/\.0$/, "") : r.toFixed(2).replace(/0$/, ""));
}

const fractions: Record<string, string> = { "0.5": "×½", "0.25": "×¼", "0.125": "×⅛" };

/** "×½", for the axis of contact */
export function timesRound(v: number): string {
  const s = Math.exp(v).toPrecision(3).replace(/0+$/, "");
  return fractions[s] ?? "×" + Math.exp(v).toPrecision(3).replace(/\.?0+$/, "");
}

/** "31%" */
export function share(v: number): string {
  return Math.round(v * 100) + "%";
}

/** "−0.5 (−1.2 to 0.1)" */
export function withInterval(e: Estimate, write: (v: number) => string): string {
  return `${write(e.value)} (${write(e.low)} to ${write(e.high)})`;
}
