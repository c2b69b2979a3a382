import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { RecordedRun } from '../../../model/run/recorded-run';
import type { LaneLog, RunLog } from '../../../model/run/schema';
import { momentsOf } from '../../../model/runs/moments';
import { captionText } from '../../../renderer/captions/caption';
import { shownCaption } from '../../../renderer/captions/caption-at';
import { planOf, timeScale, TimelinePicture } from '../../../renderer/runs/scrub/timeline-parts';
import { hueOf } from '../../../renderer/ui/lane-style';
import { say } from '../../../renderer/ui/words';
import '../../../renderer/source-kinds/source-kinds';
import { madeLog, madeRuns } from '../../model/runs/made-runs';
import { arrivedByEvents, toldByEvents } from '../../model/runs/told-by-events';

/** Distance of the samples, ms: figures between two of them are by share. */
const SAMPLE_MS = 100;

/** A moment so close before the edge of two strips, px, is in the second: rounding is less, events lie further apart. */
const NEAR_PX = 1e-8;

/** Runs that stall over links of several kinds, in chunks of several sizes. */
const logs: fc.Arbitrary<RunLog> = fc.oneof(
  madeRuns.map(({ log }) => log),
  fc
    .record({
      rate: fc.integer({ min: 8, max: 40 }),
      chunkBytes: fc.constantFrom(20_000, 250_000, 1_000_000),
      seed: fc.integer({ min: 1, max: 1000 }),
    })
    .map(({ rate, ...more }) => madeLog(`unstable:${rate / 10}MB/s`, more)),
);

/** Evenly, where `fc.double` prefers the smallest. */
const share = fc.integer({ min: 0, max: 1e6 }).map((millionths) => millionths / 1e6);

/** A run and a moment of it: anywhere, or just when something happens. */
const shown = fc.tuple(logs, share, fc.boolean()).map(([log, part, exact]) => {
  const all = log.lanes.flatMap(({ events }) => events.map(({ tMs }) => tMs));
  const tMs = exact ? (all[Math.floor(part * (all.length - 1))] ?? 0) : part * (log.lengthMs - 1);
  return { log, tMs: Math.min(tMs, log.lengthMs - 1) };
});

const isDown = ({ link }: RunLog, tMs: number): boolean =>
  link.outages.some(({ fromMs, toMs }) => fromMs <= tMs && tMs < toMs);

