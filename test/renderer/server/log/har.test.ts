import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { httpArchive } from '../../../../renderer/server/log/har';
import { event } from '../made';

/** HAR 1.2, "HTTP Archive 1.2": the fields that it does not call optional, and those that are used here. */
const pair = z.strictObject({ name: z.string(), value: z.string() });
const message = {
  httpVersion: z.string(),
  cookies: z.array(z.never()),
  headers: z.array(pair),
  headersSize: z.int().min(-1),
  bodySize: z.int().min(-1),
};
const archive = z.strictObject({
  log: z.strictObject({
    version: z.literal('1.2'),
    creator: z.strictObject({ name: z.string(), version: z.string().min(1) }),
    entries: z.array(
      z
        .strictObject({
          startedDateTime: z.iso.datetime(),
          time: z.number().nonnegative(),
          request: z.strictObject({
            ...message,
            method: z.string(),
            url: z.string(),
            queryString: z.array(pair),
          }),
          response: z.strictObject({
            ...message,
            status: z.int(),
            statusText: z.string(),
            content: z.strictObject({ size: z.int(), mimeType: z.string() }),
            redirectURL: z.string(),
          }),
          cache: z.strictObject({}),
          timings: z.strictObject({ send: z.number(), wait: z.number(), receive: z.number() }),
          connection: z.string(),
          comment: z.string(),
        })
        .refine(({ time, timings: { send, wait, receive } }) => time === send + wait + receive),
    ),
  }),
});

const read = (...events: Parameters<typeof httpArchive>[0]) =>
  archive.parse(
    JSON.parse(httpArchive(events, { origin: 'http://127.0.0.1:8080', epochMs: 1.7e12 })),
  ).log.entries;

describe('the request log as an HTTP Archive', () => {
  it('has an entry for every request that has ended, in the order in which they began', () => {
    const entries = read(
      event({ kind: 'queued', tMs: 100 }),
      event({ kind: 'done', tMs: 1000, waitedMs: 100, tookMs: 500, sentBytes: 2048, client: 7 }),
      event({ kind: 'left', tMs: 1200, waitedMs: 1000, tookMs: 0, status: 0, sentBytes: 0 }),
    );
    expect(entries.map(({ comment }) => comment)).toEqual(['left', 'done']);
    expect(entries[1]).toMatchObject({
      startedDateTime: new Date(1.7e12 + 400).toISOString(),
      time: 600,
      connection: '7',
      timings: { wait: 100, receive: 500 },
      request: {
        url: 'http://127.0.0.1:8080/stream?chunk=1024',
        queryString: [{ name: 'chunk', value: '1024' }],
        headers: [{ name: 'User-Agent', value: 'test' }],
      },
      response: { status: 200, bodySize: 2048, content: { size: 2048 } },
    });
    expect(entries[0]?.response.status).toBe(0);
  });

  it.each(['//', 'http://other/', '*', '/a?b=%zz&c', '/\ud800'])(
    'takes a target as it was written: %j',
    (target) => {
      const [entry] = read(event({ kind: 'refused', target }));
      expect(entry?.request.url.endsWith(target)).toBe(true);
    },
  );
});
