/** A prefetch in whole chunks, bytes: only whole chunks count, so all sizes up to the next chunk are one. */
export function inChunks(bytes: number, chunkBytes: number, sourceBytes: number): number {
  return Math.min(sourceBytes, Math.max(1, Math.ceil(bytes / chunkBytes)) * chunkBytes);
}
