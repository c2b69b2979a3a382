import { readFileSync } from 'node:fs';
import { ALL_FORMATS, FilePathSource, Input } from 'mediabunny';
import { headlessRun, laneOf, momentOf } from '../headless';
import type { Machine } from '../machine';
import type { Row } from '../row';
import { samplePath } from '../sample';
import { median } from '../statistics';
import { inReadyWindow } from '../window';

const ROUNDS = 9;

/** The sample's first second: one fragment of a second in each million bytes. */
const FIRST_BYTES = 1e6;

/**
 * Start to first frame over an unlimited link in streaming, beside one MSE append of the same first second in
 * the same window before anything has played there. Every number is the first of a fresh process: a second
 * playback in one window is several times as fast, for either side.
 */
export const firstFrame: Row = {
  name: 'first-frame',
  async measure(machine) {
    const ours: number[] = [];
    const append: number[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const mine = await startToFrameMs(machine);
      const theirs = await appendToFrameMs(machine);
      // The first round makes the sample and fills the system's caches.
      if (round === 0) continue;
      ours.push(mine);
      append.push(theirs);
      machine.say(
        `round ${round} of ${ROUNDS}, ms: ours ${mine.toFixed()}, append ${theirs.toFixed()}`,
      );
    }
    return [
      {
        what: 'streaming, unlimited link: start to first frame',
        unit: 'ms',
        ours: median(ours),
        baseline: { what: 'one MSE append of the same second', value: median(append) },
        judged: { value: median(ours) / median(append), unit: 'x' },
        target: { atMost: 1.15 },
        detail: { ours, append },
      },
    ];
  },
};

async function startToFrameMs(machine: Machine): Promise<number> {
  const flags = ['--methods', 'streaming', '--link', 'unlimited', '--until', '3s'];
  return momentOf(laneOf(await headlessRun(machine, flags), 'streaming'), 'first-frame');
}

async function appendToFrameMs(machine: Machine): Promise<number> {
  const path = samplePath(machine);
  const base64 = readFileSync(path).subarray(0, FIRST_BYTES).toString('base64');
  const input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
  const mime = await input.getMimeType();
  return inReadyWindow(machine, ({ page }) => page.evaluate(appendInPage, { base64, mime }));
}

/** Carried out in the page: milliseconds from the append to the first picture, its MediaSource open before. */
async function appendInPage({ base64, mime }: { base64: string; mime: string }): Promise<number> {
  const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const video = document.createElement('video');
  video.muted = true;
  video.style.cssText = 'position:fixed;right:0;bottom:0;width:160px';
  document.body.append(video);
  const source = new MediaSource();
  video.src = URL.createObjectURL(source);
  await new Promise((open) => source.addEventListener('sourceopen', open, { once: true }));
  const buffer = source.addSourceBuffer(mime);
  const shown = new Promise<number>((frame) =>
    video.requestVideoFrameCallback(() => frame(performance.now())),
  );
  const began = performance.now();
  buffer.appendBuffer(data);
  const played = video.play();
  const ms = (await shown) - began;
  await played;
  video.remove();
  return ms;
}
