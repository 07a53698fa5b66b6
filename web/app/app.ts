// The front end: it makes charts of figures that can be read without it. A
// fault in one of them leaves the static chart standing.

import { tieChart } from "./tie";
import { followSpan } from "./span";

const charts: Record<string, (figure: HTMLElement) => void | Promise<void>> = {
  tie: tieChart,
};

async function enhance(figure: HTMLElement): Promise<void> {
  try {
    await charts[figure.dataset["chart"] ?? ""]?.(figure);
  } catch (fault) {
    figure.querySelector(":scope > .c-live")?.remove();
    figure.querySelector(":scope > .c-static")?.classList.remove("c-static");
    console.warn("entente: the static chart stays,", fault);
  }
}

followSpan();
for (const figure of document.querySelectorAll<HTMLElement>("[data-chart]")) void enhance(figure);
