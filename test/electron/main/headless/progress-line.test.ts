import { describe, expect, it } from 'vitest';
import {
  ProgressLine,
  progressLine,
  tellsProgress,
} from '../../../../electron/main/headless/progress-line';

const LANES = [
  { method: 'full-buffer', positionS: 0, share: 0 },
  { method: 'buffering', positionS: 3.24, share: 0.3249 },
  { method: 'streaming', positionS: 10, share: 1 },
] as const;

describe('the progress of a headless run', () => {
  it('tells lane, position and percent', () => {
    expect(progressLine(LANES, 100)).toBe(
      'full-buffer 0.0 s 0 %  buffering 3.2 s 32 %  streaming 10.0 s 100 %',
    );
  });

  it('has no share of a camera, which has no end', () => {
    const lane = { method: 'streaming', positionS: 7.06, share: null } as const;
    expect(progressLine([lane], 80)).toBe('streaming 7.1 s');
  });

  it('never fills a terminal line, which would break in two', () => {
    for (const columns of [1, 20, 68]) {
      expect(progressLine(LANES, columns).length).toBeLessThan(columns);
    }
  });

  it('is told at a terminal alone, and not to who wants quiet', () => {
    expect(tellsProgress(false, { isTTY: true })).toBe(true);
    expect(tellsProgress(true, { isTTY: true })).toBe(false);
    expect(tellsProgress(false, {})).toBe(false);
  });

  it('is written over in place, and leaves nothing behind', () => {
    const written: string[] = [];
    const line = new ProgressLine((text) => written.push(text));
    line.clear();
    line.show('a');
    line.show('b');
    line.clear();
    line.clear();
    expect(written).toEqual(['\r\x1b[Ka', '\r\x1b[Kb', '\r\x1b[K']);
  });
});
