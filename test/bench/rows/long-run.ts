import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findFfmpeg } from '../../../electron/media/ffmpeg';
import type { Machine } from '../machine';
import { census, type Census } from '../processes';
import type { Row } from '../row';
import { inReadyWindow } from '../window';
import { growth } from './growth';

const SPEED = 4;
/** Two hours of film at this speed, minutes. */
const USUAL_MINUTES = 30;
const EVERY_S = 5;

/**
 * What a long run at speed 4 comes to hold: of two hours of film, or of four times the minutes that are asked for
 * (`npm run bench -- long-run=5`).
 */
export const longRun: Row = {
  name: 'long-run',
  async measure(machine, minutes = USUAL_MINUTES) {
    const film = await filmOf(machine, minutes * 60 * SPEED);
    const words = ['--link', 'constant:50MB/s', '--speed', String(SPEED), film];
    return inReadyWindow(
      machine,
      async ({ app, page }) => {
        await page.keyboard.press('Space');
        const moments: Census[] = [];
        // The last seconds are left out: a film that has ended is no run.
        for (let s = 0; s < minutes * 60 - 2 * EVERY_S; s += EVERY_S) {
          await setTimeout(EVERY_S * 1000);
          moments.push(await census(app));
        }
        const at = await page.locator('[role="timer"]').textContent();
        machine.say(`long-run: the run's clock stands at ${at ?? '-'} after ${minutes} min`);
        return growth(`${minutes} min at speed ${SPEED}`, moments);
      },
      words,
    );
  },
};

/** A film of so many seconds: one minute of it, over and over. */
async function filmOf(machine: Machine, seconds: number): Promise<string> {
  const { path } = await findFfmpeg();
  const folder = machine.fresh('film');
  const [minute, film] = [join(folder, 'minute.mp4'), join(folder, 'film.mp4')];
  const run = (...args: string[]) =>
    promisify(execFile)(path, ['-v', 'error', '-nostdin', '-y', ...args]);
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=s=640x360:r=30:d=60'];
  const sound = ['-f', 'lavfi', '-i', 'sine=440:d=60'];
  const codecs = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '60'];
  await run(...picture, ...sound, ...codecs, '-b:v', '700k', '-c:a', 'aac', minute);
  const fragments = ['-movflags', 'frag_keyframe+empty_moov+default_base_moof'];
  await run(
    '-stream_loop',
    '-1',
    '-i',
    minute,
    '-t',
    `${seconds}`,
    '-c',
    'copy',
    ...fragments,
    film,
  );
  return film;
}
