import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markKey } from '../../../model/run/marks';
import type { KeptRun } from '../../../model/runs/kept-lines';
import { KeptRunReader } from '../../../model/runs/read-lines';
import { linesOfRun, planLine, RunLines, text } from '../../../model/runs/run-lines';
import { RunLogError } from '../../../model/run/migrate';
import type { LaneLog, RunLog } from '../../../model/run/schema';
import { madeLog, madeRun, madeRuns } from './made-runs';

function readRun(lines: string): KeptRun {
  const reader = new KeptRunReader();
  for (const line of lines.split('\n')) reader.line(line);
  return reader.run();
}

/** A lane's log as it stood at a moment: what had happened by then. */
function laneUntil(lane: LaneLog, tMs: number): LaneLog {
  const events = lane.events.filter((event) => event.tMs <= tMs);
  return {
    ...lane,
    startupDelayMs:
      lane.startupDelayMs !== null && lane.startupDelayMs <= tMs ? lane.startupDelayMs : null,
    endedMs: lane.endedMs !== null && lane.endedMs <= tMs ? lane.endedMs : null,
    states: lane.states.filter((state) => state.tMs <= tMs),
    samples: lane.samples.filter((sample) => sample.tMs <= tMs),
    events,
    stalls: lane.stalls
      .filter(({ atMs }) => atMs <= tMs)
      .map((stall) => ({
        ...stall,
        durationMs: stall.atMs + (stall.durationMs ?? Infinity) <= tMs ? stall.durationMs : null,
      })),
    chunks: lane.chunks
      .filter(({ receivedMs }) => receivedMs <= tMs)
      .map((chunk) => ({
        ...chunk,
        playedMs: (chunk.playedMs ?? Infinity) <= tMs ? chunk.playedMs : null,
      })),
  };
}

/** The same log, looked at now and then while it grew, as lines. */
function grown(log: RunLog, moments: readonly number[], end: boolean): string {
  const lines = new RunLines(log.link.spec);
  let file = planLine(log, 1);
  for (const tMs of moments.toSorted((a, b) => a - b)) {
    file += lines.take({
      lanes: log.lanes.map((lane) => laneUntil(lane, tMs)),
      outages: log.link.outages.filter(({ fromMs }) => fromMs <= tMs),
      marks: log.marks.filter((mark) => mark.tMs <= tMs),
      spec: log.link.spec,
    });
  }
  return end ? file + lines.end(log) : file;
}

