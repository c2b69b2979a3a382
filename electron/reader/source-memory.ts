/** What a method holds of its source, between the file and the link. All counts are bytes. */
export interface SourceMemory {
  /** Length of the source; Infinity while a camera goes on. */
  readonly sourceBytes: number;
  /** Read from the file so far. */
  readonly readBytes: number;
  /** Held now. */
  readonly heldBytes: number;
  /** True when there is memory for another read. */
  readonly hasRoom: boolean;
  /** Reads the next block, at most `most` bytes of it; throws SourceFailure. */
  read(most: number): Promise<void>;
  /** Where the chunk that begins at `from` ends; `from` itself while it is not whole, or when there is none. */
  chunkEnd(from: number): number;
  /** The lengths of the messages in which the whole chunks in [from, to) go. */
  lengths(from: number, to: number): number[];
  /** How far the block that holds `offset` reaches: a piece taken from there cannot be longer. */
  reachOf(offset: number): number;
  /** Exactly [from, to) in an array whose buffer is no larger; valid until the next call. */
  take(from: number, to: number): Uint8Array<ArrayBuffer>;
  /** Everything before `offset` has been posted. */
  release(offset: number): void;
}
