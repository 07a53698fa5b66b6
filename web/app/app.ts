// The front end: it makes charts of figures that can be read without it. A
// fault in one of them leaves the static chart standing.

import { dialoguesChart } from "./dialogues";
import { restoreStatic } from "./dom";
import { mapChart } from "./map";
import { networkChart } from "./network";
import { copyLink, fileDrop, matrix } from "./page";
import { followSpan } from "./span";
import { theme } from "./theme";
import { tieChart } from "./tie";
import { tracksChart } from "./tracks";

const charts: Record<string, (figure: HTMLElement) => void | Promise<void>> = {
  tie: tieChart,
  tracks: tracksChart,
  dialogues: dialoguesChart,
  network: networkChart,
  map: mapChart,
  matrix,
};

async function enhance(figure: HTMLElement): Promise<void> {
  try {
    await charts[figure.dataset["chart"] ?? ""]?.(figure);
    figure.dataset["state"] = "live";
  } catch (fault) {
    restoreStatic(figure);
    figure.dataset["state"] = "static";
    console.warn("entente: the static chart stays,", fault);
  }
}

// Charts further down are made when they come near.
const near = new IntersectionObserver((entries) => {
  for (const e of entries) {
    if (!e.isIntersecting) continue;
    near.unobserve(e.target);
    void enhance(e.target as HTMLElement);
  }
}, { rootMargin: "1200px" });

theme();
copyLink();
fileDrop();
followSpan();
for (const figure of document.querySelectorAll<HTMLElement>("[data-chart]")) near.observe(figure);
