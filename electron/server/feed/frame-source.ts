/** Who hears a source: frames, and at most once that it ended by itself. */
export interface FrameListener {
  /** A whole JPEG; its memory is the source's own again when this returns. */
  frame(jpeg: Uint8Array): void;
  /** No more frames will come; what the source said about it, for the log. */
  ended(detail: string): void;
}

/** Where the pictures of the feed come from: a file played in a loop, a test picture, a camera. */
export interface FrameSource {
  /** Begins, once. */
  start(listener: FrameListener): void;
  /** Ends; settles when nothing of it is left. */
  stop(): Promise<void>;
}
