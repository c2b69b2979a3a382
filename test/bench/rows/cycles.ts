import { census, type Census } from '../processes';
import type { Row } from '../row';
import { allPlaying, inReadyWindow } from '../window';
import { growth } from './growth';

const USUAL_CYCLES = 200;
/** One count of everything each so many cycles. */
const EACH = 4;

/**
 * What an app comes to hold that stops a run and starts the next one, two hundred times or as often as is asked for
 * (`npm run bench -- cycles=50`).
 */
export const cycles: Row = {
  name: 'cycles',
  measure: (machine, times = USUAL_CYCLES) =>
    inReadyWindow(
      machine,
      async (window) => {
        const moments: Census[] = [];
        await window.page.keyboard.press('Space');
        for (let i = 0; i < times; i += 1) {
          await allPlaying(window);
          if (i % EACH === 0) moments.push(await census(window.app));
          await window.page.keyboard.press('r');
        }
        return growth(`${times} starts and stops`, moments);
      },
      ['--sample-seconds', '10', '--link', 'constant:50MB/s'],
    ),
};
