/** What a method holds of its source, between the file and the link. All counts are bytes. */
export interface SourceMemory {
  /** Read from the file so far. */
  readonly readBytes: number;
  /** Held now. */
  readonly heldBytes: number;
  /** True when there is memory for another read. */
  readonly hasRoom: boolean;
  /** Reads the next block, at most `most` bytes of it; throws SourceFailure. */
  read(most: number): Promise<void>;
  /** How far the block that holds `offset` reaches: a piece taken from there cannot be longer. */
  reachOf(offset: number): number;
  /** Exactly [from, to) in an array whose buffer is no larger; valid until the next call. */
  take(from: number, to: number): Uint8Array<ArrayBuffer>;
  /** Everything before `offset` has been posted. */
  release(offset: number): void;
}
