/** A longer frame is no frame, bytes. */
const MAX_BYTES = 16 * 1024 * 1024;

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;

/**
 * Cuts a flow of JPEGs, one behind the other, into frames. It walks the markers (ITU-T T.81, B.1.1) and looks for
 * the end of the image only where it can stand: a table or a comment may contain the same two bytes.
 */
export class JpegSplitter {
  #bytes = Buffer.allocUnsafeSlow(64 * 1024);
  #length = 0;
  /** Everything before this position has been understood. */
  #at = 0;
  #inScan = false;

  /** `frame` is called with each JPEG; it is a view that is good during the call only. */
  constructor(private readonly frame: (jpeg: Uint8Array) => void) {}

  /** Throws when what comes is no flow of JPEGs. */
  push(piece: Uint8Array): void {
    this.#append(piece);
    for (let end = this.#walk(); end > 0; end = this.#walk()) {
      this.frame(this.#bytes.subarray(0, end));
      this.#bytes.copyWithin(0, end, this.#length);
      this.#length -= end;
      this.#at = 0;
      this.#inScan = false;
    }
  }

  #append(piece: Uint8Array): void {
    const needed = this.#length + piece.byteLength;
    if (needed > MAX_BYTES) throw new Error('A frame is longer than 16 MiB.');
    if (needed > this.#bytes.byteLength) {
      const larger = Buffer.allocUnsafeSlow(Math.min(MAX_BYTES, 2 * needed));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    this.#bytes.set(piece, this.#length);
    this.#length = needed;
  }

  /** Walks on as far as there are bytes; returns the length of the frame when its end was found, else 0. */
  #walk(): number {
    while (this.#inScan ? this.#toMarker() : this.#length - this.#at >= 2) {
      const code = this.#marker();
      if (code === EOI) return this.#at + 2;
      if (code === SOI) this.#at += 2;
      else if (!this.#skipSegment(code === SOS)) return 0;
    }
    return 0;
  }

  /** Finds the marker that ends the scan: no stuffed zero, no restart, no fill byte follows its first byte. */
  #toMarker(): boolean {
    for (;;) {
      const found = this.#bytes.subarray(0, this.#length).indexOf(0xff, this.#at);
      this.#at = found === -1 ? this.#length : found;
      if (this.#length - this.#at < 2) return false;
      const code = this.#bytes[this.#at + 1] ?? 0;
      const goesOn = code === 0 || (code >= 0xd0 && code <= 0xd7);
      if (!goesOn && code !== 0xff) {
        this.#inScan = false;
        return true;
      }
      this.#at += goesOn ? 2 : 1;
    }
  }

  #marker(): number {
    const code = this.#bytes[this.#at + 1] ?? 0;
    const isFirst = this.#at === 0;
    if (this.#bytes[this.#at] !== 0xff || isFirst !== (code === SOI)) {
      throw new Error('What came is no JPEG.');
    }
    return code;
  }

  /** Past a segment with its length; false when not all of its length has come yet. */
  #skipSegment(scanFollows: boolean): boolean {
    if (this.#length - this.#at < 4) return false;
    const next = this.#at + 2 + this.#bytes.readUInt16BE(this.#at + 2);
    if (next > this.#length) return false;
    this.#at = next;
    this.#inScan = scanFollows;
    return true;
  }
}
