import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServerEvent } from '../../../../electron/ipc/server-port';
import { REQUEST_ENDS } from '../../../../renderer/server/log/common-log-format';
import { httpArchive } from '../../../../renderer/server/log/har';
import { readArchive } from '../../../../renderer/server/log/read-har';
import { event } from '../made';

const EPOCH_MS = Date.UTC(2026, 10, 30, 12);
const written = (events: ServerEvent[]) =>
  httpArchive(events, { origin: 'http://127.0.0.1:8080', epochMs: EPOCH_MS });

const ended = fc.record({
  kind: fc.constantFrom(...REQUEST_ENDS),
  beganMs: fc.nat({ max: 1e6 }),
  waitedMs: fc.nat({ max: 60_000 }),
  tookMs: fc.nat({ max: 60_000 }),
  client: fc.integer({ min: 1, max: 1e6 }),
  status: fc.constantFrom(0, 200, 403, 503),
  sentBytes: fc.nat(),
  target: fc.webPath().map((path) => `/${path}`),
  userAgent: fc.string(),
});

describe('an exported log that is read again', () => {
  it('holds what was written, from the beginning of its first request on', () => {
    fc.assert(
      fc.property(fc.array(ended, { minLength: 1 }), (requests) => {
        const first = Math.min(...requests.map(({ beganMs }) => beganMs));
        const eventsFrom = (zeroMs: number) =>
          requests.map(({ beganMs, ...rest }) =>
            event({ ...rest, tMs: beganMs - zeroMs + rest.waitedMs + rest.tookMs }),
          );
        const read = readArchive('a.har', written(eventsFrom(0)));
        expect(read.map(({ tMs }) => tMs)).toEqual(
          read.map(({ tMs }) => tMs).toSorted((a, b) => a - b),
        );
        const byAll = (a: ServerEvent, b: ServerEvent) =>
          JSON.stringify(a).localeCompare(JSON.stringify(b));
        expect(read.toSorted(byAll)).toEqual(eventsFrom(first).toSorted(byAll));
      }),
    );
  });

  it('of nobody’s requests is empty', () => {
    expect(readArchive('a.har', written([event({ kind: 'queued' })]))).toEqual([]);
  });

  it('is refused in one sentence when it is anything else', () => {
    const good = JSON.parse(written([event({ kind: 'done' })])) as Record<string, unknown>;
    const text = JSON.stringify(good);
    const others = [
      '',
      'null',
      '{"log":{"version":"1.2","creator":{"name":"WebInspector"},"entries":[]}}',
      text.replace('"comment":"done"', '"comment":"queued"'),
      text.replace('"wait":0', '"wait":-1'),
      text.replace('"wait":0', '"wait":1e999'),
      text.replace('"connection":"1"', '"connection":"__proto__"'),
      text.replace(/"startedDateTime":"[^"]*"/, '"startedDateTime":"yesterday"'),
    ];
    for (const other of others) {
      expect(other).not.toBe(text);
      expect(() => readArchive('b.har', other)).toThrow(
        'b.har is no request log of this room. Choose a HAR that was exported here.',
      );
    }
  });
});