describe('a run as lines', () => {
  it('is the same run when it is read', () => {
    fc.assert(
      fc.property(madeRuns, (run) => {
        const again = readRun(linesOfRun(run));
        expect({ ...again, log: null }).toEqual({ ...run, log: null });
        // Of a run that broke off nobody wrote down how long it was.
        const { lengthMs, ended } = run.brokenOff ? again.log : run.log;
        expect(again.log).toEqual({ ...run.log, lengthMs, ended });
      }),
      { numRuns: 30 },
    );
  });

  it('is the same whenever it was looked at while it grew', () => {
    fc.assert(
      fc.property(madeRuns, fc.array(fc.integer({ min: 0, max: 25_000 })), ({ log }, moments) => {
        expect(readRun(grown(log, moments, true)).log).toEqual(log);
      }),
      { numRuns: 30 },
    );
  });

  it('takes under 300 kB a minute', () => {
    const log = madeLog('dropouts:1.3MB/s@12-17,30-37', { seconds: 100, prefetchBytes: 10e6 });
    const perMinute = linesOfRun(madeRun(log)).length / (log.lengthMs / 60_000);
    expect(perMinute).toBeLessThan(300_000);
  });

  it('that broke off holds all up to the last look, and says how far it had come', () => {
    const log = madeLog('dropouts:1.3MB/s@3-6');
    const file = grown(log, [1000, 4000, 5000], false);
    const { brokenOff, log: kept } = readRun(file);
    expect(brokenOff).toBe(true);
    expect(kept.ended).toBe(false);
    expect(kept.lengthMs).toBeGreaterThan(4900);
    expect(kept.lengthMs).toBeLessThanOrEqual(5000);
    const streaming = kept.lanes.find(({ method }) => method === 'streaming');
    expect(streaming?.stalls).toMatchObject([{ durationMs: null }]);
    expect(streaming?.stallTotalMs).toBeCloseTo(kept.lengthMs - (streaming?.stalls[0]?.atMs ?? 0));
    expect(streaming?.startupDelayMs).toBeCloseTo(1e6 / 1300, 3);
  });

  it('loses a last line that was cut off, and no more', () => {
    const file = linesOfRun(madeRun());
    for (let cut = 2; cut < 400; cut += 7) {
      const run = readRun(file.slice(0, -cut));
      expect(run.brokenOff).toBe(true);
      expect(run.log.lanes.map(({ samples }) => samples.length)).toEqual(
        madeLog().lanes.map(({ samples }) => samples.length),
      );
    }
  });

  it('takes a name, a pin and notes behind its end, the newest of each', () => {
    const note = { tMs: 1000, kind: 'note', from: 'person' } as const;
    const run = readRun(
      linesOfRun(madeRun()) +
        text({ line: 'about', about: { name: 'Lecture 3', pinned: true } }) +
        text({ line: 'mark', mark: { ...note, text: { en: 'here' } } }) +
        text({ line: 'mark', mark: { ...note, text: { en: 'there' } } }) +
        text({ line: 'mark', mark: { ...note, tMs: 2000, text: { en: 'gone' } } }) +
        text({ line: 'mark', mark: { ...note, tMs: 2000, text: { en: '' } }, gone: true }) +
        text({ line: 'about', about: { pinned: false } }),
    );
    expect(run).toMatchObject({ name: 'Lecture 3', pinned: false, brokenOff: false });
    expect(run.log.marks).toEqual([{ ...note, text: { en: 'there' } }]);
    expect(run.log.marks.map(markKey)).toEqual(['note person 1000 ']);
  });
});

describe('a file that is no kept run', () => {
  const [plan = '', ...rest] = linesOfRun(madeRun()).split('\n');
  const sample = rest.find((line) => line.startsWith('["sample"')) ?? '';
  it.each([
    ['nothing', [''], /first line is no plan/],
    ['no plan', [sample], /broken in line 1/],
    ['another version', [plan.replace('run/2', 'run/3')], /"schema" is wrong/],
    ['a lane that is not there', [plan, sample.replace(',0,', ',7,')], /belongs to no lane/],
    [
      'a number too large to be one',
      [plan, '["chunk",0,1e999,2,1,1,1,1]'],
      /a number of it is none/,
    ],
    ['a word for a number', [plan, '["chunk",0,"0",2,1,1,1,1]'], /a number of it is none/],
    ['a negative number', [plan, '["chunk",0,-1,2,1,1,1,1]'], /a number of it is none/],
    ['a row too short', [plan, '["played",0,1]'], /a number of it is none/],
    ['a row of no kind', [plan, '["other",0]'], /of no known kind/],
    ['a state that is none', [plan, sample.replace('"starting"', '"x"')], /its state is none/],
    ['time that goes back', [plan, sample, sample], /its time goes back/],
    ['a line of no kind', [plan, '{"line":"x"}'], /broken in line 2/],
    ['a broken line in the middle', [plan, '{"line', sample], /line 2: it is not JSON/],
    ['a line without an end', [plan, 'x'.repeat(4_000_001)], /it is too long/],
    [
      'keys of every object',
      [plan, '{"line":"about","about":{"__proto__":{"pinned":1},"pinned":2}}'],
      /pinned/,
    ],
  ])('%s is refused in a sentence', (_what, lines, why) => {
    const read = () => readRun(lines.join('\n'));
    expect(read).toThrow(RunLogError);
    expect(read).toThrow(why);
  });

  it('changes nothing that every object inherits', () => {
    readRun(`${plan}\n{"line":"about","about":{"__proto__":{"polluted":true}}}`);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
