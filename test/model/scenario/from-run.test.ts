import fc from 'fast-check';
import { expect, test } from 'vitest';
import { simulatedLog } from '../../../electron/cli/simulate/simulated-log';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import type { RunLog } from '../../../model/run/schema';
import { scenarioOfRun } from '../../../model/scenario/from-run';
import { bundled, outcomeOf, SAMPLE, scenarioOf } from './bundled';

const WORDS = { title: 'A run', head: 'Made from\na run', media: 'sample' };

const base = (link: string): RunLog => {
  const scenario = scenarioOf(`title: A\nlink: ${link}\nsteps:\n- {at: 60s, end: true}\n`);
  const media = {
    ...SAMPLE,
    ...{ name: 'ocean.mp4', bytes: 1e8, durationS: 100, container: '', codecs: [], prepared: null },
    index: [...SAMPLE.index],
  };
  return simulatedLog({ ...scenario, link: parseLinkSpec(link), media }, link, 3);
};

const CONSTANT = base('constant:1.3MB/s');

test('the cuts of a hand, to the microsecond, come again in the model', () => {
  const cut = fc.record({
    gapMs: fc.double({ min: 0.01, max: 15_000, noNaN: true }),
    lengthMs: fc.double({ min: 0.01, max: 6000, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(cut, { maxLength: 4 }), (gaps) => {
      let atMs = 0;
      const outages = gaps.map(({ gapMs, lengthMs }) => {
        const fromMs = atMs + gapMs;
        atMs = fromMs + lengthMs;
        return { fromMs, toMs: atMs, byHand: true };
      });
      const log: RunLog = { ...CONSTANT, link: { ...CONSTANT.link, outages } };
      const { cuts } = outcomeOf(scenarioOf(scenarioOfRun(log, WORDS)));
      const seen = outages.filter(({ fromMs, toMs }) => toMs - fromMs > 0.001);
      expect(cuts.length).toBeGreaterThanOrEqual(seen.length);
      for (const { fromMs, toMs } of seen) {
        const near = cuts.find((each) => Math.abs(each.fromMs - fromMs) <= 0.0011);
        expect(near?.toMs).toBeCloseTo(toMs, 2);
      }
    }),
    { numRuns: 60 },
  );
});

test('what a scenario marked in a run is in the scenario that is made from it', () => {
  const story = bundled('sixty-seconds');
  const log: RunLog = {
    ...CONSTANT,
    ended: true,
    lengthMs: story.endMs,
    lanes: CONSTANT.lanes.map((lane) => ({ ...lane, state: 'playing' })),
    link: { ...CONSTANT.link, outages: story.outages },
    marks: [
      ...story.marks,
      { tMs: 50_000, kind: 'caption', text: { en: 'By a rule' }, from: 'rule' },
    ],
  };
  const again = outcomeOf(scenarioOf(scenarioOfRun(log, WORDS)));
  const captions = (marks: typeof story.marks) =>
    marks.filter(({ kind }) => kind === 'caption').map(({ text }) => text);
  expect(captions(again.marks)).toEqual(captions(story.marks));
  expect(again.cuts).toEqual(story.cuts);
  expect(again.endMs).toBe(story.endMs);
  const stages = (marks: typeof story.marks) => marks.flatMap(({ stage }) => stage ?? []);
  expect(stages(again.marks)).toEqual(stages(story.marks));
});

test('a trace is written as the steps that the run used of it', () => {
  const curve = { fromMs: [0, 2000], rate: [1e6, 2e6], periodMs: null, meanRate: 1.5e6 };
  const log: RunLog = { ...CONSTANT, link: { ...CONSTANT.link, spec: 'trace:/tmp/x', curve } };
  expect(scenarioOf(scenarioOfRun(log, WORDS)).link).toBe('steps:0=1MB/s,2=2MB/s;latency=0s');
});

test('sizes that suit a short file alone are read back as they were', () => {
  const settings = {
    ...CONSTANT.settings,
    chunkBytes: 50,
    prefetchBytes: 500,
    maxAheadBytes: 1000,
  };
  const scenario = scenarioOf(scenarioOfRun({ ...CONSTANT, settings }, WORDS));
  expect(scenario.settings).toMatchObject({ chunkBytes: 50, prefetchBytes: 500 });
  expect(scenario.fit).toEqual(expect.arrayContaining(['chunkBytes', 'prefetchBytes', 'link']));
});

test('what a camera was set to is read back as it was', () => {
  for (const live of [
    { recordS: 2, reserveS: 1.5 },
    { recordS: 10, reserveS: 3, codec: 'vp9' as const, keepPictures: true },
    {
      ...{ recordS: 10, reserveS: 3 },
      picture: { width: 320, height: 240, perSecond: 15, turn: 270 as const },
    },
  ]) {
    const log = { ...CONSTANT, settings: { ...CONSTANT.settings, live } };
    expect(scenarioOf(scenarioOfRun(log, WORDS)).settings.live).toEqual(live);
  }
});
