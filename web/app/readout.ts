// The lines under the chart that say what is at the cursor: a day with its
// figures and events, or a change point with its cause. Their room is kept
// from the start, so that nothing moves.

import { el } from "./dom";

export class Readout {
  readonly node = el("div", { class: "c-readout" });
  private said = "";

  constructor(private readonly resting: () => Node[]) {
    this.rest();
  }

  rest(): void {
    this.say("", ...this.resting());
  }

  /** Shows something, unless it is what is shown. */
  say(key: string, ...content: Node[]): void {
    if (key !== "" && key === this.said) return;
    this.said = key;
    this.node.replaceChildren(...content);
  }

  /** Adds to what is shown, if it is still that. */
  add(key: string, ...content: Node[]): void {
    if (key === this.said) this.node.append(...content);
  }
}
