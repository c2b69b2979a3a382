import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** SHA-256 of what a player was given, taken as it is given. */
export class LaneHash {
  readonly #hash = sha256.create();
  #bytes = 0;

  /** Bytes taken in so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Takes in the next bytes. */
  update(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
  }

  /** The hash, hex; nothing can follow it. */
  digest(): string {
    return bytesToHex(this.#hash.digest());
  }
}
