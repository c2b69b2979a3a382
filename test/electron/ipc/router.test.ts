import { describe, expect, it } from 'vitest';
import { NOTICE_CHANNELS, REQUEST_CHANNELS } from '../../../electron/ipc/channels';
import { NOTICES, REQUESTS, type RequestChannel } from '../../../electron/ipc/contract';
import { answer, type Handlers } from '../../../electron/ipc/router';
import { curveOfSegments } from '../../../model/link/rate-curve';
import { DEFAULT_LINK } from '../../../model/link/spec/spec';
import { stepsSpec } from '../../../model/link/spec/presets';

const OURS = { trusted: true };
const STRANGER = { trusted: false };

/** Handlers that note what reached them; none of them may be reached by what is not valid. */
function recording(): { handlers: Handlers; reached: [string, unknown][] } {
  const reached: [string, unknown][] = [];
  const handlers = Object.fromEntries(
    Object.keys(REQUESTS).map((channel) => [
      channel,
      (payload: unknown) => {
        reached.push([channel, payload]);
        return 'done';
      },
    ]),
  ) as unknown as Handlers;
  return { handlers, reached };
}

const LANE = {
  method: 'full-buffer',
  chunkBytes: 1_000_000,
  startBytes: 10,
  resumeBytes: 10,
  maxBufferBytes: Infinity,
  bufferWhole: true,
  bufferLimitRaised: false,
  readAheadChunks: 0,
};
const OPEN_LANES = { runId: 'r', mediaId: 'm', link: DEFAULT_LINK, seed: 1, lanes: [LANE] };
/** A link whose steps begin at these times, ms. */
const stepping = (...fromMs: number[]) =>
  stepsSpec(
    curveOfSegments(
      fromMs.map((ms) => ({ fromMs: ms, rate: 1e6 })),
      100,
    ),
  );