describe('what is shown of a kept run at a moment is what its log says', () => {
  it('figures and states of every lane', () => {
    fc.assert(
      fc.property(shown, ({ log, tMs }) => {
        const run = new RecordedRun(log);
        run.seek(tMs);
        for (const lane of log.lanes) {
          const { playedMs, ...told } = toldByEvents(lane, tMs);
          const facts = run.state().lanes[lane.method];
          expect(facts).toMatchObject({
            ...told,
            stallTotalMs: expect.closeTo(told.stallTotalMs, 6) as number,
          });
          const frame = run.lanes.find(({ method }) => method === lane.method)?.frameAt(tMs);
          expect(frame?.state).toBe(told.state);
          expect(Math.abs((frame?.positionS ?? 0) * 1000 - playedMs)).toBeLessThanOrEqual(
            SAMPLE_MS + 1,
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  it('levels of every stage', () => {
    fc.assert(
      fc.property(shown, ({ log, tMs }) => {
        const run = new RecordedRun(log);
        run.seek(tMs);
        for (const [i, lane] of run.lanes.entries()) {
          const frame = lane.frameAt(run.shownMs());
          const known = log.lanes[i] as LaneLog;
          const { chunkBytes } = known.rules;
          const apart = 2 * SAMPLE_MS;
          expect(frame.receivedBytes).toBeGreaterThanOrEqual(arrivedByEvents(known, tMs - apart));
          expect(frame.receivedBytes).toBeLessThanOrEqual(arrivedByEvents(known, tMs + apart));
          expect(frame.bufferedBytes).toBeCloseTo(frame.receivedBytes - frame.playedBytes, 0);
          const order = [frame.playedBytes, frame.receivedBytes, frame.sentBytes, frame.readBytes];
          expect(order.toSorted((a, b) => a - b)).toEqual(order);
          if (frame.chunkNumber > 0) {
            expect(frame.chunkNumber).toBe(Math.floor(frame.sentBytes / chunkBytes) + 1);
          }
          const down = isDown(log, tMs) && frame.link !== 'done';
          const since = log.link.outages.findLast(({ fromMs }) => fromMs <= tMs)?.fromMs ?? 0;
          expect(frame.linkDownMs).toBe(down ? tMs - since : 0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('the caption: the link is down when it is, and who stalls is who is said to', () => {
    fc.assert(
      fc.property(shown, ({ log, tMs }) => {
        const run = new RecordedRun(log);
        run.seek(tMs);
        const text = captionText(shownCaption(run));
        const all = log.media.deliveredBytes;
        const needed = run.lanes.some((lane) => lane.frameAt(tMs).sentBytes < all);
        expect(text.startsWith('The link is down.')).toBe(isDown(log, tMs) && needed);
        const stalled = log.lanes.filter((lane) => toldByEvents(lane, tMs).state === 'rebuffering');
        const sentences = text.split(/(?<=\.)\s/).filter((each) => /\bstalls?\b/.test(each));
        const said = log.lanes.filter(({ method }) =>
          sentences.some((each) => each.toLowerCase().includes(say(`caption.names.${method}`))),
        );
        for (const lane of said) expect(stalled).toContain(lane);
        if (text.startsWith('The link is down.')) expect(said).toEqual(stalled);
      }),
      { numRuns: 200 },
    );
  });

  it('the timeline: its moments are the events, its strips the states', () => {
    fc.assert(
      fc.property(shown, ({ log, tMs }) => {
        const told = log.lanes.flatMap(({ method, events }) =>
          events
            .filter(({ kind }) => ['start', 'stall', 'resume', 'end'].includes(kind))
            .map(({ kind, tMs: atMs }) => `${method} ${kind} ${atMs.toFixed(3)}`),
        );
        const moments = momentsOf(log).filter(({ method }) => method !== null);
        const shownMoments = moments.map(
          ({ method, kind, tMs: atMs }) => `${String(method)} ${kind} ${atMs.toFixed(3)}`,
        );
        expect(shownMoments.toSorted()).toEqual(told.toSorted());

        const plan = planOf(2000, 300, log.lanes.length);
        const range = { fromMs: 0, toMs: log.lengthMs };
        const jump = (): void => undefined;
        const picture = createElement(TimelinePicture, { log, range, plan, jump });
        const drawn = renderToStaticMarkup(createElement('svg', null, picture));
        const rects = [...drawn.matchAll(/<rect ([^>]*)>/g)].map(
          ([, words = '']) =>
            new Map(Array.from(words.matchAll(/(\w+)="([^"]*)"/g), ([, key, v]) => [key, v])),
        );
        const x = timeScale(range, plan);
        const at = x(tMs);
        for (const [i, lane] of log.lanes.entries()) {
          const { state } = toldByEvents(lane, x.invert(at + NEAR_PX));
          const top = plan.strips.top + i * plan.strips.pitch;
          const fills = rects
            .filter((rect) => Math.abs(Number(rect.get('y')) - top) <= 1)
            .filter((rect) => {
              const left = Number(rect.get('x'));
              return left <= at + NEAR_PX && at < left + Number(rect.get('width')) - NEAR_PX;
            })
            .map((rect) => rect.get('fill'));
          const fill = { playing: hueOf(lane.method), rebuffering: 'var(--stalled)' }[
            String(state)
          ];
          expect(fills).toEqual(state === 'ended' ? [] : [fill ?? 'none']);
        }
      }),
      { numRuns: 200 },
    );
  });
});
