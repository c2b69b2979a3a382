/** The beginning, and the end, of what ffmpeg says that are kept, characters each. */
const KEPT_CHARS = 64 * 1024;

/** What is kept of the lines between them, characters. */
const FACTS_CHARS = 64 * 1024;

/** The lines that describe the input; a film's chapters and tags stand between them, a million if they like. */
const FACT = /^(?:Input #| {2}Duration: | {2,4}Stream #)/;

/** A line is looked at up to here, characters. */
const LINE_CHARS = 1000;

/**
 * What ffmpeg says, within bounds: the beginning and the end as they are, and of what lies between them the lines
 * that describe the input.
 */
export class KeptWords {
  #head = '';
  #facts = '';
  #tail = '';

  push(text: string): void {
    const room = KEPT_CHARS - this.#head.length;
    this.#head += text.slice(0, Math.max(0, room));
    this.#tail += room > 0 ? text.slice(room) : text;
    if (this.#tail.length > 2 * KEPT_CHARS) this.#cut();
  }

  get text(): string {
    if (this.#tail.length > KEPT_CHARS) this.#cut();
    return this.#head + (this.#facts && `\n${this.#facts}`) + this.#tail;
  }

  /** Shortens the end to whole lines; a line that goes on for ever is cut. */
  #cut(): void {
    const from = this.#tail.length - KEPT_CHARS;
    const lineEnd = this.#tail.lastIndexOf('\n', from) + 1;
    const at = lineEnd > 0 ? lineEnd : from;
    for (const line of this.#tail.slice(0, at).split('\n')) {
      if (!FACT.test(line) || this.#facts.length > FACTS_CHARS) continue;
      this.#facts += `${line.slice(0, LINE_CHARS)}\n`;
    }
    this.#tail = this.#tail.slice(at);
  }
}
