import { describe, expect, it } from 'vitest';
import { runTable } from '../../../../electron/main/headless/table';
import { LaneRecorder } from '../../../../model/run/recorder';
import type { LaneLog, RunLog } from '../../../../model/run/schema';

const lane = (method: LaneLog['method'], delay?: LaneLog['liveDelayMs']): LaneLog => ({
  ...new LaneRecorder(method).log(),
  ...(delay !== undefined && { liveDelayMs: delay }),
});
const table = (...lanes: LaneLog[]): string[] =>
  // A table takes no more of a log than this.
  runTable({ settings: { verify: false }, lanes } as unknown as RunLog).split('\n');

describe('the table of a headless run', () => {
  it('has the live delay of a camera: median and p95 of every lane, or that there is none yet', () => {
    const [head, full, streaming] = table(
      lane('full-buffer', null),
      lane('streaming', { median: 359.6, p95: 1420, count: 70 }),
    );
    expect(head).toMatch(/Peak memory +Live delay, median +p95$/);
    expect(head).not.toContain('Verified');
    expect(full).toMatch(/ not yet +not yet$/);
    expect(streaming).toMatch(/ 360 ms +1420 ms$/);
  });

  it('says nothing of it for a file, which is verified instead', () => {
    const [head, row] = table(lane('streaming'));
    expect(head).toMatch(/Peak memory +Verified$/);
    expect(row).toMatch(/ not checked$/);
  });
});
