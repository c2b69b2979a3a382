import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { METHODS } from '../../../model/delivery/types';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import { createLink } from '../../../model/link/link';
import { formatLinkSpec, parseLinkSpec } from '../../../model/link/spec/spec';
import type { LaneLog } from '../../../model/run/schema';
import { simulate } from '../../../model/run/simulate';
import { eventMs, formatEvent, parseEvent } from '../../../model/scenario/events';
import { StepRunner } from '../../../model/scenario/step-runner';
import { outages as arbitraryOutages } from '../arbitraries';
import { outcomeOf, SAMPLE, scenarioOf } from './bundled';

const event = (text: string) => {
  const parsed = parseEvent(text);
  if (!parsed) throw new Error(`no event: ${text}`);
  return parsed;
};

/** A log as it was at a moment: what came later is not there yet. */
const upTo = (lanes: readonly LaneLog[], tMs: number) =>
  lanes.map(({ method, events, chunks }) => ({
    method,
    events: events.filter((each) => each.tMs <= tMs),
    chunks: chunks.filter(({ receivedMs }) => receivedMs <= tMs),
  }));

test.each([
  ['stall(streaming)', { on: 'stall', lane: 'streaming', nth: 1 }],
  ['stall(streaming 2)', { on: 'stall', lane: 'streaming', nth: 2 }],
  ['ended(all)', { on: 'ended', lane: 'all', nth: 1 }],
  ['outage', { on: 'outage', nth: 1 }],
  ['restored(3)', { on: 'restored', nth: 3 }],
  ['received(any 20MB)', { on: 'received', lane: 'any', bytes: 20e6 }],
  ['received(buffering 1kB)', { on: 'received', lane: 'buffering', bytes: 1000 }],
])('%s is read, and written as it was', (text, parsed) => {
  expect(parseEvent(text)).toEqual(parsed);
  expect(formatEvent(event(text))).toBe(text);
});

test.each([
  ['stall(streaming, 2)', 'stall(streaming 2)'],
  ['received( 20 MB )', 'received(any 20MB)'],
  ['received(streaming,1 MB)', 'received(streaming 1MB)'],
])('%s is %s', (text, written) => expect(formatEvent(event(text))).toBe(written));

test.each([
  'stall',
  'stall(',
  'stall()',
  'stall(1)',
  'outage(0)',
  'received()',
  'received(20)',
  'x',
])('%s is no event', (text) => expect(parseEvent(text)).toBeNull());

