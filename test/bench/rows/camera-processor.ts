import { setTimeout } from 'node:timers/promises';
import { coresDuring } from '../cores';
import type { Row } from '../row';
import { webrtcLoopback } from '../webrtc-loopback';
import { inReadyWindow } from '../window';

/** Full buffer records for so long before it plays, and then plays for as long: all three lanes play then. */
const RECORD_S = 25;
const MEASURED_S = 15;
/** What a room that was left still does is over by then, seconds. */
const SETTLED_S = 3;

/** Processor time of all processes while three lanes play the test pattern, beside that of one WebRTC loopback. */
export const cameraProcessor: Row = {
  name: 'camera-processor',
  measure: (machine) =>
    inReadyWindow(
      machine,
      async (window) => {
        const { page } = window;
        await page.keyboard.press('4');
        await page.keyboard.press('Space');
        await page
          .getByRole('article', { name: 'Full buffer' })
          .locator('[data-part="flag"]', { hasText: /^Playing/ })
          .waitFor({ timeout: 120_000 });
        const lanes = await coresDuring(window, () => setTimeout(MEASURED_S * 1000));
        await page.keyboard.press('Control+3');
        await setTimeout(SETTLED_S * 1000);
        const webrtc = await coresDuring(window, () => webrtcLoopback(window, MEASURED_S));
        return [
          {
            what: 'three lanes of a camera: processor time of all processes',
            unit: 'core',
            ours: lanes.all,
            baseline: { what: 'one WebRTC loopback in the same window', value: webrtc.all },
            judged: { value: lanes.all / webrtc.all, unit: 'x' },
            target: { atMost: 3 },
            detail: { lanes, webrtc },
          },
        ];
      },
      ['--media', 'camera:test', '--record', `${String(RECORD_S)}s`],
    ),
};
