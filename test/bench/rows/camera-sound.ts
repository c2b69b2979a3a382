import { readdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Method } from '../../../model/delivery/types';
import type { RunLog } from '../../../model/run/schema';
import { readRunFile } from '../../../electron/runs/run-file';
import { laneOf } from '../headless';
import type { Finding, Row } from '../row';
import { inReadyWindow } from '../window';

/** Each lane is heard for so long. */
const HEARD_S = 15;
/** A run that was left is whole on the disk within this time. */
const KEPT_WITHIN_S = 30;

/**
 * How far from each other sound and picture are: every picture that is shown against the moment at which the sound of
 * its capture time is heard, on the output's own clock. The tone of the test pattern is heard of one lane and then
 * of the other.
 */
export const cameraSound: Row = {
  name: 'camera-sound',
  async measure(machine) {
    const runs = machine.fresh('runs');
    let log: RunLog | null = null;
    await inReadyWindow(
      machine,
      async ({ page }) => {
        await page.keyboard.press('4');
        await page.keyboard.press('Space');
        for (const name of ['Buffering', 'Streaming']) {
          const hear = page.getByRole('button', { name: `Hear ${name}` });
          if ((await hear.getAttribute('aria-pressed')) !== 'true') await hear.click();
          await setTimeout(HEARD_S * 1000);
        }
        await page.keyboard.press('Control+3');
        log = await endedRun(runs);
      },
      ['--media', 'camera:test', '--runs', runs],
    );
    return (['buffering', 'streaming'] as Method[]).map((method): Finding => {
      const off = log && laneOf(log, method).soundOffMs;
      // A lane whose sound all came too late to be played was not heard.
      const ours = off?.p95 ?? Infinity;
      return {
        what: `${method}: sound off its picture, p95`,
        unit: 'ms',
        ours,
        baseline: null,
        judged: { value: ours, unit: 'ms' },
        target: { atMost: 40 },
        detail: { off, load: loadavg() },
      };
    });
  },
};

/** The one run in a folder, once it has its end; null when that does not come. */
async function endedRun(folder: string): Promise<RunLog | null> {
  for (let s = 0; s < KEPT_WITHIN_S; s += 1) {
    await setTimeout(1000);
    const name = readdirSync(folder).find((each) => each.endsWith('.bufferrun'));
    const log = name && (await readRunFile(join(folder, name))).log;
    if (log && log.lanes.some(({ soundOffMs }) => soundOffMs)) return log;
  }
  return null;
}
