import { checkLines } from './limits';
import { unexpected } from './trace-error';

const NEWLINE = 10;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;

const ONE_SEPARATOR =
  'one kind of separator in the whole file and decimal points in its numbers, as in "0.5 8.2"';

/** Powers of ten that a double holds exactly, as are whole numbers below 10^15: one division rounds once. */
const POWERS = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));

const SPACE = 32;
const COMMA = 44;
const SEMICOLON = 59;

const isSpace = (code: number): boolean => code === SPACE || code === 9 || code === 13;

const isMark = (code: number): boolean => code === COMMA || code === SEMICOLON;

/** Space, tab, carriage return; with the comma and the semicolon of tables. */
const isGap = (code: number): boolean => isSpace(code) || isMark(code);

/** What stands between the columns of a table: a comma or a semicolon, by its code, or spaces alone. */
type Separator = typeof COMMA | typeof SEMICOLON | typeof SPACE;

/**
 * Goes through a text line by line and number by number in place: a million lines make no string and
 * no array. Blank lines are passed over. Columns stand between spaces and tabs, commas, or semicolons: one
 * kind in the whole file, for a comma beside another separator is a decimal comma.
 */
export class LineReader {
  readonly #text: string;
  #at = 0;
  #start = 0;
  #line = 0;
  readonly #expected: string;
  #separator: Separator | null = null;
  #inLine = false;

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
      this.#inLine = false;
      this.#skipSpaces();
      if (this.#text.charCodeAt(this.#at) !== NEWLINE && this.#at < this.#text.length) return true;
      this.#at += 1;
    }
  }

  /** The next number of the line, not below 0; throws TraceError. */
  number(): number {
    this.#toField();
    const value = this.#digits();
    if (Number.isNaN(value)) throw this.#refusal();
    return value;
  }

  /** The next whole number of the line, from 0; throws TraceError. */
  whole(): number {
    const value = this.number();
    if (!Number.isInteger(value)) throw this.#refusal();
    return value;
  }

  /** The next number of the line, of any sign; throws TraceError when it is farther from 0 than `most`. */
  signed(most: number): number {
    this.#toField();
    const below = this.#text.charCodeAt(this.#at) === MINUS;
    if (below) this.#at += 1;
    const value = this.#digits();
    if (!(value <= most)) throw this.#refusal();
    return below ? -value : value;
  }

  /** Ends the line, which must hold no more; throws TraceError. */
  end(): void {
    this.#skipSpaces();
    if (this.#at < this.#text.length && this.#text.charCodeAt(this.#at) !== NEWLINE) {
      throw this.#refusal();
    }
    this.#at += 1;
  }

  #skipSpaces(): void {
    while (isSpace(this.#text.charCodeAt(this.#at))) this.#at += 1;
  }

  /** Goes on to the next field, over a separator of the kind that the file has had so far. */
  #toField(): void {
    this.#skipSpaces();
    if (!this.#inLine) {
      this.#inLine = true;
      return;
    }
    const code = this.#text.charCodeAt(this.#at);
    const separator = code === COMMA || code === SEMICOLON ? code : SPACE;
    if (separator !== SPACE) {
      this.#at += 1;
      this.#skipSpaces();
    }
    this.#separator ??= separator;
    // At the end of a line nothing separates.
    if (Number.isNaN(code) || code === NEWLINE || separator === this.#separator) return;
    throw unexpected(this.line, ONE_SEPARATOR, this.lineText);
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