describe('over simulated runs', () => {
  const runs = fc.record({
    outages: arbitraryOutages,
    rate: fc.integer({ min: 900_000, max: 3_000_000 }),
    prefetch: fc.integer({ min: 1, max: 18 }),
  });

  test('events come at exactly the first such moment of the log', () => {
    fc.assert(
      fc.property(runs, ({ outages, rate, prefetch }) => {
        const link = { ...parseLinkSpec(`dropouts:${String(rate)}B/s`), outages };
        const settings = {
          ...DEFAULT_SETTINGS,
          methods: METHODS,
          prefetchBytes: prefetch * 1e6,
        };
        const lanes = simulate({ settings, link, media: SAMPLE, seed: 1, chunkTimes: true });
        const log = { lanes, outages: [] };
        const streaming = lanes.find(({ method }) => method === 'streaming');
        expect(eventMs(event('stall(streaming)'), log)).toBe(streaming?.stalls[0]?.atMs ?? null);
        expect(eventMs(event('stall(streaming, 2)'), log)).toBe(streaming?.stalls[1]?.atMs ?? null);
        expect(eventMs(event('start(any)'), log)).toBe(
          Math.min(...lanes.map(({ startupDelayMs }) => startupDelayMs ?? Infinity)),
        );
        expect(eventMs(event('ended(all)'), log)).toBe(
          Math.max(...lanes.map(({ endedMs }) => endedMs ?? NaN)),
        );
        // As much as the link has carried, and not a byte less.
        const receivedMs = eventMs(event('received(full-buffer, 20MB)'), log);
        expect(createLink(link, 1).timeToCarry(0, 20e6)).toBeCloseTo(receivedMs ?? NaN, 3);
      }),
      { numRuns: 100 },
    );
  });

  test('looked at again and again, a growing log gives each step once, and when the whole log gives it', () => {
    const scenario = scenarioOf(`
title: A
steps:
  - {at: 1s, caption: a}
  - {when: stall(streaming), caption: b}
  - {when: start(buffering), after: 2s, caption: c}
  - {when: received(30MB), caption: d}
  - {at: 40s, cut: 3s}
`);
    fc.assert(
      fc.property(runs, fc.integer({ min: 7, max: 3000 }), ({ outages, rate }, stepMs) => {
        const link = { ...parseLinkSpec(`dropouts:${String(rate)}B/s`), outages };
        const { settings } = scenario;
        const lanes = simulate({ settings, link, media: SAMPLE, seed: 1, chunkTimes: true });
        const endMs = Math.max(...lanes.map(({ endedMs }) => endedMs ?? 0));
        const whole = new StepRunner(scenario).advance({ lanes, outages: [] }, endMs + stepMs);
        const runner = new StepRunner(scenario);
        const growing = [];
        for (let tMs = 0; tMs < endMs + stepMs; tMs += stepMs) {
          growing.push(...runner.advance({ lanes: upTo(lanes, tMs), outages: [] }, tMs));
        }
        expect(growing).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });
});

describe('what steps do', () => {
  test('a cut at an event begins at that event, lasts as long as it says, and makes the next event another', () => {
    const outcome = outcomeOf(
      scenarioOf(`
title: A
methods: [buffering, streaming]
link: constant:1.3MB/s
steps:
  - {when: start(buffering), after: 1s, cut: 4s}
  - {when: stall(streaming), after: 500ms, caption: stalled}
  - {when: restored, after: 10s, end: true}
`),
    );
    const startMs = outcome.lanes[0]?.startupDelayMs ?? NaN;
    expect(outcome.cuts).toEqual([{ fromMs: startMs + 1000, toMs: startMs + 5000 }]);
    expect(outcome.marks).toMatchObject([
      { kind: 'caption', tMs: (outcome.lanes[1]?.stalls[0]?.atMs ?? NaN) + 500 },
    ]);
    expect(outcome.endMs).toBe(startMs + 15_000);
  });

  test('an event that never comes is said, with its line', () => {
    const outcome = outcomeOf(
      scenarioOf(`title: A
methods: [buffering]
link: constant:1.3MB/s
steps:
  - {when: stall(buffering), caption: never}
  - {at: 20s, end: true}
`),
    );
    expect(outcome.missing).toEqual([{ line: 5, begins: 'stall(buffering)' }]);
  });

  test('what begins at one moment comes in the order of the file, and the next by hand comes only once', () => {
    const runner = new StepRunner(
      scenarioOf(
        'title: A\nsteps:\n- {at: 1s, cut: 2s}\n- {at: 1s, caption: b}\n- {at: 9s, caption: c}\n',
      ),
    );
    const log = { lanes: [], outages: [] };
    expect(runner.advance(log, 1500)).toEqual([
      { tMs: 1000, step: 0 },
      { tMs: 1000, step: 1 },
    ]);
    expect(runner.nextMs(log)).toBe(3000);
    expect(runner.takeNext(2000)).toEqual({ tMs: 2000, step: 2 });
    expect(runner.takeNext(2000)).toBeNull();
    expect(runner.showPrevious()).toBe(1);
    expect(runner.advance(log, 20_000)).toEqual([{ tMs: 3000, restore: true }]);
  });

  test('a rate changes from its moment on; the outages of the link stay', () => {
    const { link } = scenarioOf(`
title: A
link: dropouts:1.3MB/s@12-17
steps:
  - {at: 5s, rate: 2MB/s}
  - {at: 20s, rate: 500kB/s}
`);
    expect(link).toBe('steps:0=1.3MB/s,5=2MB/s,12=0,17=2MB/s,20=0.5MB/s');
    expect(formatLinkSpec(parseLinkSpec(link))).toBe(link);
  });
});

test('a rate that changes at an event is the same link as one that changes at that moment', () => {
  const story = (begins: string) =>
    outcomeOf(
      scenarioOf(
        `title: A\nmethods: [streaming]\nlink: constant:1.3MB/s\nsteps:\n  - {${begins}, rate: 500kB/s}\n  - {at: 40s, end: true}\n`,
      ),
    );
  const atEvent = story('when: start(streaming), after: 2s');
  const [{ atMs } = { atMs: NaN }, ...more] = atEvent.rates;
  expect(more).toEqual([]);
  expect(atEvent.lanes[0]?.stallCount).toBeGreaterThan(0);
  const atTime = story(`at: ${atMs.toFixed(3)}ms`);
  expect(atTime.rates).toEqual([]);
  expect(atEvent.lanes).toEqual(atTime.lanes);
});
