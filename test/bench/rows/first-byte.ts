import { headlessRun } from '../headless';
import type { Row } from '../row';
import { startBesideBare, type StartedApp } from '../start-time';

/** Process start of a headless run to the first byte that its lane has received, beside a bare Electron window. */
export const firstByte: Row = {
  name: 'first-byte',
  async measure(machine) {
    const run = ['--methods', 'streaming', '--link', 'unlimited'];
    // The sample is there already when a second run is started.
    await headlessRun(machine, [...run, '--until', '100ms']);
    const app = (): StartedApp => ({
      folder: machine.tools.root,
      words: ['--headless', '--out', machine.fresh('out'), ...run, '--until', '20s'],
      userData: machine.fresh('user-data'),
      mark: 'first-byte',
    });
    const what = 'headless run: process start to the first byte received';
    return [await startBesideBare(machine, app, { what, target: { atMost: 3 } })];
  },
};
