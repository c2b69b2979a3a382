import { uintOf } from '../media/ebml';
import { CLUSTER, joined, WebmPieces, type Piece } from './webm-pieces';

const TIMESTAMP = 0xe7;

/**
 * A WebM out of one that is being recorded, from whatever moment on: its head (kept from the beginning), then its
 * clusters from the next one on, which count from 0 again. Browsers begin a cluster with every picture that stands
 * by itself. What it gives ends with a whole block, so that it plays wherever it is left off.
 */
export class WebmExcerpt {
  readonly #pieces = new WebmPieces();
  readonly #head: Uint8Array[] = [];
  #headEnded = false;
  #state: 'off' | 'waiting' | 'on' = 'off';
  /** Time of the first cluster that is given, in the recording's units; null before it is known. */
  #from: number | null = null;

  /** From the next cluster on, what is pushed is given. */
  begin(): void {
    this.#state = 'waiting';
    this.#from = null;
  }

  /** Nothing more is given; another excerpt may begin. */
  end(): void {
    this.#state = 'off';
  }

  /** Takes the recording's next bytes, whether wanted or not; gives those of the excerpt. Throws when they are no WebM. */
  push(slice: Uint8Array): Uint8Array<ArrayBuffer> {
    return joined(this.#pieces.push(slice).flatMap((piece) => this.#given(piece)));
  }

  #given(piece: Piece): Uint8Array[] {
    if (piece.id === CLUSTER) this.#headEnded = true;
    if (!this.#headEnded) {
      // A view would keep the whole slice.
      this.#head.push(piece.bytes.slice());
      return [];
    }
    if (this.#state === 'on') return [piece.id === TIMESTAMP ? this.#counted(piece) : piece.bytes];
    if (this.#state === 'off' || piece.id !== CLUSTER) return [];
    this.#state = 'on';
    return [...this.#head, piece.bytes];
  }

  /** The same field with the time since the first cluster: less, so it fits. */
  #counted({ bytes, body }: Piece): Uint8Array {
    const time = uintOf(bytes, { body, end: bytes.length });
    this.#from ??= time;
    const changed = bytes.slice();
    let left = time - this.#from;
    for (let at = changed.length - 1; at >= body; at -= 1) {
      changed[at] = left % 256;
      left = Math.floor(left / 256);
    }
    return changed;
  }
}
