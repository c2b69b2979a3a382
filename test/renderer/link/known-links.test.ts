import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RequestAnswer } from '../../../electron/ipc/contract';
import { curveOfSegments } from '../../../model/link/rate-curve';
import { LinkSpecError } from '../../../model/link/spec/spec';
import { knowLink, linkOf } from '../../../renderer/link/known-links';

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

describe('links that the window knows', () => {
  it('need nobody when they say all themselves', async () => {
    expect(await knowLink('constant:1MB/s')).toBeNull();
    await expect(knowLink('constant:fast')).rejects.toThrow(LinkSpecError);
    expect(linkOf('constant:1MB/s').rate).toBe(1e6);
    expect(asked).toEqual([]);
  });

  it('are asked of main, and are then known at once, the same link each time', async () => {
    rates['trace:/a.log'] = 7;
    expect(() => linkOf('trace:/a.log')).toThrow(
      new LinkSpecError('The link "/a.log" has not been read yet; choose it again.'),
    );
    expect(await knowLink('trace:/a.log')).toBe('Read trace:/a.log.');
    const link = linkOf('trace:/a.log');
    expect(link).toMatchObject({ kind: 'trace', rate: 7, latencyMs: 50 });
    expect(linkOf('trace:/a.log')).toBe(link);
    expect(linkOf('trace:/a.log;latency=1ms')).toMatchObject({ latencyMs: 1, curve: link.curve });
    await knowLink('trace:/a.log');
    expect(linkOf('trace:/a.log').curve).toBe(link.curve);
  });

  it('change when their file does, under every option', async () => {
    rates['profile:tram'] = 7;
    rates['profile:tram;latency=1ms'] = 8;
    await knowLink('profile:tram');
    expect(linkOf('profile:tram').rate).toBe(7);
    await knowLink('profile:tram;latency=1ms');
    expect(linkOf('profile:tram').rate).toBe(8);
    expect(linkOf('profile:tram;latency=1ms').rate).toBe(8);
  });

  it('say why they cannot be known', async () => {
    await expect(knowLink('trace:/none')).rejects.toThrow('There is no file trace:/none.');
    rates['trace:/b;jitter=x'] = 1;
    await expect(knowLink('trace:/b;jitter=x')).rejects.toThrow('"x" is not a time');
  });

  it('are kept while they are used, and the oldest go', async () => {
    const texts = Array.from({ length: 13 }, (_, i) => `trace:/many/${i}`);
    texts.forEach((text, i) => (rates[text] = i + 1));
    const [first = '', second = ''] = texts;
    for (const text of texts.slice(0, 12)) await knowLink(text);
    // Another option of the first uses its curve again.
    linkOf(`${first};jitter=1ms`);
    await knowLink(texts[12] ?? '');
    expect(linkOf(`${first};jitter=2ms`).rate).toBe(1);
    expect(() => linkOf(`${second};jitter=2ms`)).toThrow('has not been read yet');
  });
});
