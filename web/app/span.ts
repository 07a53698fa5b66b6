// The time span that a reader has chosen: by brushing a chart, by keys, or by
// the address. Whoever changes it says so on document; lists follow.

import { tellSpan, type ISODay } from "./day";

export type Span = { from: ISODay; to: ISODay } | null;

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** The span that the address names. */
export function spanOfAddress(): Span {
  const query = new URLSearchParams(location.search);
  const from = query.get("from") ?? "";
  const to = query.get("to") ?? "";
  return isDay.test(from) && isDay.test(to) && from <= to ? { from, to } : null;
}

/** Tells all lists, and the address once the reader has let go. */
export function chooseSpan(span: Span, final: boolean): void {
  document.dispatchEvent(new CustomEvent<Span>("entente:span", { detail: span }));
  if (final) writeAddress(span);
}

function writeAddress(span: Span): void {
  const url = new URL(location.href);
  url.searchParams.delete("page");
  for (const key of ["from", "to"] as const) {
    if (span) url.searchParams.set(key, span[key]);
    else url.searchParams.delete(key);
  }
  history.replaceState(history.state, "", url);
  for (const key of ["from", "to"] as const) {
    for (const input of document.querySelectorAll<HTMLInputElement>(`[data-span-form] input[name="${key}"]`)) {
      input.value = span ? span[key] : "";
    }
  }
  document.dispatchEvent(new CustomEvent<Span>("entente:span-chosen", { detail: span }));
}

/** Makes lists follow the span. */
export function followSpan(): void {
  document.addEventListener("entente:span", (e) => {
    const span = (e as CustomEvent<Span>).detail;
    for (const list of document.querySelectorAll<HTMLElement>("[data-span-list]")) narrow(list, span);
  });
  // The list of a section with a form is one page of what the server has.
  document.addEventListener("entente:span-chosen", () => {
    clearTimeout(waiting);
    asking?.abort();
    waiting = window.setTimeout(() => void renew(), 350);
  });
}

let waiting = 0;
let asking: AbortController | undefined;

/** Hides the rows outside a span and says how many remain. */
function narrow(list: HTMLElement, span: Span): void {
  const rows = list.querySelectorAll<HTMLElement>("[data-day]");
  let left = 0;
  for (const row of rows) {
    const day = row.dataset["day"] ?? "";
    row.hidden = span !== null && (day < span.from || day > span.to);
    if (!row.hidden) left++;
  }
  const note = list.closest("section")?.querySelector("[data-span-note]");
  if (!note) return;
  const said = span ? `${left} of the ${rows.length} shown here are of ${tellSpan(span.from, span.to)}.` : "";
  if (note.textContent !== said) note.textContent = said;
}

/** Takes sections anew from the server, as the page of the new address has them; where that fails, what is there stays. */
async function renew(): Promise<void> {
  const sections = [...document.querySelectorAll("section:has([data-span-form])")];
  if (sections.length === 0) return;
  asking = new AbortController();
  try {
    const res = await fetch(location.href, { signal: asking.signal, headers: { Accept: "text/html" } });
    if (!res.ok) return;
    const page = new DOMParser().parseFromString(await res.text(), "text/html");
    for (const section of sections) {
      const fresh = page.getElementById(section.id);
      if (!section.id || !fresh) continue;
      // The note stays the element that it was, so that its new words are read out.
      const [note, news] = [section.querySelector("[data-span-note]"), fresh.querySelector("[data-span-note]")];
      if (note && news) {
        const said = news.textContent ?? "";
        news.replaceWith(note);
        note.textContent = said;
      }
      section.replaceChildren(...fresh.childNodes);
    }
  } catch {
    return;
  }
}
