import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ViewerWindow } from '../../../../electron/server/feed/viewer-window';

/** A picture of this many bytes 25 times a second for a viewer that reads so many bytes a second. */
function watched(pictureBytes: number, bytesPerSecond: number, seconds: number) {
  const window = new ViewerWindow(0);
  /** When each picture was sent, and at which byte it ends. */
  const sent: { atMs: number; endBytes: number }[] = [];
  const ages: { atMs: number; ageMs: number }[] = [];
  let read = 0;
  for (let tMs = 0; tMs <= seconds * 1000; tMs += 10) {
    read = Math.min(window.sentBytes, read + bytesPerSecond / 100);
    while (sent[0] && sent[0].endBytes <= read) {
      ages.push({ atMs: tMs, ageMs: tMs - sent[0].atMs });
      sent.shift();
    }
    if (tMs % 250 === 60) window.looked(window.sentBytes - read, window.sentBytes, tMs);
    if (tMs % 40 === 0 && window.isOpen) {
      window.sent(pictureBytes);
      sent.push({ atMs: tMs, endBytes: window.sentBytes });
    }
  }
  return { ages, sentBytes: window.sentBytes };
}

describe('a viewer that reads', () => {
  it('slowly sees no picture older than about two seconds, once it has begun', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 60_000 }),
        fc.integer({ min: 10_000, max: 600_000 }),
        (pictureBytes, bytesPerSecond) => {
          // What no rule can do: a picture that takes longer than that by itself.
          const aloneMs = (pictureBytes / bytesPerSecond) * 1000;
          const startMs = (64_000 / bytesPerSecond) * 1000 + aloneMs + 1500;
          const { ages } = watched(pictureBytes, bytesPerSecond, 30);
          const later = ages.filter(({ atMs }) => atMs > startMs).map(({ ageMs }) => ageMs);
          expect(Math.max(0, ...later)).toBeLessThanOrEqual(2000 + 2 * aloneMs);
        },
      ),
    );
  });

  it('as fast as they come loses none', () => {
    const { sentBytes } = watched(30_000, 5_000_000, 20);
    expect(sentBytes).toBe(30_000 * (20 * 25 + 1));
  });

  it('nothing at all is given no more', () => {
    const { sentBytes } = watched(30_000, 0, 60);
    expect(sentBytes).toBeLessThanOrEqual(90_000);
  });
});
