import type { MediaProgress } from '../../../model/media/types';
import { say } from '../../words';

/** A command that is over within this much says nothing of its progress; later it does so as often, ms. */
const EVERY_MS = 1000;

/** Tells on stderr how far a command is, when it takes longer than a second. */
export class Progress {
  #saidMs = performance.now();

  constructor(private readonly print: (line: string) => void) {}

  /** A file is being opened, and prepared when it has to be. */
  opening({ step, name, fraction, secondsLeft }: MediaProgress): void {
    if (fraction === null || !this.#isDue()) return;
    const percent = Math.floor(fraction * 100);
    const left = secondsLeft === null ? '?' : Math.ceil(secondsLeft);
    this.print(say('cli.preparing', { step: say(`cli.steps.${step}`), name, percent, left }));
  }

  /** So many seeds of all are done. */
  runs(done: number, all: number): void {
    if (done < all && this.#isDue()) this.print(say('simulateCli.progress', { done, all }));
  }

  #isDue(): boolean {
    const now = performance.now();
    if (now - this.#saidMs < EVERY_MS) return false;
    this.#saidMs = now;
    return true;
  }
}
