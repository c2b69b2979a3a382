import { setTimeout } from 'node:timers/promises';
import { busy, type Busy } from '../busy';
import type { Finding, Row } from '../row';
import { allPlaying, inReadyWindow } from '../window';

/** Seconds of each measurement. */
const IDLE_S = 8;
const PLAYING_S = 15;

/** The second measurement begins this far into playback, seconds: by then the charts hold a minute. */
const LATE_S = 60;

/** Script time of the whole window with three lanes playing and live charts, beside the same window idle. */
export const script: Row = {
  name: 'script',
  async measure(machine) {
    return inReadyWindow(machine, async (window) => {
      const { page } = window;
      const cdp = await page.context().newCDPSession(page);
      await cdp.send('Performance.enable');
      const idle = await busy(cdp, IDLE_S);
      machine.say(`idle: ${idle.script.toFixed(1)} ms of script a second`);
      await page.keyboard.press('4');
      await page.waitForFunction(() => document.querySelectorAll('video').length === 3);
      await page.keyboard.press('Space');
      await allPlaying(window);
      const began = performance.now();
      const early = await busy(cdp, PLAYING_S);
      await setTimeout(Math.max(0, LATE_S * 1000 - (performance.now() - began)));
      const late = await busy(cdp, PLAYING_S);
      await allPlaying(window);
      machine.say(`playing: ${early.script.toFixed()}, after a minute ${late.script.toFixed()}`);
      return [
        finding('three lanes playing, live charts', early, idle),
        finding(`the same ${LATE_S} s later`, late, idle),
      ];
    });
  },
};

function finding(what: string, ours: Busy, idle: Busy): Finding {
  return {
    what: `script time, ${what}`,
    unit: 'ms/s',
    ours: ours.script,
    baseline: { what: 'the same window idle', value: idle.script },
    judged: { value: ours.script, unit: 'ms/s' },
    target: { atMost: 250 },
    detail: { ours, idle },
  };
}
