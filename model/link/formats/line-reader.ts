import { checkLines } from './limits';
import { unexpected } from './trace-error';

const NEWLINE = 10;
const POINT = 46;
const ZERO = 48;

/** Powers of ten that a double holds exactly, as are whole numbers below 10^15: one division rounds once. */
const POWERS = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));

/** Space, tab, carriage return; with the comma and the semicolon of tables. */
const isGap = (code: number): boolean =>
  code === 32 || code === 9 || code === 13 || code === 44 || code === 59;

/**
 * Goes through a text line by line and number by number in place: a million lines make no string and
 * no array. Blank lines are passed over; numbers may be separated by spaces, tabs, commas or semicolons.
 */
export class LineReader {
  readonly #text: string;
  #at = 0;
  #start = 0;
  #line = 0;
  readonly #expected: string;

  /** `expected` says what a line holds, for the refusals. */
  constructor(text: string, expected: string) {
    this.#text = text;
    this.#at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.#expected = expected;
  }

  /** The present line, from 1. */
  get line(): number {
    return Math.max(1, this.#line);
  }

  /** The text of the present line. */
  get lineText(): string {
    const end = this.#text.indexOf('\n', this.#start);
    return this.#text.slice(this.#start, end === -1 ? undefined : end);
  }

  /** Goes on to the next line that is not blank; false at the end. */
  next(): boolean {
    for (;;) {
      if (this.#at >= this.#text.length) return false;
      this.#line += 1;
      checkLines(this.#line);
      this.#start = this.#at;
      this.#skipGaps();
      if (this.#text.charCodeAt(this.#at) !== NEWLINE && this.#at < this.#text.length) return true;
      this.#at += 1;
    }
  }

  /** The next number of the line, not below 0; throws TraceError. */
  number(): number {
    this.#skipGaps();
    const value = this.#digits();
    if (Number.isNaN(value)) throw this.#refusal();
    return value;
  }

  /** Passes over the next field, whatever stands in it; throws TraceError when there is none. */
  skip(): void {
    this.#skipGaps();
    const start = this.#at;
    this.#toGap();
    if (this.#at === start) throw this.#refusal();
  }

  /** Ends the line, which must hold no more; throws TraceError. */
  end(): void {
    this.#skipGaps();
    if (this.#at < this.#text.length && this.#text.charCodeAt(this.#at) !== NEWLINE) {
      throw this.#refusal();
    }
    this.#at += 1;
  }

  #skipGaps(): void {
    while (isGap(this.#text.charCodeAt(this.#at))) this.#at += 1;
  }

  #toGap(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (Number.isNaN(code) || code === NEWLINE || isGap(code)) return;
      this.#at += 1;
    }
  }

  /** NaN when what stands here is no number. */
  #digits(): number {
    const text = this.#text;
    const start = this.#at;
    let value = 0;
    let decimals = 0;
    let point = false;
    let at = start;
    for (; ; at += 1) {
      const code = text.charCodeAt(at);
      if (code >= ZERO && code <= ZERO + 9) {
        value = value * 10 + (code - ZERO);
        if (point) decimals += 1;
      } else if (code === POINT && !point) {
        point = true;
      } else {
        break;
      }
    }
    this.#at = at;
    this.#toGap();
    const plain = this.#at === at && at - start > (point ? 1 : 0);
    if (plain && value < 1e15 && decimals < POWERS.length) return value / (POWERS[decimals] ?? 1);
    return this.#written(text.slice(start, this.#at));
  }

  /** A number in any other notation, such as 1.5e3 or one of twenty digits. */
  #written(field: string): number {
    if (!/^[0-9.]+(?:[eE][+-]?[0-9]+)?$/.test(field)) return NaN;
    const value = Number(field);
    return Number.isFinite(value) ? value : NaN;
  }

  #refusal(): Error {
    return unexpected(this.line, this.#expected, this.lineText);
  }
}
