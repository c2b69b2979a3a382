/** Parts of which it is kept how long they lay open. */
const MAX_TIMED = 1000;

/**
 * Counts the parts of a multipart body as its bytes come, however they are cut: a part is whole once the
 * delimiter behind it ("CRLF--boundary", RFC 2046, 5.1.1) is there.
 */
export class BoundaryCounter {
  readonly #delimiter: Buffer;
  /** The end of what came before, in which a delimiter may have begun. */
  #carry: Buffer;
  #found = 0;
  /** When the newest byte came that belongs to a part and to no delimiter, ms. */
  #partMs = 0;
  readonly #behindMs: number[] = [];

  constructor(boundary: string) {
    this.#delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1');
    // The first delimiter may stand at the very beginning, without its line break.
    this.#carry = Buffer.from('\r\n');
  }

  /** Whole parts so far. */
  get parts(): number {
    return Math.max(0, this.#found - 1);
  }

  /** How long a whole part had been here before the delimiter behind it was, ms: their median; null before there is one. */
  get behindMs(): number | null {
    const sorted = [...this.#behindMs].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? null;
  }

  /** Takes bytes that came at a moment, ms. */
  push(bytes: Buffer, nowMs = 0): void {
    const all = Buffer.concat([this.#carry, bytes]);
    const { length } = this.#delimiter;
    let from = 0;
    const before = this.#carry.length;
    for (let at = all.indexOf(this.#delimiter); at >= 0; at = all.indexOf(this.#delimiter, from)) {
      this.#found += 1;
      // What stands before the delimiter and came with these bytes has not waited for it.
      if (at > Math.max(from, before)) this.#partMs = nowMs;
      if (this.#found > 1 && this.#behindMs.length < MAX_TIMED) {
        this.#behindMs.push(nowMs - this.#partMs);
      }
      from = at + length;
    }
    if (all.length > Math.max(from, before)) this.#partMs = nowMs;
    this.#carry = all.subarray(Math.max(from, all.length - length + 1));
  }
}

/** The boundary that a Content-Type names; null when it is no multipart type. */
export function boundaryOf(contentType: string): string | null {
  const found = /^multipart\/[^;]+;.*?\bboundary="?([^";]+)"?/i.exec(contentType);
  return found?.[1]?.trim() ?? null;
}
