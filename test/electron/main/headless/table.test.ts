import { describe, expect, it } from 'vitest';
import { runTable } from '../../../../electron/main/headless/table';
import { laneRules } from '../../../../model/delivery/rules';
import { DEFAULT_SETTINGS } from '../../../../model/delivery/settings';
import { LaneRecorder } from '../../../../model/run/recorder';
import type { LaneLog, RunLog } from '../../../../model/run/schema';

const lane = (method: LaneLog['method'], delay?: LaneLog['liveDelayMs']): LaneLog => ({
  ...new LaneRecorder(
    laneRules(method, DEFAULT_SETTINGS, { bytes: 1000, largestStepBytes: 0 }),
    1000,
  ).log(),
  ...(delay !== undefined && { liveDelayMs: delay }),
});
const table = (camera: boolean, ...lanes: LaneLog[]): string[] => {
  const media = camera ? { kind: 'camera', camera: { kind: 'test' } } : { kind: 'media' };
  // A table takes no more of a log than this.
  const settings = { verify: false };
  return runTable({
    settings,
    media: { ...media, deliveredBytes: 1000 },
    lanes,
  } as unknown as RunLog).split('\n');
};

describe('the table of a headless run', () => {
  it('has the live delay of a camera: median and p95 of every lane, or that there is none yet', () => {
    const [head, full, streaming] = table(
      true,
      lane('full-buffer', null),
      lane('streaming', { median: 359.6, p95: 1420, count: 70 }),
    );
    expect(head).toMatch(/Memory over rest +In all +Live delay, median +p95$/);
    expect(head).not.toContain('Verified');
    expect(full).toMatch(/ not yet +not yet$/);
    expect(streaming).toMatch(/ 360 ms +1420 ms$/);
  });

  it('has what each process took beyond its own rest, and the whole', () => {
    const memory = { baselineRssBytes: 108.2e6, peakRssBytes: 206.1e6, peakHeldBytes: 100e6 };
    const [, full, streaming] = table(false, { ...lane('full-buffer'), memory }, lane('streaming'));
    expect(full).toMatch(/ \+98 MB +206 MB +not yet +not checked$/);
    expect(streaming).toMatch(/ not yet +0 MB +not yet +not checked$/);
  });

  it('says nothing of it for a file, which is verified instead', () => {
    const [head, row] = table(false, lane('streaming'));
    expect(head).toMatch(/Memory over rest +In all +Player late +Verified$/);
    expect(row).toMatch(/ not checked$/);
  });

  it.each([
    ['yes', 1000, null, / yes$/],
    ['so far', 467, null, / so far \(46 %\)$/],
    ['no', 467, 'hash-mismatch', / NO$/],
  ] as const)('%s: what was compared is not more than was given', (_name, bytes, code, says) => {
    const error = code && { code, where: 'player', message: '', detail: '', atBytes: bytes };
    const checked = { ...lane('streaming'), sha256: 'ab', verifiedBytes: bytes, error } as LaneLog;
    const [, row] = table(false, checked);
    expect(row).toMatch(says);
  });

  it('names the time that a player lost by itself', () => {
    const [, late] = table(false, { ...lane('streaming'), playerLagMs: 6012 });
    expect(late).toMatch(/ 6\.0 s +not checked$/);
    const [, fine] = table(false, { ...lane('streaming'), playerLagMs: 30 });
    expect(fine).toMatch(/ 0 +not checked$/);
  });
});
