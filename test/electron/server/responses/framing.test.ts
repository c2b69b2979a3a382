import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Block, LAST_CHUNK } from '../../../../electron/server/responses/framing';

/** The chunks of a chunked body, by the letter of RFC 9112. */
function chunksOf(wire: Buffer): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 0; ;) {
    const line = wire.indexOf('\r\n', at);
    const digits = wire.toString('latin1', at, line);
    expect(digits).toMatch(/^[0-9a-f]+$/);
    const from = line + 2;
    const to = from + parseInt(digits, 16);
    expect(wire.toString('latin1', to, to + 2)).toBe('\r\n');
    at = to + 2;
    if (to === from) {
      expect(at).toBe(wire.byteLength);
      return chunks;
    }
    chunks.push(wire.subarray(from, to));
  }
}

/** A content sent block by block through one block of memory. */
function sent(content: Buffer, pieceBytes: number, framed: boolean, most?: number): Buffer {
  const block = new Block(pieceBytes, framed, most);
  const wire: Buffer[] = [];
  for (let at = 0; at < content.byteLength; at += block.payloadBytes) {
    const part = content.subarray(at, at + block.payloadBytes);
    block.target(part.byteLength).set(part);
    const { wire: bytes, payloadBytes } = block.framed(part.byteLength);
    expect(payloadBytes).toBe(part.byteLength);
    wire.push(Buffer.from(bytes));
  }
  block.close();
  return Buffer.concat(wire);
}

const content = fc.uint8Array({ maxLength: 5000 }).map((bytes) => Buffer.from(bytes));
const pieceBytes = fc.integer({ min: 1, max: 6000 });
const most = fc.integer({ min: 1, max: 4000 });

it('sends every piece as a chunk of its own, and all of them together are the content', () => {
  fc.assert(
    fc.property(content, pieceBytes, most, (content, pieceBytes, most) => {
      const chunks = chunksOf(Buffer.concat([sent(content, pieceBytes, true, most), LAST_CHUNK]));
      expect(Buffer.concat(chunks)).toEqual(content);
      const last = chunks.pop();
      expect(chunks.every(({ byteLength }) => byteLength === pieceBytes)).toBe(true);
      if (last) expect(last.byteLength).toBeLessThanOrEqual(pieceBytes);
    }),
  );
});

it('without framing sends the content as it is', () => {
  fc.assert(
    fc.property(content, pieceBytes, (content, pieceBytes) => {
      expect(sent(content, pieceBytes, false)).toEqual(content);
    }),
  );
});

it('puts small pieces together in blocks of about 64 KiB, and never cuts one', () => {
  expect(new Block(1, true).payloadBytes).toBeGreaterThan(10_000);
  expect(new Block(1024, true).payloadBytes % 1024).toBe(0);
  expect(new Block(16 * 1024 * 1024, true).payloadBytes).toBe(16 * 1024 * 1024);
});
