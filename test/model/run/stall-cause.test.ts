import { describe, expect, test } from 'vitest';
import { en as words } from '../../../assets/words/en';
import { createLink } from '../../../model/link/link';
import { LINK_PRESETS } from '../../../model/link/spec/spec';
import { stallCause, type StallFacts } from '../../../model/run/stall-cause';

const steady = createLink(LINK_PRESETS.steady(1_300_000), 1);
const outage = { fromMs: 12_000, toMs: 17_000, byHand: false };

function cause(change: Partial<StallFacts>): string {
  const { code, params } = stallCause({
    atMs: 14_000,
    untilMs: 18_000,
    playingSinceMs: 1000,
    outages: [],
    link: steady,
    needs: 1_000_000,
    nextBytes: 1_000_000,
    heldSAt: () => 2,
    ...change,
  });
  return words.stallCause[code].replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    expect(params).toHaveProperty(name);
    return params[name] ?? '';
  });
}

describe('a stall', () => {
  test('while the link is down is laid to the outage, with what the buffer held', () => {
    expect(cause({ outages: [outage] })).toBe('the link was down 5.0 s; the buffer held 2.0 s');
  });

  test('that lasts knows only as much of the outage as has passed', () => {
    const lasting = { ...outage, toMs: Infinity };
    expect(cause({ outages: [lasting], untilMs: 15_000 })).toBe(
      'the link was down 3.0 s; the buffer held 2.0 s',
    );
  });

  test('right behind an outage, before the next chunk could cross, is laid to it too', () => {
    expect(cause({ outages: [outage], atMs: 17_500 })).toContain('the link was down 5.0 s');
    expect(cause({ outages: [outage], atMs: 19_500 })).not.toContain('down');
  });

  test('asks what the buffer held when the outage began', () => {
    const asked: number[] = [];
    cause({ outages: [outage], heldSAt: (tMs) => asked.push(tMs) });
    expect(asked).toEqual([12_000]);
  });

  test('tells the hand from a scheduled outage', () => {
    expect(cause({ outages: [{ fromMs: 12_000, toMs: 15_200, byHand: true }] })).toBe(
      'the link was cut by hand 3.2 s; the buffer held 2.0 s',
    );
  });

  test('behind outages in a row is laid to all of them, named after the longest', () => {
    const first = { fromMs: 10_000, toMs: 13_000, byHand: true };
    const second = { fromMs: 13_300, toMs: 14_300, byHand: false };
    expect(cause({ outages: [first, second], heldSAt: (t) => (t === 10_000 ? 1.5 : 0) })).toBe(
      'the link was cut by hand 4.0 s; the buffer held 1.5 s',
    );
  });

  test('is not laid to an outage that was made good, nor to one to come', () => {
    const old = { fromMs: 2000, toMs: 3000, byHand: false };
    const later = { fromMs: 14_000, toMs: 16_000, byHand: false };
    expect(cause({ outages: [old, later] })).not.toContain('down');
  });

  test('over a link that is too slow says both rates', () => {
    const slow = createLink(LINK_PRESETS.steady(800_000), 1);
    expect(cause({ link: slow })).toBe('the link carries 0.8 MB/s, playback needs 1.0 MB/s');
    expect(cause({ link: createLink(LINK_PRESETS.steady(980_000), 1) })).toBe(
      'the link carries 0.980 MB/s, playback needs 1.000 MB/s',
    );
  });

  test('over a link that would do is laid to what had not crossed', () => {
    expect(cause({ nextBytes: 3_000_000 })).toBe(
      'the next 3 MB to play had not crossed the link yet',
    );
    const unlimited = createLink(LINK_PRESETS.unlimited(), 1);
    expect(cause({ link: unlimited, playingSinceMs: 14_000 })).toContain('had not crossed');
  });
});
