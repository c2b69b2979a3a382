import { describe, expect, it, onTestFinished } from 'vitest';
import { blockBytesFor, ChunkMemory } from '../../../electron/reader/chunk-memory';
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
  it('uses the same two blocks for the whole source', async () => {
    const { file, content } = await opened(2_000_000);
    const memory = new ChunkMemory(file, 2_000_000, 200_000);
    const buffers = new Set<ArrayBuffer>();
    for (let at = 0; at < 2_000_000; at += 200_000) {
      if (at === 0) await memory.read(200_000);
      if (memory.readBytes < 2_000_000) await memory.read(200_000);
      expect(memory.hasRoom).toBe(memory.readBytes < at + 400_000);
      const piece = memory.take(at, at + 200_000);
      expect(Buffer.compare(piece, content.subarray(at, at + 200_000))).toBe(0);
      buffers.add(piece.buffer);
      memory.release(at + 200_000);
    }
    expect(buffers.size).toBe(2);
    expect(memory.heldBytes).toBe(0);
  });

  it('gives tight copies of parts, and knows what it does not hold', async () => {
    const { file, content } = await opened(300_000);
    const memory = new ChunkMemory(file, 300_000, 200_000);
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

  it('reads small chunks in blocks of whole chunks', () => {
    expect(blockBytesFor(1024)).toBe(262_144);
    expect(blockBytesFor(1000)).toBe(262_000);
    expect(blockBytesFor(150_000)).toBe(150_000);
    expect(blockBytesFor(1_000_000)).toBe(1_000_000);
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
