// Colours come from the style sheet's custom properties, so that both schemes,
// and a reader's own choice, hold for canvas too.

const names = ["ink", "paper", "muted", "line", "accent", "good", "bad", "neutral", "band", "focus"] as const;

export type Colours = Record<(typeof names)[number], string>;

/** The colours as they are now. A probe resolves what a custom property may hold, light-dark() for instance. */
export function colours(): Colours {
  const probe = document.createElement("span");
  probe.hidden = true;
  document.body.append(probe);
  const found = {} as Colours;
  for (const name of names) {
    probe.style.color = `var(--${name})`;
    found[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return found;
}

/** Calls back when the scheme changes, by the system or by the page's toggle. */
export function onScheme(redraw: () => void): void {
  const later = () => requestAnimationFrame(redraw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", later);
  matchMedia("(forced-colors: active)").addEventListener("change", later);
  new MutationObserver(later).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
}
