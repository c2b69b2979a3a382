/** The most characters of text that are kept. */
const KEPT_CHARS = 64 * 1024;

/** The most characters that are shown at once. */
const SHOWN_CHARS = 4096;

interface Piece {
  /** Bytes of the source up to the end of this piece. */
  endBytes: number;
  text: string;
}

/** The last of a text that is decoded as its bytes are consumed. */
export class TextTail {
  readonly #decoder: TextDecoder;
  readonly #pieces: Piece[] = [];
  #bytes = 0;
  #chars = 0;

  /** `start` is the beginning of the source, as much of it as is known: it tells the encoding. */
  constructor(start: Uint8Array) {
    this.#decoder = new TextDecoder(encodingOf(start));
  }

  /** Decodes bytes that have just been consumed; characters cut in two are completed by the next. */
  push(bytes: Uint8Array): void {
    const text = this.#decoder.decode(bytes, { stream: true });
    this.#bytes += bytes.length;
    this.#chars += text.length;
    this.#pieces.push({ endBytes: this.#bytes, text });
    while (this.#chars - (this.#pieces[0]?.text.length ?? 0) >= KEPT_CHARS) {
      this.#chars -= this.#pieces.shift()?.text.length ?? 0;
    }
  }

  /** The text up to a byte offset of the source: its last few kB. */
  upTo(bytes: number): string {
    let text = '';
    for (let i = this.#pieces.length - 1; i >= 0 && text.length < SHOWN_CHARS; i--) {
      const piece = this.#pieces[i];
      if (piece && piece.endBytes <= bytes) text = piece.text + text;
    }
    return text.slice(-SHOWN_CHARS);
  }
}

/** UTF-16 by its mark, else UTF-8 when the bytes are that, else Windows-1252, which takes any byte. */
export function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}
