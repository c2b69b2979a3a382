import { describe, expect, it, onTestFinished } from 'vitest';
import { blocksFor, ChunkMemory } from '../../../electron/reader/chunk-memory';
import { SourceFile } from '../../../electron/reader/source-file';
import { WholeMemory } from '../../../electron/reader/whole-memory';
import { sourceFile } from './lane-harness';

async function opened(bytes: number) {
  const source = sourceFile(bytes);
  const file = await SourceFile.open(source.path, bytes);
  onTestFinished(() => file.close());
  return { ...source, file };
}

describe('ChunkMemory', () => {
  it.each([1, 2])('uses the same %d blocks for the whole source', async (count) => {
    const { file, content } = await opened(2_000_000);
    const blocks = { bytes: 200_000, count };
    const memory = new ChunkMemory(file, 2_000_000, 200_000, blocks);
    const buffers = new Set<ArrayBuffer>();
    for (let at = 0; at < 2_000_000; at += 200_000) {
      while (memory.hasRoom && memory.readBytes < 2_000_000) await memory.read(200_000);
      expect(memory.heldBytes).toBe(Math.min(count * 200_000, 2_000_000 - at));
      const piece = memory.take(at, at + 200_000);
      expect(Buffer.compare(piece, content.subarray(at, at + 200_000))).toBe(0);
      buffers.add(piece.buffer);
      memory.release(at + 200_000);
    }
    expect(buffers.size).toBe(count);
    expect(memory.heldBytes).toBe(0);
  });

  it('gives tight copies of parts, and knows what it does not hold', async () => {
    const { file, content } = await opened(300_000);
    const memory = new ChunkMemory(file, 300_000, 200_000, { bytes: 200_000, count: 2 });
    await memory.read(200_000);
    expect(memory.reachOf(5)).toBe(200_000);
    const piece = memory.take(1024, 2048);
    expect(piece.buffer.byteLength).toBe(1024);
    expect(Buffer.compare(piece, content.subarray(1024, 2048))).toBe(0);
    expect(() => memory.take(200_000, 200_001)).toThrow(RangeError);
    await memory.read(200_000);
    const tail = memory.take(200_000, 300_000);
    expect(tail.buffer.byteLength).toBe(100_000);
    expect(memory.hasRoom).toBe(false);
  });

  it('reads one chunk at a time, and several only of those that nobody could tell apart', () => {
    const blocks = (chunkBytes: number, rate: number) =>
      blocksFor({ chunkBytes, readAheadChunks: 0 }, rate);
    expect(blocks(1_000_000, 1.3e6)).toEqual({ bytes: 1_000_000, count: 1 });
    expect(blocks(1_000_000, Infinity)).toEqual({ bytes: 1_000_000, count: 1 });
    expect(blocks(16_384, 50e6)).toEqual({ bytes: 16_384, count: 1 });
    expect(blocks(1024, 1.3e6)).toEqual({ bytes: 16 * 1024, count: 1 });
    expect(blocks(1024, 130e3)).toEqual({ bytes: 2 * 1024, count: 1 });
    expect(blocks(100, 130)).toEqual({ bytes: 100, count: 1 });
  });

  it('reads ahead in blocks of half of what may be held', () => {
    const blocks = (chunkBytes: number, readAheadChunks: number) =>
      blocksFor({ chunkBytes, readAheadChunks }, 1e6);
    expect(blocks(1_000_000, 1)).toEqual({ bytes: 1_000_000, count: 2 });
    expect(blocks(1_000_000, 4)).toEqual({ bytes: 1_000_000, count: 5 });
    expect(blocks(65_536, 7)).toEqual({ bytes: 4 * 65_536, count: 2 });
    expect(blocks(1024, 511)).toEqual({ bytes: 256 * 1024, count: 2 });
  });
});

describe('WholeMemory', () => {
  it('grows in steps that can be seen, and keeps everything', async () => {
    const { file, content } = await opened(20_000_000);
    const memory = new WholeMemory(file, 20_000_000, 1_000_000);
    const steps: number[] = [];
    while (memory.hasRoom) {
      await memory.read(20_000_000 - memory.readBytes);
      steps.push(memory.readBytes);
    }
    expect(steps).toEqual([8_388_608, 16_777_216, 20_000_000]);
    const piece = memory.take(19_000_000, 20_000_000);
    expect(piece.buffer.byteLength).toBe(1_000_000);
    expect(Buffer.compare(piece, content.subarray(19_000_000))).toBe(0);
    memory.release();
    expect(memory.heldBytes).toBe(20_000_000);
  });

  it.each([
    [199, 'too-large'],
    [200, null],
  ])('asks for half of the free memory at most: %s bytes free', async (free, code) => {
    const { file } = await opened(100);
    const reading = new WholeMemory(file, 100, 100, () => free).read(100);
    if (code === null) await expect(reading).resolves.toBeUndefined();
    else {
      await expect(reading).rejects.toMatchObject({
        code,
        memory: { neededBytes: 100, freeBytes: free },
      });
    }
  });
});
