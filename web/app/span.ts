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
  const lists = [...document.querySelectorAll<HTMLElement>("[data-span-list]")];
  if (lists.length === 0) return;
  document.addEventListener("entente:span", (e) => {
    const span = (e as CustomEvent<Span>).detail;
    for (const list of lists) narrow(list, span);
  });
  // The server's list may be one page of many, or that of another span.
  document.addEventListener("entente:span-chosen", (e) => {
    const span = (e as CustomEvent<Span>).detail;
    clearTimeout(waiting);
    asking?.abort();
    waiting = window.setTimeout(() => void renew(lists, span), 350);
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
  const note = noteOf(list);
  if (!note) return;
  const said = span ? `${left} of ${rows.length} shown, ${tellSpan(span.from, span.to)}` : "";
  if (note.textContent !== said) note.textContent = said;
}

function noteOf(list: HTMLElement): Element | null {
  for (let at = list.parentElement; at; at = at.parentElement) {
    const note = at.querySelector("[data-span-note]");
    if (note) return note;
  }
  return null;
}

/** Takes the lists anew from the server, as the page of the new address has them; where that fails, what is there stays. */
async function renew(lists: HTMLElement[], span: Span): Promise<void> {
  asking = new AbortController();
  try {
    const res = await fetch(location.href, { signal: asking.signal, headers: { Accept: "text/html" } });
    if (!res.ok) return;
    const page = new DOMParser().parseFromString(await res.text(), "text/html");
    const fresh = page.querySelectorAll<HTMLElement>("[data-span-list]");
    if (fresh.length !== lists.length) return;
    lists.forEach((list, i) => {
      const from = fresh[i]!;
      const [note, news] = [noteOf(list), noteOf(from)];
      list.replaceChildren(...from.childNodes);
      if (note && news?.textContent) note.textContent = news.textContent;
      else narrow(list, span);
    });
    for (const name of ["[data-span-pages]"]) {
      const [old, now] = [document.querySelector(name), page.querySelector(name)];
      if (old && now) old.replaceChildren(...now.childNodes);
    }
  } catch {
    return;
  }
}
