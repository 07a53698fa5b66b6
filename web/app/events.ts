// The events of a day: those that the dossier names, then what the API has.

import type { Cause, Event, Participant, Tie } from "./dossier";
import { fetchJSON } from "./dossier";
import { el } from "./dom";
import { change } from "./figure";
import type { ISODay } from "./day";

/** Causes by day, each event once, the strongest first. */
export function causesByDay(ties: Tie[]): Map<ISODay, Cause[]> {
  const found = new Map<ISODay, Cause[]>();
  const seen = new Set<string>();
  for (const t of ties) {
    const lists = [t.strongest, t.recent, ...(t.breaks ?? []).map((b) => b.causes), ...(t.turns ?? []).map((b) => b.causes)];
    for (const cause of lists.flatMap((l) => l ?? [])) {
      const day = cause.event.date?.from;
      if (!day || seen.has(cause.event.id)) continue;
      seen.add(cause.event.id);
      found.set(day, [...(found.get(day) ?? []), cause]);
    }
  }
  for (const list of found.values()) list.sort((x, y) => Math.abs(y.push) - Math.abs(x.push));
  return found;
}

let answers = true; // the API is there

/** The events of a day by the API; none where there is no API. */
export async function eventsOf(parties: string[], day: ISODay): Promise<Event[]> {
  if (!answers) return [];
  const query = new URLSearchParams({ parties: parties.join(","), from: day, to: day, counts: "true", limit: "8" });
  try {
    const { items } = await fetchJSON<{ items: Event[] }>(`/api/v1/events?${query}`);
    return items.filter((e) => e.date?.from === day);
  } catch {
    answers = false;
    return [];
  }
}

const sides = (ps: Participant[] | null) => (ps ?? []).map((p) => p.country ?? p.name).join(", ");

/** One event as a line: who did what to whom, how far it moved the tone, and the link behind it. */
export function eventLine(event: Event, push: number | null): HTMLElement {
  const to = sides(event.recipients);
  const who = to ? `${sides(event.actors)} → ${to}` : sides(event.actors);
  return el("li", {},
    el("a", { href: `/event/${event.id}` }, who),
    el("span", { class: "c-type" }, event.type.toLowerCase()),
    el("span", { class: "c-what", title: event.text }, event.text),
    push === null ? null : el("span", { class: push < 0 ? "c-push c-down" : "c-push c-up" }, change(push)));
}
