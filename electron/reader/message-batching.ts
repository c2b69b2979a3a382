/** Finished small chunks go together in one message of at most this many bytes. */
export const MESSAGE_BYTES = 1024 * 1024;

/**
 * Cuts the whole chunks in [from, to) into messages, each a power of two of chunks: so few different lengths
 * that every length can keep one array for good. A short last chunk of the source goes alone.
 */
export function messageBatches(from: number, to: number, chunkBytes: number): number[] {
  const lengths: number[] = [];
  let chunks = Math.floor((to - from) / chunkBytes);
  const most = Math.max(1, Math.floor(MESSAGE_BYTES / chunkBytes));
  while (chunks > 0) {
    const together = 2 ** Math.floor(Math.log2(Math.min(chunks, most)));
    lengths.push(together * chunkBytes);
    chunks -= together;
  }
  const rest = (to - from) % chunkBytes;
  return rest > 0 ? [...lengths, rest] : lengths;
}
