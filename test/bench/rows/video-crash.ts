import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { _electron as electron } from '@playwright/test';
import { STAMP_CELLS } from '../../../model/video/frame-stamp';
import { stampsOf } from '../../e2e/video-file';
import { headlessRun } from '../headless';
import type { Row } from '../row';

const FPS = 30;

/** The app is killed once so many frames have been drawn. */
const KILLED_AT = 90;

/** How much of a video a kill -9 costs: frames that had been drawn and cannot be decoded, in seconds of the video. */
export const videoCrash: Row = {
  name: 'video-crash',
  async measure(machine) {
    const log = await headlessRun(machine, ['--speed', '4', '--until', '20s']);
    const folder = machine.fresh('video');
    const report = join(folder, 'report.json');
    writeFileSync(report, JSON.stringify(log));
    const words = ['--headless', '--log', report, '--video', join(folder, 'killed.mp4')];
    const { root, executable } = machine.tools;
    const app = await electron.launch({
      executablePath: executable,
      args: [...['-r', join(root, 'test/hold-ready.cjs')], ...machine.commandLine(root, words)],
      env: { ...machine.environment(), BUFFERSCOPE_VIDEO_STAMPS: 'kept' },
      cwd: root,
    });
    const page = await app.firstWindow();
    const frames = await page.waitForFunction(
      ([atLeast, cells]) => {
        const bits = [...document.querySelectorAll<HTMLElement>('.frame-stamp i')];
        if (bits.length !== cells) return null;
        const frame = bits.slice(2).reduce((sum, bit, i) => {
          return sum + (bit.dataset['bit'] === '1' ? 2 ** i : 0);
        }, 0);
        return frame >= atLeast ? frame : null;
      },
      [KILLED_AT, STAMP_CELLS] as const,
      { timeout: 600_000 },
    );
    const drawn = (await frames.jsonValue()) ?? NaN;
    const closed = new Promise((done) => app.process().once('exit', done));
    app.process().kill('SIGKILL');
    await closed;
    // The encoder has its input's end, and ends by itself.
    await setTimeout(3000);
    const left = (await stampsOf(join(folder, 'killed.part.mp4'))).length;
    const seconds = Math.max(0, drawn - left) / FPS;
    return [
      {
        ...{ what: 'video: lost in a crash', unit: 's', ours: seconds, baseline: null },
        judged: { value: seconds, unit: 's' },
        target: { atMost: 1 },
        detail: { drawn, left },
      },
    ];
  },
};
