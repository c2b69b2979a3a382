import { captionText, type Caption } from './caption';

/** Least wall time between two messages, ms. */
export const PACE_MS = 2000;

/** Lets at most one message through every two seconds; of those that came too soon, the newest stays. */
export class CaptionPacer {
  #shown: Caption | null = null;
  #changedMs = -Infinity;

  /** The message to show at this wall time, ms. */
  offer(caption: Caption, wallMs: number): Caption {
    if (this.#shown !== null && wallMs - this.#changedMs < PACE_MS) return this.#shown;
    if (this.#shown && same(this.#shown, caption)) return this.#shown;
    this.#shown = caption;
    this.#changedMs = wallMs;
    return caption;
  }
}

function same(a: Caption, b: Caption): boolean {
  const figures = (caption: Caption) => caption.effects.map((effect) => effect.figured).join();
  return captionText(a) === captionText(b) && figures(a) === figures(b);
}
