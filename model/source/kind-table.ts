/** What tells the kind of a source; MediaInfo and the media of a run's log are such. */
export interface KindedSource {
  kind: string;
}

/** The kind of what is delivered while nothing has been said of it. */
const USUAL = 'media';

/** One part of every kind of source, such as its rules or its picture, by the name of the kind. */
export class KindTable<Part> {
  readonly #parts = new Map<string, Part>();

  /** Makes a kind known; a name that is there already is a mistake. */
  add(id: string, part: Part): void {
    if (this.#parts.has(id)) throw new Error(`The kind "${id}" of a source is there already.`);
    this.#parts.set(id, part);
  }

  has(id: string): boolean {
    return this.#parts.has(id);
  }

  /** The part of a source's kind; while no source is open, that of media. Throws when nobody has made it known. */
  of(source: KindedSource | null): Part {
    const id = source?.kind ?? USUAL;
    const part = this.#parts.get(id);
    if (part === undefined) throw new Error(`There is no kind "${id}" of a source.`);
    return part;
  }
}
