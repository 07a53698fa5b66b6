// What the charts read of a tie's JSON, which package dossier writes.

import type { ISODay } from "./day";

export interface Estimate {
  value: number;
  low: number;
  high: number;
}

export interface Point {
  day: ISODay;
  known: boolean;
  tone: Estimate;
  smoothed: Estimate;
  contact: Estimate;
  conflict_share: Estimate;
}

export interface Participant {
  id: string;
  country: string | null;
  name: string;
}

export interface Event {
  id: string;
  number: number;
  type: string;
  score: number | null;
  actors: Participant[] | null;
  recipients: Participant[] | null;
  date: { from: ISODay; to: ISODay } | null;
  text: string;
}

export interface Cause {
  event: Event;
  push: number;
}

export interface Interval {
  from: ISODay;
  to: ISODay;
}

export interface Break {
  day: ISODay;
  between: Interval;
  before: Estimate;
  after: Estimate;
  change: Estimate;
  saved: number;
  causes: Cause[] | null;
}

export interface Turn {
  day: ISODay;
  between: Interval;
  before: number;
  after: number;
  ratio: Estimate;
  causes: Cause[] | null;
}

export interface Tie {
  a: string;
  b: string;
  events: number;
  today: Point;
  history: Point[] | null;
  breaks: Break[] | null;
  turns: Turn[] | null;
  recent: Cause[] | null;
  strongest: Cause[] | null;
}

export interface Entry {
  status: string;
  outcome: string;
  from: ISODay;
  to: ISODay;
  dated: boolean;
  name: string;
  place: string;
  text: string;
  first: ISODay;
  numbers: number[] | null;
}

export interface Next {
  from: ISODay;
  to: ISODay;
  dated: boolean;
  expected: boolean;
}

export interface Dialogue {
  name: string;
  called: string;
  parties: string[];
  level: string;
  entries: Entry[] | null;
  state: string;
  next: Next | null;
  overdue: Next | null;
}

export interface Group {
  members: string[];
  pairs: { a: string; b: string; state: Point; lowest: number }[] | null;
  triads: { members: [string, string, string]; signs: [number, number, number]; balanced: number; strain: number }[] | null;
}

export interface Dossier {
  parties: string[];
  since: ISODay;
  at: ISODay;
  ties: Tie[] | null;
  group: Group | null;
  dialogues: Dialogue[] | null;
}

const asked = new Map<string, Promise<unknown>>();

/** Fetches JSON, once for each address. */
export function fetchJSON<T>(src: string): Promise<T> {
  let answer = asked.get(src);
  if (!answer) {
    answer = fetch(src, { headers: { Accept: "application/json" } }).then((res) => {
      if (!res.ok) throw new Error(`${src} answers ${res.status}`);
      return res.json();
    });
    asked.set(src, answer);
  }
  return answer as Promise<T>;
}
