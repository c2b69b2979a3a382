import type { Method } from '../../../model/delivery/types';
import { sizeFigure } from '../../../model/figures';
import { secondsCell, textTable } from '../../text-table';
import { say } from '../../words';
import type { RunResult } from './runs';

/** The most runs that are shown one by one. */
const MAX_SHOWN = 12;

/** Takes in runs one by one and says in the end what they come to, in a table for people. */
export class Summary {
  readonly #methods = new Map<Method, { start: Range; stalls: Range; stall: Range; end: Range }>();
  readonly #least = new Range();
  readonly #shown: string[][] = [];
  #runs = 0;

  /** One more run. */
  add({ run, leastWholeBytes }: RunResult): void {
    this.#runs++;
    this.#least.add(leastWholeBytes);
    for (const lane of run.lanes) {
      const { method, startupDelayMs, stallCount, stallTotalMs, endedMs } = lane;
      const ranges = this.#methods.get(method) ?? {
        ...{ start: new Range(), stalls: new Range(), stall: new Range(), end: new Range() },
      };
      this.#methods.set(method, ranges);
      ranges.start.add(startupDelayMs);
      ranges.stalls.add(stallCount);
      ranges.stall.add(stallTotalMs);
      ranges.end.add(endedMs);
      if (this.#runs > MAX_SHOWN) continue;
      this.#shown.push([
        method,
        String(run.seed),
        ...[timeOrNot(startupDelayMs), String(stallCount), secondsCell(stallTotalMs)],
        timeOrNot(endedMs),
      ]);
    }
  }

  /** Every run when there are few, else mean and range of each method; below, the least prefetch. */
  text(): string {
    const few = this.#runs <= MAX_SHOWN;
    const seeds = few ? 'seed' : 'seeds';
    const columns = ['method', seeds, 'startup', 'stalls', 'stallTime', 'ended'];
    const head = columns.map((column) => say(`simulateCli.columns.${column}`));
    const rows = few ? this.#shown : this.#overall();
    return `${textTable([head, ...rows])}\n${this.#leastLine()}\n`;
  }

  #overall(): string[][] {
    return [...this.#methods].map(([method, { start, stalls, stall, end }]) => [
      method,
      String(this.#runs),
      start.text(secondsCell),
      stalls.text((count) => String(Math.round(count * 10) / 10)),
      stall.text(secondsCell),
      end.text(secondsCell),
    ]);
  }

  #leastLine(): string {
    const { count, least, most } = this.#least;
    if (count === 0) return say('simulateCli.noLeast');
    const gaps = { least: sizeFigure(least), most: sizeFigure(most), none: this.#runs - count };
    const range = gaps.least === gaps.most ? 'leastOne' : 'leastRange';
    return (
      say(`simulateCli.${range}`, gaps) + (gaps.none > 0 ? say('simulateCli.noneIn', gaps) : '')
    );
  }
}

/** Mean, least and most of what there is. */
class Range {
  count = 0;
  least = Infinity;
  most = -Infinity;
  #sum = 0;
  #missing = 0;

  add(value: number | null): void {
    if (value === null) {
      this.#missing++;
      return;
    }
    this.count++;
    this.#sum += value;
    this.least = Math.min(this.least, value);
    this.most = Math.max(this.most, value);
  }

  text(show: (value: number) => string): string {
    if (this.count === 0) return say('cli.notYet');
    const mean = show(this.#sum / this.count);
    const text = `${mean} (${show(this.least)} to ${show(this.most)})`;
    return this.#missing > 0
      ? `${text}, ${say('simulateCli.notIn', { runs: this.#missing })}`
      : text;
  }
}

function timeOrNot(ms: number | null): string {
  return ms === null ? say('simulateCli.never') : secondsCell(ms);
}
