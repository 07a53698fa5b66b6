// Days as the JSON writes them, "2012-08-10", and as whole numbers since 1970,
// which are what charts reckon with. Everything is UTC: a day is a day.

export type ISODay = string;

const daySeconds = 86400;

/** The number of a day, 0 for 1970-01-01; NaN for what is no day. */
export function dayNumber(day: ISODay): number {
  return Date.parse(day + "T00:00:00Z") / (daySeconds * 1000);
}

/** The day of a number. */
export function isoDay(n: number): ISODay {
  return new Date(n * daySeconds * 1000).toISOString().slice(0, 10);
}

/** The seconds since 1970 that uPlot takes. */
export function seconds(day: ISODay): number {
  return dayNumber(day) * daySeconds;
}

const long = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const short = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const shortYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

const date = (day: ISODay) => new Date(day + "T00:00:00Z");

/** "10 August 2012" */
export function tellDay(day: ISODay): string {
  return long.format(date(day));
}

/** "10 Aug 2012" */
export function tellShort(day: ISODay): string {
  return shortYear.format(date(day));
}

/** "11 Jul – 1 Aug 2012"; one day where both are the same. */
export function tellSpan(from: ISODay, to: ISODay): string {
  if (from === to) return tellShort(from);
  const first = from.slice(0, 4) === to.slice(0, 4) ? short : shortYear;
  return `${first.format(date(from))} – ${tellShort(to)}`;
}
