/** What a reader posted before it ended may be heard after its end has been reported: this long, ms. */
const LAST_WORDS_MS = 100;

/** Waits for the last words of a reader process that has ended, of which the port and main tell independently. */
export class ReaderEnd {
  /** Undefined while the reader lives; its exit code, or null as long as that is not known. */
  #code: number | null | undefined;

  /** `heardAll` is called once, with the exit code as far as it is known by then. */
  constructor(private readonly heardAll: (code: string) => void) {}

  /** It has ended, with this exit code when it is known. */
  ended(code: number | null): void {
    if (this.#code === undefined) {
      setTimeout(() => this.heardAll(String(this.#code ?? '?')), LAST_WORDS_MS);
    }
    this.#code = code ?? this.#code ?? null;
  }
}
