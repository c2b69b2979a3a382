import { bareApp } from '../bare';
import { headlessRun } from '../headless';
import type { Row } from '../row';
import { startTime, type StartedApp } from '../start-time';
import { median } from '../statistics';

const ROUNDS = 7;

/** Process start of a headless run to the first byte that its lane has received, beside a bare Electron window. */
export const firstByte: Row = {
  name: 'first-byte',
  async measure(machine) {
    const run = ['--methods', 'streaming', '--link', 'unlimited'];
    // The sample is there already when a second run is started.
    await headlessRun(machine, [...run, '--until', '100ms']);
    const ours: number[] = [];
    const bare: number[] = [];
    const app = (): StartedApp => ({
      folder: machine.tools.root,
      words: ['--headless', '--out', machine.fresh('out'), ...run, '--until', '20s'],
      userData: machine.fresh('user-data'),
      mark: 'first-byte',
    });
    const bareWindow: StartedApp = {
      folder: bareApp(machine),
      words: ['window'],
      userData: machine.fresh('user-data'),
      mark: 'shown',
    };
    for (let round = 0; round <= ROUNDS; round++) {
      const theirs = await startTime(machine, bareWindow);
      const mine = await startTime(machine, app());
      // The first round fills the system's caches.
      if (round === 0) continue;
      ours.push(mine);
      bare.push(theirs);
      machine.say(
        `round ${round} of ${ROUNDS}, ms: ours ${mine.toFixed()}, bare ${theirs.toFixed()}`,
      );
    }
    return [
      {
        what: 'headless run: process start to the first byte received',
        unit: 'ms',
        ours: median(ours),
        baseline: { what: 'bare Electron window shown', value: median(bare) },
        judged: { value: median(ours) / median(bare), unit: 'x' },
        target: { atMost: 3 },
        detail: { ours, bare },
      },
    ];
  },
};
