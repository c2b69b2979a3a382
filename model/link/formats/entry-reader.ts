import { checkLines } from './limits';
import type { TraceError } from './trace-error';
import { unexpected } from './trace-error';

const EXPECTED =
  'a JSON array of objects such as {"duration_ms": 1000, "bandwidth_kbps": 8000, "latency_ms": 20}';
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const TEXT = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"/y;
const WORD = /true|false|null/y;
const NEWLINE = 10;

/**
 * Goes through a JSON array of flat objects in place and keeps the numbers of some names: a million
 * entries make no object, and every refusal knows its line, which JSON.parse does not say.
 */
export class EntryReader {
  readonly #text: string;
  readonly #names: readonly string[];
  readonly #quoted: readonly string[];
  readonly #values: Float64Array;
  #at: number;
  #line = 1;
  #entries = 0;

  constructor(text: string, names: readonly string[]) {
    this.#text = text;
    this.#names = names;
    this.#quoted = names.map((name) => `"${name}"`);
    this.#values = new Float64Array(names.length);
    this.#at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  /** The line that was read last, from 1. */
  get line(): number {
    return this.#line;
  }

  /** The number of that name in the present entry; null when it has none. */
  value(name: string): number | null {
    const value = this.#values[this.#names.indexOf(name)] ?? NaN;
    return Number.isNaN(value) ? null : value;
  }

  /** Goes on to the next entry; false behind the last one. Throws TraceError. */
  next(): boolean {
    if (this.#entries === 0) this.#take('[');
    if (this.#took(']')) return this.#ended();
    if (this.#entries > 0) this.#take(',');
    this.#entries += 1;
    checkLines(this.#entries);
    this.#values.fill(NaN);
    this.#take('{');
    if (this.#took('}')) return true;
    do {
      const index = this.#name();
      this.#take(':');
      const value = this.#value();
      if (index !== -1) this.#values[index] = value;
    } while (this.#took(','));
    this.#take('}');
    return true;
  }

  #ended(): boolean {
    this.#space();
    if (this.#at < this.#text.length) throw this.#refusal('the end of the file behind its array');
    return false;
  }

  /** The number that stands here; NaN for a text or a word. */
  #value(): number {
    this.#space();
    const start = this.#at;
    if (this.#passed(NUMBER)) return Number(this.#text.slice(start, this.#at));
    return this.#passed(TEXT) || this.#passed(WORD) ? NaN : this.#fail();
  }

  /** Index of the name that stands here; -1 for any other one. */
  #name(): number {
    this.#space();
    const start = this.#at;
    if (!this.#passed(TEXT)) this.#fail();
    return this.#quoted.findIndex(
      (name) => name.length === this.#at - start && this.#text.startsWith(name, start),
    );
  }

  /** Passes over what matches here. */
  #passed(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #took(sign: string): boolean {
    this.#space();
    if (!this.#text.startsWith(sign, this.#at)) return false;
    this.#at += 1;
    return true;
  }

  #take(sign: string): void {
    if (!this.#took(sign)) this.#fail();
  }

  #space(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === NEWLINE) this.#line += 1;
      else if (code !== 32 && code !== 9 && code !== 13) return;
      this.#at += 1;
    }
  }

  #fail(): never {
    throw this.#refusal(EXPECTED);
  }

  #refusal(expected: string): TraceError {
    const end = this.#text.indexOf('\n', this.#at);
    const rest = this.#text.slice(this.#at, end === -1 ? undefined : end);
    return unexpected(this.#line, expected, rest === '' ? 'the end of the file' : rest);
  }
}
