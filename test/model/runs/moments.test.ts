import { describe, expect, it } from 'vitest';
import { jumpsOf, momentsOf, nextMoment } from '../../../model/runs/moments';
import { madeLog } from './made-runs';

const note = { tMs: 5000, kind: 'note', from: 'person', text: { en: 'here' } } as const;
const caption = {
  tMs: 100,
  kind: 'caption',
  from: 'rule',
  text: { en: 'The link is up.' },
} as const;
const log = { ...madeLog('dropouts:1.3MB/s@3-6'), marks: [caption, note] };

describe('the moments of a run', () => {
  const moments = momentsOf(log);

  it('ascend, and hold starts, stalls, outages, marks and ends', () => {
    const times = moments.map(({ tMs }) => tMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const of = (kind: string) => moments.filter((moment) => moment.kind === kind);
    expect(of('start')).toHaveLength(3);
    expect(of('outage')).toMatchObject([{ tMs: 3000, method: null }]);
    expect(of('link-up')).toMatchObject([{ tMs: 6000 }]);
    expect(of('stall').map(({ method }) => method)).toContain('streaming');
    expect(of('resume')).toHaveLength(of('stall').length);
    expect(of('mark')).toHaveLength(2);
    expect(of('end')).toHaveLength(3);
  });

  it('are walked through forward and back, each once', () => {
    const forward: number[] = [];
    for (let at = nextMoment(moments, -1, 1); at; at = nextMoment(moments, at.tMs, 1, 0.5)) {
      forward.push(at.tMs);
    }
    const back: number[] = [];
    for (
      let at = nextMoment(moments, Infinity, -1);
      at;
      at = nextMoment(moments, at.tMs, -1, 0.5)
    ) {
      back.unshift(at.tMs);
    }
    expect(forward).toEqual(back);
    expect(new Set(forward).size).toBe(forward.length);
    expect(forward.at(-1)).toBe(log.lengthMs);
  });

  it('hold nothing behind the end of a run that broke off', () => {
    const broken = momentsOf({ ...log, lengthMs: 4000 });
    expect(Math.max(...broken.map(({ tMs }) => tMs))).toBeLessThanOrEqual(4000);
  });
});

describe('the jumps of a run', () => {
  it('are its first stall, each outage, each note and its end, but no caption', () => {
    expect(jumpsOf(log).map(({ to }) => to)).toEqual(['first-stall', 'outage', 'mark', 'end']);
    expect(jumpsOf(log)).toContainEqual({ to: 'mark', tMs: 5000, mark: note });
  });

  it('begin with the first picture that any lane showed', () => {
    const [lane, ...others] = log.lanes;
    if (!lane) throw new Error('no lane');
    const events = [...lane.events, { tMs: 900, kind: 'first-frame' as const }];
    const jumps = jumpsOf({ ...log, lanes: [{ ...lane, events }, ...others] });
    expect(jumps[0]).toEqual({ to: 'first-frame', tMs: 900 });
  });
});
