import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { freshFolder } from './app';

/** Chromium's own camera and microphones. */
export const FAKE_CAMERA = ['--use-fake-device-for-media-stream'];

/** Frames of our file, and how often a second it shows one. */
export const FRAMES = 64;
const FRAME_RATE = 30;
/** Bits of a frame's number, written twice beside each other so that a torn one is known. */
const BITS = 8;
export const CELLS = 2 * BITS;
const ROWS = 16;

/** How light the quarters of `quarterCamera` are, from left to right and from top to bottom. */
const QUARTERS = [220, 150, 90, 30] as const;

/** A camera whose picture is four quarters, each of its own lightness. */
export function quarterCamera(width: number, height: number): { name: string; switches: string[] } {
  const name = join(freshFolder('camera'), 'quarters.y4m');
  const rows = [QUARTERS.slice(0, 2), QUARTERS.slice(2)].map((halves) =>
    Buffer.concat(halves.map((light) => Buffer.alloc(width / 2, light))),
  );
  const picture = rows.flatMap((row) => Array<Buffer>(height / 2).fill(row));
  const frame = [Buffer.from('FRAME\n'), ...picture, Buffer.alloc((width * height) / 2, 128)];
  const head = `YUV4MPEG2 W${width} H${height} F${FRAME_RATE}:1 Ip A1:1 C420jpeg\n`;
  writeFileSync(name, Buffer.concat([Buffer.from(head), ...frame, ...frame]));
  return { name, switches: [...FAKE_CAMERA, `--use-file-for-fake-video-capture=${name}`] };
}

/** A camera that plays a file of ours: its path is its name. Each frame says its number in its top rows. */
export function fileCamera(width: number, height: number): { name: string; switches: string[] } {
  const name = join(freshFolder('camera'), 'known.y4m');
  const parts = [Buffer.from(`YUV4MPEG2 W${width} H${height} F${FRAME_RATE}:1 Ip A1:1 C420jpeg\n`)];
  const rest = Buffer.alloc(width * (height - ROWS), 110);
  const colours = Buffer.alloc((width * height) / 2, 128);
  for (let frame = 0; frame < FRAMES; frame += 1) {
    const row = Buffer.from(
      Array.from({ length: width }, (_, x) => {
        const cell = Math.floor((x * CELLS) / width);
        return (frame >> (cell % BITS)) % 2 === 1 ? 235 : 16;
      }),
    );
    const rows = Buffer.concat(Array<Buffer>(ROWS).fill(row));
    parts.push(Buffer.from('FRAME\n'), rows, rest, colours);
  }
  writeFileSync(name, Buffer.concat(parts));
  return { name, switches: [...FAKE_CAMERA, `--use-file-for-fake-video-capture=${name}`] };
}

/** Answers the system's own question for the camera as the person would: Allow. */
export async function allowInDialog(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
  });
}

/** User data of someone who has allowed cameras already. */
export function allowedBefore(): Record<string, string> {
  const folder = freshFolder('user-data');
  writeFileSync(join(folder, 'preferences.json'), JSON.stringify({ camera: 'allowed' }));
  return { BUFFERSCOPE_USER_DATA: folder };
}
