import { busy, metrics } from '../busy';
import { keep, longLog } from '../kept-runs';
import type { Machine } from '../machine';
import type { Finding, Row } from '../row';
import { median } from '../statistics';
import { allPlaying, inReadyWindow, type ReadyWindow } from '../window';
import { setTimeout } from 'node:timers/promises';

/** Positions that a run is scrubbed to. */
const POSITIONS = 200;
/** Playing runs in for so long, and is measured for so long, seconds. */
const SETTLED_S = 3;
const MEASURED_S = 12;

/** Script time of a window while a kept run of 10 min is scrubbed, beside the same moves of the mouse without a press. */
export const runsScrub: Row = {
  name: 'runs-scrub',
  async measure(machine) {
    const folder = machine.fresh('runs');
    keep(folder, longLog(), 'Ten minutes');
    return inReadyWindow(machine, scrubbed, ['--runs', folder]);
  },
};

/** Script time of a window that plays a kept run, beside the same window while that run was live. */
export const runsPlay: Row = {
  name: 'runs-play',
  measure: (machine) =>
    inReadyWindow(machine, (window) => played(machine, window), ['--runs', machine.fresh('runs')]),
};

/** Goes to the kept runs and opens the first. */
export async function openFirst({ page }: ReadyWindow): Promise<void> {
  await page.keyboard.press('Control+5');
  await page.waitForSelector('.run-row');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.timeline svg');
}

async function scrubbed(window: ReadyWindow): Promise<Finding[]> {
  const { page } = window;
  await openFirst(window);
  // The whole run, so that every move goes anywhere in it.
  for (let i = 0; i < 20; i += 1) await page.keyboard.press('-');
  const box = await page.locator('.timeline svg').boundingBox();
  if (!box) throw new Error('The timeline is not drawn.');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const moves = async (): Promise<number[]> => {
    const times: number[] = [];
    for (let i = 0; i < POSITIONS; i += 1) {
      const before = await metrics(cdp);
      // Far apart, and never twice the same: the golden section.
      const share = (i * 0.618_034) % 1;
      await page.mouse.move(box.x + 112 + share * (box.width - 160), box.y + 12);
      await page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
      const after = await metrics(cdp);
      times.push(1000 * (after('ScriptDuration') - before('ScriptDuration')));
    }
    return times.toSorted((a, b) => a - b);
  };
  const idle = await moves();
  await page.mouse.down();
  const ours = await moves();
  await page.mouse.up();
  const p95 = (times: readonly number[]) => times[Math.ceil(times.length * 0.95) - 1] ?? NaN;
  const finding = (what: string, of: (times: readonly number[]) => number, atMost: number) => ({
    what: `10 min of three lanes scrubbed: script time a position, ${what}`,
    unit: 'ms',
    ours: of(ours),
    baseline: { what: 'the mouse moved only', value: of(idle) },
    judged: { value: of(ours), unit: 'ms' },
    target: { atMost },
    detail: { ours, idle },
  });
  return [finding('median', median, 8), finding('95 %', p95, 33)];
}

async function played(machine: Machine, window: ReadyWindow): Promise<Finding[]> {
  const { page } = window;
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  await page.keyboard.press('4');
  await page.waitForFunction(() => document.querySelectorAll('video').length === 3);
  await page.keyboard.press('Space');
  await allPlaying(window);
  await setTimeout(SETTLED_S * 1000);
  const live = await busy(cdp, MEASURED_S);
  machine.say(`live: ${live.script.toFixed(1)} ms of script a second`);
  // Another run ends this one, which is kept with that.
  await page.keyboard.press('r');
  await page.waitForSelector('[data-state="playing"]');
  await page.keyboard.press('Space');
  await openFirst(window);
  await page.waitForFunction(() => document.querySelectorAll('.scrub-body video').length === 3);
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await setTimeout(SETTLED_S * 1000);
  const kept = await busy(cdp, MEASURED_S);
  machine.say(`kept: ${kept.script.toFixed(1)}`);
  return [
    {
      what: 'a kept run played at 1x: script time of the window',
      unit: 'ms/s',
      ours: kept.script,
      baseline: { what: 'the run live', value: live.script },
      judged: { value: kept.script / live.script, unit: 'x' },
      target: { atMost: 1 },
      detail: { kept, live },
    },
  ];
}
