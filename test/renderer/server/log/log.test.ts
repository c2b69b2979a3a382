import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonLog } from '../../../../renderer/server/log/common-log-format';
import { logWords, sentFigure } from '../../../../renderer/server/log/log-words';
import { event } from '../made';

describe('a line of the log', () => {
  it('says what happened', () => {
    const what = (...args: Parameters<typeof event>) => logWords(event(...args)).what;
    expect(what({ kind: 'queued', place: 3 })).toBe('queued, position 3');
    expect(what({ kind: 'seated', seat: 4 })).toBe('takes seat 4');
    expect(what({ kind: 'seated', seat: 4, waitedMs: 11_200 })).toBe('takes seat 4 after 11.2 s');
    expect(what({ kind: 'seated' })).toBe('taken up by the event loop');
    expect(what({ kind: 'done', tookMs: 1800 })).toBe('done in 1.8 s');
    expect(what({ kind: 'left', tookMs: 900 })).toBe('client left after 0.9 s');
    expect(what({ kind: 'left', waitedMs: 900 })).toBe('client left the queue after 0.9 s');
    expect(what({ kind: 'refused', status: 503 })).toBe('refused: the queue is full');
    expect(what({ kind: 'refused', status: 404 })).toBe('refused');
    expect(what({ kind: 'backpressure' })).toBe('backpressure, waits for drain');
  });

  it('shows the request without its query, and what was cut short as closed', () => {
    const line = logWords(
      event({ kind: 'left', client: 13, tMs: 34_840, sentBytes: 31e6, tookMs: 1 }),
    );
    expect(line).toMatchObject({
      ...{ time: '34.8', client: '13', request: 'GET /stream', status: 'closed', sent: '31 MB' },
    });
    expect(logWords(event({ kind: 'queued', status: 0, place: 1 })).status).toBe('waiting');
    expect(logWords(event({ kind: 'seated', status: 0, seat: 1 })).status).toBe('');
  });

  it.each([
    [0, '0 MB'],
    [999, '999 B'],
    [1024, '1.0 kB'],
    [99_999, '100.0 kB'],
    [100_000, '0.1 MB'],
    [31_000_000, '31 MB'],
  ])('shows %i bytes as %s', (bytes, figure) => {
    expect(sentFigure(bytes)).toBe(figure);
  });
});

describe('the Common Log Format', () => {
  const EPOCH = Date.UTC(2026, 10, 22, 2, 43, 48);

  it('has one line for each request that has ended', () => {
    const events = [
      event({ kind: 'queued', status: 0, place: 1 }),
      event({ kind: 'seated', seat: 1 }),
      event({ kind: 'done', tMs: 1200, sentBytes: 2326, target: '/stream?chunk=1024' }),
      event({ kind: 'refused', tMs: 13_000, status: 503, target: '/' }),
      event({ kind: 'left', tMs: 20_000, status: 0, target: '/buffer' }),
    ];
    expect(commonLog(events, EPOCH).split('\n')).toEqual([
      '127.0.0.1 - - [22/Nov/2026:02:43:49 +0000] "GET /stream?chunk=1024 HTTP/1.1" 200 2326',
      '127.0.0.1 - - [22/Nov/2026:02:44:01 +0000] "GET / HTTP/1.1" 503 -',
      '127.0.0.1 - - [22/Nov/2026:02:44:08 +0000] "GET /buffer HTTP/1.1" 499 -',
      '',
    ]);
  });

  it('stays one line of seven fields whatever was asked', () => {
    const FORM = /^\S+ - - \[[^\]]+\] "(?:[^"\\]|\\["\\]|\\x[0-9a-f]{2})*" \d{3} (?:\d+|-)\n$/;
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (target) => {
        expect(commonLog([event({ kind: 'done', target })], EPOCH)).toMatch(FORM);
      }),
    );
  });
});
