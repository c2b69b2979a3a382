import { setTimeout } from 'node:timers/promises';
import { inReadyWindow, type ReadyWindow } from '../window';
import type { Finding, Row } from '../row';

const MINUTES = 10;
const LONG_MINUTES = 120;
/** Growth is told from the minute that ends here. */
const SETTLED_MINUTES = 2;
const EVERY_S = 5;
const LEFT_WITHIN_S = 10;

/** One moment of every process: its resident memory, MB. */
type Memory = Map<string, number>;

const READERS = ['reader buffering', 'reader streaming'];

/** Memory of all processes over ten minutes of the test pattern, and what is left when it is stopped. */
export const cameraMemory: Row = memoryRow('camera-memory', MINUTES);

/** The same over two hours; it is measured when it is named. */
export const cameraMemoryLong: Row = {
  ...memoryRow('camera-memory-2h', LONG_MINUTES),
  onlyNamed: true,
};

function memoryRow(name: string, minutes: number): Row {
  return {
    name,
    measure: (machine) =>
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
            ...READERS.map((reader) => overBaseline(reader, before, moments)),
            ...[...READERS, 'Browser', 'Tab'].map((each) => growth(each, moments)),
            await leftBehind(app, page),
          ];
        },
        ['--media', 'camera:test'],
      ),
  };
}

async function memoryOf(app: ReadyWindow['app']): Promise<Memory> {
  const metrics = await app.evaluate((electron) =>
    electron.app.getAppMetrics().map(({ type, name, memory }) => ({
      name: type === 'Utility' ? (name ?? type) : type,
      kb: memory.workingSetSize,
    })),
  );
  return new Map(
    metrics.map(({ name, kb }) => [name.replace('Bufferscope ', ''), (kb / 1024) * 1.048576]),
  );
}

function at(moment: Memory | undefined, name: string): number {
  const mb = moment?.get(name);
  if (mb === undefined) throw new Error(`There is no process ${name}`);
  return mb;
}

function overBaseline(name: string, before: Memory, moments: readonly Memory[]): Finding {
  const baseline = at(before, name);
  const over = Math.max(...moments.map((moment) => at(moment, name))) - baseline;
  const minutes = (moments.length * EVERY_S) / 60;
  return finding(`${name}, ${minutes} min: most over its baseline`, over, over, 'MB', 8, {
    baseline,
  });
}

/** The median of the last minute beside that of the one in which everything has settled. */
function growth(name: string, moments: readonly Memory[]): Finding {
  const minute = (ends: number): number => {
    const each = 60 / EVERY_S;
    const values = moments.slice((ends - 1) * each, ends * each).map((moment) => at(moment, name));
    return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
  };
  const minutes = Math.floor((moments.length * EVERY_S) / 60);
  const [settled, last] = [minute(SETTLED_MINUTES), minute(minutes)];
  const percent = (last / settled - 1) * 100;
  const known = { Tab: 'window', Browser: 'main' }[name] ?? name;
  const what = `${known}: growth from minute ${SETTLED_MINUTES} to ${minutes}`;
  return finding(what, last, percent, '%', 5, { settled });
}

/** Readers that are still there once the run has been ended by leaving its room, which lets the camera go. */
async function leftBehind(app: ReadyWindow['app'], page: ReadyWindow['page']): Promise<Finding> {
  await page.keyboard.press('Control+3');
  let readers = Infinity;
  for (let s = 0; s < LEFT_WITHIN_S && readers > 0; s += 1) {
    await setTimeout(1000);
    readers = [...(await memoryOf(app)).keys()].filter((name) => name.startsWith('reader')).length;
  }
  return finding('readers left when the room is left', readers, readers, 'processes', 0, {});
}

function finding(
  what: string,
  ours: number,
  value: number,
  unit: string,
  atMost: number,
  detail: Record<string, unknown>,
): Finding {
  const judged = { value, unit };
  return {
    what,
    unit: unit === '%' ? 'MB' : unit,
    ours,
    baseline: null,
    judged,
    target: { atMost },
    detail,
  };
}
