import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RequestAnswer } from '../../../electron/ipc/contract';
import { curveOfSegments } from '../../../model/link/rate-curve';
import { LinkSpecError } from '../../../model/link/spec/spec';
import { loadLink } from '../../../renderer/link/load-link';

type Answer = RequestAnswer<'link:load'>;

/** What main answers, by SPEC, each time with columns of its own as they come over the bridge. */
let rates: Record<string, number>;
let asked: string[];

function answer(text: string): Answer {
  const rate = rates[text];
  if (rate === undefined) return { ok: false, message: `There is no file ${text}.` };
  const curve = curveOfSegments([{ fromMs: 0, rate }], 1000);
  return { ok: true, known: { curve, latencyMs: 50 }, note: `Read ${text}.` };
}

beforeEach(() => {
  rates = {};
  asked = [];
  const request = (_channel: string, { text }: { text: string }): Promise<Answer> => {
    asked.push(text);
    return Promise.resolve(answer(text));
  };
  vi.stubGlobal('window', { bufferscope: { request } });
});
afterEach(() => vi.unstubAllGlobals());

const linkIn = async (text: string) => (await loadLink(text)).link;

describe('loading a link', () => {
  it('needs nobody when its text says all', async () => {
    expect(await loadLink('constant:1MB/s')).toMatchObject({ link: { rate: 1e6 }, note: null });
    await expect(loadLink('constant:fast')).rejects.toThrow(LinkSpecError);
    expect(asked).toEqual([]);
  });

  it('asks main for a curve, which is the same one each time and under every option', async () => {
    rates['trace:/a.log'] = 7;
    rates['trace:/a.log;latency=1ms'] = 7;
    const { link, note } = await loadLink('trace:/a.log');
    expect(note).toBe('Read trace:/a.log.');
    expect(link).toMatchObject({ kind: 'trace', rate: 7, latencyMs: 50 });
    expect((await linkIn('trace:/a.log')).curve).toBe(link.curve);
    const later = await linkIn('trace:/a.log;latency=1ms');
    expect(later.latencyMs).toBe(1);
    expect(later.curve).toBe(link.curve);
  });

  it('finds a file that has changed', async () => {
    rates['profile:tram'] = 7;
    const before = await linkIn('profile:tram');
    rates['profile:tram'] = 8;
    const after = await linkIn('profile:tram');
    expect([before.rate, after.rate]).toEqual([7, 8]);
  });

  it('says why it cannot', async () => {
    await expect(loadLink('trace:/none')).rejects.toThrow('There is no file trace:/none.');
    rates['trace:/b;jitter=x'] = 1;
    await expect(loadLink('trace:/b;jitter=x')).rejects.toThrow('"x" is not a time');
  });

  it('keeps the curves that are used, and lets the oldest go', async () => {
    const texts = Array.from({ length: 13 }, (_, i) => `trace:/many/${i}`);
    texts.forEach((text, i) => (rates[text] = i + 1));
    const [first = '', second = '', ...others] = texts;
    const curveOf = async (text: string) => (await linkIn(text)).curve;
    const [a, b] = [await curveOf(first), await curveOf(second)];
    for (const text of others.slice(0, -1)) await curveOf(text);
    expect(await curveOf(first)).toBe(a);
    await curveOf(others.at(-1) ?? '');
    expect(await curveOf(first)).toBe(a);
    expect(await curveOf(second)).not.toBe(b);
  });
});
