import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameBuffer } from '../../../model/camera/frame-buffer';
import { arriving, madePicture, PICTURE_US } from './made-frames';

const keysAt = fc.array(fc.nat(120), { maxLength: 6 }).map((keys) => new Set([0, ...keys]));

function filled(count: number, keys: ReadonlySet<number>): FrameBuffer {
  const buffer = new FrameBuffer();
  for (let i = 0; i < count; i += 1) buffer.push(arriving(madePicture(i, { key: keys.has(i) }), i));
  return buffer;
}

const numberOf = (frame: { timeUs: number }): number => Math.round(frame.timeUs / PICTURE_US);

describe('FrameBuffer', () => {
  it('gives each frame once, in order, and none before its time', () => {
    const buffer = filled(5, new Set([0]));
    expect(buffer.take(0)?.timeUs).toBe(0);
    expect(buffer.take(0)).toBeNull();
    expect(buffer.waiting).toBe(4);
    expect(buffer.take(4 * PICTURE_US)?.timeUs).toBe(PICTURE_US);
  });

  it('skips to the newest key frame before a moment, and never back', () => {
    fc.assert(
      fc.property(keysAt, fc.nat(120), fc.nat(120), (keys, taken, to) => {
        const buffer = filled(120, keys);
        for (let i = 0; i < taken; i += 1) buffer.take(Infinity);
        const key = Math.max(...[...keys].filter((each) => each <= to && each < 120));
        const left = buffer.skipTo(to * PICTURE_US);
        expect(left).toBe(Math.max(0, key - taken));
        const next = buffer.take(Infinity);
        if (next) expect(numberOf(next)).toBe(taken + left);
        if (next && left > 0) expect(next.key).toBe(true);
      }),
    );
  });

  it('finds what a moment is shown with: from its key frame up to it', () => {
    fc.assert(
      fc.property(keysAt, fc.nat(119), (keys, at) => {
        const group = filled(120, keys)
          .groupAt(at * PICTURE_US)
          .map(numberOf);
        const key = Math.max(...[...keys].filter((each) => each <= at));
        expect(group).toEqual(Array.from({ length: at - key + 1 }, (_, i) => key + i));
      }),
    );
  });

  it('forgets only what has been taken, and whole groups: every moment that is left can be shown', () => {
    fc.assert(
      fc.property(keysAt, fc.nat(120), fc.nat(140), (keys, taken, before) => {
        const buffer = filled(120, keys);
        for (let i = 0; i < taken; i += 1) buffer.take(Infinity);
        const { waiting } = buffer;
        buffer.forget(before * PICTURE_US);
        expect(buffer.waiting).toBe(waiting);
        const [first] = buffer.frames;
        expect(first?.key).toBe(true);
        expect(numberOf(first ?? { timeUs: 0 })).toBeLessThanOrEqual(Math.min(taken, before));
      }),
    );
  });
});
