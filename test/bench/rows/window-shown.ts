import { headlessRun } from '../headless';
import type { Row } from '../row';
import { startBesideBare } from '../start-time';

/** Process start to the window with its lanes drawn, beside a bare Electron window with one line of text. */
export const windowShown: Row = {
  name: 'window',
  async measure(machine) {
    // The sample is there already when a person starts the app a second time.
    await headlessRun(machine, ['--methods', 'streaming', '--until', '100ms']);
    const app = {
      folder: machine.tools.root,
      words: [],
      userData: machine.fresh('user-data'),
      mark: 'lanes-drawn',
    };
    const what = 'process start to window shown, lanes drawn';
    return [await startBesideBare(machine, () => app, { what, target: { atMost: 1.25 } })];
  },
};
