import { bareApp } from '../bare';
import { headlessRun } from '../headless';
import type { Row } from '../row';
import { startTime } from '../start-time';
import { median } from '../statistics';

const ROUNDS = 7;

/** Process start to the window with its lanes drawn, beside a bare Electron window with one line of text. */
export const windowShown: Row = {
  name: 'window',
  async measure(machine) {
    // The sample is there already when a person starts the app a second time.
    await headlessRun(machine, ['--methods', 'streaming', '--until', '100ms']);
    const ours: number[] = [];
    const bare: number[] = [];
    const app = {
      folder: machine.tools.root,
      words: [],
      userData: machine.fresh('user-data'),
      mark: 'lanes-drawn',
    };
    const bareWindow = {
      folder: bareApp(machine),
      words: ['window'],
      userData: machine.fresh('user-data'),
      mark: 'shown',
    };
    for (let round = 0; round <= ROUNDS; round++) {
      const theirs = await startTime(machine, bareWindow);
      const mine = await startTime(machine, app);
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
        what: 'process start to window shown, lanes drawn',
        unit: 'ms',
        ours: median(ours),
        baseline: { what: 'bare Electron window', value: median(bare) },
        judged: { value: median(ours) / median(bare), unit: 'x' },
        target: { atMost: 1.25 },
        detail: { ours, bare },
      },
    ];
  },
};
