import { setTimeout } from 'node:timers/promises';
import { memoryOf, type Census } from '../processes';
import type { Finding, Row } from '../row';
import { inReadyWindow, type ReadyWindow } from '../window';
import { memoryGrowth } from './growth';

const MINUTES = 10;
/** Growth is told from the minute that ends here. */
const SETTLED_MINUTES = 2;
const EVERY_S = 5;
const LEFT_WITHIN_S = 10;

const READERS = ['reader buffering', 'reader streaming'];

/** One moment of every process: its resident memory, MB. */
type Memory = Census['mb'];

/** Memory of all processes over ten minutes of the test pattern, or as many as asked, and what is left when it is stopped. */
export const cameraMemory: Row = {
  name: 'camera-memory',
  measure: (machine, minutes = MINUTES) =>
    inReadyWindow(
      machine,
      async ({ app, page }) => {
        const before = await memoryOf(app);
        await page.keyboard.press('Space');
        const moments: Memory[] = [];
        for (let s = 0; s < minutes * 60; s += EVERY_S) {
          await setTimeout(EVERY_S * 1000);
          const now = await memoryOf(app);
          moments.push(now);
          if ((s / EVERY_S) % 12 === 0)
            machine.say([...now].map(([n, mb]) => `${n} ${mb.toFixed(0)}`).join(', '));
        }
        return [
          ...READERS.map((name) => overBaseline(name, before, moments)),
          ...[...READERS, 'Browser', 'Tab'].map((name) => growth(name, moments)),
          await leftBehind(app, page),
        ];
      },
      ['--media', 'camera:test'],
    ),
};

function at(moment: Memory | undefined, name: string): number {
  const mb = moment?.get(name);
  if (mb === undefined) throw new Error(`There is no process ${name}`);
  return mb;
}

function growth(name: string, moments: readonly Memory[]): Finding {
  const each = 60 / EVERY_S;
  const settled = [(SETTLED_MINUTES - 1) * each, SETTLED_MINUTES * each] as const;
  const of = `from minute ${SETTLED_MINUTES} to ${minutesOf(moments)}`;
  return memoryGrowth(of, name, moments, { settled, last: [-each] });
}

const minutesOf = (moments: readonly Memory[]): number =>
  Math.floor((moments.length * EVERY_S) / 60);

function overBaseline(name: string, before: Memory, moments: readonly Memory[]): Finding {
  const baseline = at(before, name);
  const over = Math.max(...moments.map((moment) => at(moment, name))) - baseline;
  const minutes = minutesOf(moments);
  const what = `${name}, ${minutes} min: most over its baseline`;
  return finding(what, over, { unit: 'MB', atMost: 8, detail: { baseline } });
}

/** Readers that are still there once the run has been ended by leaving its room, which lets the camera go. */
async function leftBehind(app: ReadyWindow['app'], page: ReadyWindow['page']): Promise<Finding> {
  await page.keyboard.press('Control+3');
  let readers = Infinity;
  for (let s = 0; s < LEFT_WITHIN_S && readers > 0; s += 1) {
    await setTimeout(1000);
    readers = [...(await memoryOf(app)).keys()].filter((name) => name.startsWith('reader')).length;
  }
  return finding('readers left when the room is left', readers, {
    ...{ unit: 'processes', atMost: 0, detail: {} },
  });
}

function finding(
  what: string,
  ours: number,
  { unit, atMost, detail }: { unit: string; atMost: number; detail: Record<string, unknown> },
): Finding {
  const judged = { value: ours, unit };
  return { what, unit, ours, baseline: null, judged, target: { atMost }, detail };
}
