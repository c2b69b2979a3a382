import { validateCmcdEvents } from '@svta/cml-cmcd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cmcdLines, INTERVAL_MS } from '../../../model/runs/cmcd';
import { stateAt } from '../../../model/run/frame';
import { madeLog, madeRun, madeRuns } from './made-runs';

/** The keys of a line and their values, read without the library that wrote them (RFC 8941, section 3.2). */
function fields(line: string): Map<string, string> {
  const found = new Map<string, string>();
  const member = /([a-z*][a-z0-9_.*-]*)(?:=("(?:[^"\\]|\\["\\])*"|\([^)]*\)|[^,]*))?(?:,|$)/gy;
  for (let at = 0; at < line.length; at = member.lastIndex) {
    member.lastIndex = at;
    const [, key, value = '?1'] = member.exec(line) ?? [];
    if (key === undefined || found.has(key)) throw new Error(`At ${String(at)} of ${line}`);
    found.set(key, value);
  }
  return found;
}

const STATES: Record<string, string> = {
  ...{ starting: 's', playing: 'p', rebuffering: 'r', paused: 'a', ended: 'e', failed: 'f' },
};

describe('a run as CMCD v2 event lines', () => {
  const run = madeRun(madeLog('dropouts:1.3MB/s@3-6'), { startedMs: 1.7e12 });
  const lines = cmcdLines(run).split('\n').map(fields);
  const ofLane = (method: string) =>
    lines.filter((line) => line.get('sid')?.endsWith(`-${method}"`));

  it('has the keys that every event report needs, in their order', () => {
    for (const line of lines) {
      const keys = [...line.keys()];
      expect(keys).toEqual(keys.toSorted());
      expect(keys).toEqual(expect.arrayContaining(['e', 'ts', 'sid', 'cid', 'v', 'sta', 'bl']));
      expect(line.get('v')).toBe('2');
      expect(line.get('ts')).toMatch(/^17\d{11}$/);
    }
  });

  it('tells every state of every lane at its moment, and an interval every second', () => {
    for (const lane of run.log.lanes) {
      const own = ofLane(lane.method);
      const changes = own.filter((line) => line.get('e') === 'ps');
      expect(changes.map((line) => [line.get('sta'), Number(line.get('ts'))])).toEqual(
        lane.states.map(({ tMs, state }) => [STATES[state], Math.round(1.7e12 + tMs)]),
      );
      const intervals = own.filter((line) => line.get('e') === 't');
      expect(intervals).toHaveLength(Math.floor((lane.endedMs ?? 0) / INTERVAL_MS));
      for (const line of intervals) {
        const state = stateAt(lane.states, Number(line.get('ts')) - 1.7e12);
        expect(line.get('sta')).toBe(STATES[state]);
      }
      expect(own.map((line) => Number(line.get('sn')))).toEqual(own.map((_line, i) => i));
    }
  });

  it('tells the buffer to 100 ms, each stall once when it is over, and where the buffer was starved', () => {
    for (const lane of run.log.lanes) {
      const own = ofLane(lane.method);
      for (const line of own) {
        const tMs = Number(line.get('ts')) - 1.7e12;
        const sample = lane.samples.findLast((each) => each.tMs <= tMs + 0.5);
        const bl = Number(/^\((\d+)\)$/.exec(line.get('bl') ?? '')?.[1]);
        expect(bl % 100).toBe(0);
        expect(Math.abs(bl - (sample?.bufferedS ?? 0) * 1000)).toBeLessThanOrEqual(50 + 1e-6);
        const during = lane.stalls.some(
          ({ atMs, durationMs }) => atMs <= tMs && tMs < atMs + (durationMs ?? Infinity),
        );
        if (during) expect(line.get('bs')).toBe('?1');
      }
      const told = own.flatMap((line) => line.get('bsd') ?? []);
      expect(told).toEqual(
        lane.stalls.map(({ durationMs }) => `(${String(Math.round(durationMs ?? 0))})`),
      );
      const delays = own.flatMap((line) => line.get('msd') ?? []);
      expect(delays).toEqual([String(Math.round(lane.startupDelayMs ?? 0))]);
    }
  });

  it('tells an error with its code', () => {
    const [lane, ...others] = run.log.lanes;
    if (!lane) throw new Error('There is a lane.');
    const error = { code: 'reader-died', where: 'file', message: '', detail: '' } as const;
    const broken = { ...lane, endedMs: null, error: { ...error, atBytes: 0 } };
    const text = cmcdLines({ ...run, log: { ...run.log, lanes: [broken, ...others] } });
    expect(text.split('\n').filter((line) => line.includes(',e=e,'))).toHaveLength(1);
    expect(text).toContain('ec=("reader-died")');
  });

  it('is right to the reader of the industry, whatever the run and its name', () => {
    fc.assert(
      fc.property(madeRuns, fc.string({ unit: 'binary', maxLength: 150 }), (made, name) => {
        const media = { ...made.log.media, name };
        const text = cmcdLines({ ...made, log: { ...made.log, media } });
        const { valid, issues, data } = validateCmcdEvents(text);
        expect(issues).toEqual([]);
        expect(valid).toBe(true);
        expect(data.every(({ bl }) => Array.isArray(bl))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
