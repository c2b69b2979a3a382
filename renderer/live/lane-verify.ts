import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { laneFault } from './lane-fault';
import type { LaneTelemetry } from './lane-telemetry';
import { messageOf } from '../../model/message-of';

/** Holds what a player was given against what the delivered file holds, by SHA-256. */
export class LaneVerify {
  readonly #hash = sha256.create();
  readonly #name: string;
  readonly #telemetry: LaneTelemetry;
  #bytes = 0;
  #done = false;

  /** `name` is the file's, for the sentence of a mismatch. */
  constructor(name: string, telemetry: LaneTelemetry) {
    this.#name = name;
    this.#telemetry = telemetry;
  }

  /** Bytes given so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The player has taken these bytes, the next in order. */
  given(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
  }

  /** Compares all that was given with the hash of as much of the file, hex; once. The lane breaks when they differ. */
  compare(fileSha256: string | null): void {
    if (this.#done) return;
    this.#done = true;
    const given = bytesToHex(this.#hash.digest());
    this.#telemetry.verified(given, this.#bytes);
    if (given === fileSha256) return;
    const fault = { code: 'hash-mismatch', detail: given, atBytes: this.#bytes } as const;
    this.#telemetry.failed(laneFault(this.#name, fault));
  }

  /** The same for a lane that was stopped early, with the file's hash asked for now. */
  async comparePart(fileSha256: (bytes: number) => Promise<string>): Promise<void> {
    if (this.#done) return;
    try {
      this.compare(await fileSha256(this.#bytes));
    } catch (error) {
      const detail = messageOf(error);
      const fault = { code: 'file-unreadable', detail, atBytes: this.#bytes } as const;
      this.#telemetry.failed(laneFault(this.#name, fault));
    }
  }
}