describe('the gate', () => {
  it('knows every channel of the contract', () => {
    expect(Object.keys(REQUEST_CHANNELS).sort()).toEqual(Object.keys(REQUESTS).sort());
    expect(Object.keys(NOTICE_CHANNELS).sort()).toEqual(Object.keys(NOTICES).sort());
  });

  it.each(Object.keys(REQUESTS) as RequestChannel[])(
    'refuses %s from a stranger',
    async (channel) => {
      const { handlers, reached } = recording();
      const reply = await answer(handlers, channel, STRANGER, undefined);
      expect(reply).toEqual({ ok: false, message: expect.stringContaining(channel) as string });
      expect(reached).toEqual([]);
    },
  );

  it('lets a valid request through, without what the contract does not name', async () => {
    const { handlers, reached } = recording();
    const payload = { path: '/tmp/a.mp4', as: 'auto', extra: 'no' };
    expect(await answer(handlers, 'media:open', OURS, payload)).toEqual({
      ok: true,
      value: 'done',
    });
    expect(reached).toEqual([['media:open', { path: '/tmp/a.mp4', as: 'auto' }]]);
  });

  it('lets the endless credit of a full buffer through', async () => {
    const { handlers, reached } = recording();
    await answer(handlers, 'run:open-lanes', OURS, OPEN_LANES);
    expect(reached).toEqual([['run:open-lanes', OPEN_LANES]]);
  });

  it('lets the curve of a link through', async () => {
    const { handlers, reached } = recording();
    const request = { ...OPEN_LANES, link: stepping(0, 5, 99) };
    await answer(handlers, 'run:open-lanes', OURS, request);
    expect(reached).toEqual([['run:open-lanes', request]]);
  });

  it.each<[RequestChannel, unknown, string]>([
    ['app:info', {}, 'payload'],
    ['media:open', undefined, 'payload'],
    ['media:open', { path: '', as: 'auto' }, 'path'],
    ['media:open', { path: 7, as: 'auto' }, 'path'],
    ['media:open', { path: '/a', as: 'video' }, 'as'],
    ['media:hash', { mediaId: null }, 'mediaId'],
    ['recording:begin', { path: '/etc/passwd' }, 'kinds'],
    ['recording:slice', { bytes: 'webm' }, 'bytes'],
    ['recording:slice', { bytes: [1, 2] }, 'bytes'],
    ['link:load', { text: '' }, 'text'],
    ['link:list', {}, 'payload'],
    ['link:choose-trace', '/etc', 'payload'],
    ['link:save', { name: 'a', curve: 'steps:0=1MB/s', replace: 'yes' }, 'replace'],
    ['link:save', { name: 'a', curve: { kind: 'steps' }, replace: false }, 'curve'],
    ['link:remove', { name: '' }, 'name'],
    ['link:export', { text: 'unlimited', format: 'pcap' }, 'format'],
    ['run:open-lanes', { ...OPEN_LANES, lanes: [] }, 'lanes'],
    ['run:open-lanes', { ...OPEN_LANES, lanes: [LANE, LANE, LANE, LANE] }, 'lanes'],
    [
      'run:open-lanes',
      { ...OPEN_LANES, lanes: [{ ...LANE, chunkBytes: -1 }] },
      'lanes.0.chunkBytes',
    ],
    ['run:open-lanes', { ...OPEN_LANES, lanes: [{ ...LANE, method: 'ftp' }] }, 'lanes.0.method'],
    ['run:open-lanes', { ...OPEN_LANES, seed: 1.5 }, 'seed'],
    ['run:open-lanes', { ...OPEN_LANES, link: 'unlimited' }, 'link'],
    ['run:open-lanes', { ...OPEN_LANES, link: { ...DEFAULT_LINK, rate: -1 } }, 'link.rate'],
    ['run:open-lanes', { ...OPEN_LANES, link: stepping(1) }, 'link.curve'],
    ['run:open-lanes', { ...OPEN_LANES, link: stepping(0, 9, 9) }, 'link.curve'],
    ['run:open-lanes', { ...OPEN_LANES, link: stepping(0, 100) }, 'link.curve'],
    ['run:close-lanes', 'r', 'payload'],
    ['run:save-report', { html: 'x' }, 'log'],
    ['preferences:set', { theme: 'pink' }, 'theme'],
    ['preferences:set', { volume: 2 }, 'volume'],
    ['preferences:set', { cacheCapBytes: NaN }, 'cacheCapBytes'],
    ['preferences:set', { cacheCapBytes: 1e308 }, 'cacheCapBytes'],
    ['preferences:set', { camera: 'allowed' }, 'payload'],
    ['preferences:set', { recent: ['/etc/passwd'] }, 'payload'],
    ['camera:consent', { wanted: 'yes' }, 'wanted'],
    ['run:open-lanes', { ...OPEN_LANES, seed: 1e15 }, 'seed'],
    [
      'run:open-lanes',
      { ...OPEN_LANES, lanes: [{ ...LANE, chunkBytes: 1e9 }] },
      'lanes.0.chunkBytes',
    ],
    [
      'run:open-lanes',
      { ...OPEN_LANES, lanes: [{ ...LANE, startBytes: 1e308 }] },
      'lanes.0.startBytes',
    ],
    ['run:open-lanes', { ...OPEN_LANES, runId: 'r'.repeat(101) }, 'runId'],
    ['media:hash', { mediaId: 'm', bytes: 1e308 }, 'bytes'],
    ['headless:refused', { code: 'none', message: '', detail: '' }, 'code'],
  ])('refuses %s with %j and names %s', async (channel, payload, field) => {
    const { handlers, reached } = recording();
    const reply = await answer(handlers, channel, OURS, payload);
    expect(reply).toMatchObject({ ok: false });
    expect(!reply.ok && reply.message).toContain(`${field}:`);
    expect(!reply.ok && reply.message).toContain(channel);
    expect(reached).toEqual([]);
  });

  it('passes on the sentence of an error and nothing else of it', async () => {
    const { handlers } = recording();
    const failing = (error: Error): Handlers => ({
      ...handlers,
      'media:choose': () => Promise.reject(error),
    });
    const reply = (error: Error) => answer(failing(error), 'media:choose', OURS, undefined);
    expect(await reply(new Error('Said so.'))).toEqual({ ok: false, message: 'Said so.' });
    expect(await reply(new Error(''))).toMatchObject({
      ok: false,
      message: expect.stringContaining('media:choose') as string,
    });
  });
});
