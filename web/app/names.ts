// Names of countries by their alpha-3 codes, in the language of the page.

/** "JPNJP KORKR …": written by the build out of ISO 3166. */
declare const ALPHA2: string;

const alpha2 = new Map(ALPHA2.split(" ").map((c) => [c.slice(0, 3), c.slice(3)]));
const own: Record<string, string> = { UNO: "United Nations", EUR: "European Union", XKX: "Kosovo" };

// The server names countries by the reader's language where it has the names;
// everything else on the page is English.
const language = (navigator.languages.find((l) => /^(en|ko|ja)\b/.test(l)) ?? "en").slice(0, 2);
const regions = new Intl.DisplayNames([language, "en"], { type: "region" });

export function countryName(code: string): string {
  const two = alpha2.get(code);
  if (own[code]) return own[code];
  return two ? (regions.of(two) ?? code) : code;
}

/** "Japan – South Korea" */
export function tieName(codes: string[]): string {
  return codes.map(countryName).join(" – ");
}
