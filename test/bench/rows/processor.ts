import { setTimeout } from 'node:timers/promises';
import { bareApp } from '../bare';
import { coresDuring } from '../cores';
import type { Machine } from '../machine';
import type { Finding, Row } from '../row';
import { samplePath } from '../sample';
import { median } from '../statistics';
import { allPlaying, inReadyWindow, inWindow, type ReadyWindow } from '../window';

const ROUNDS = 5;
/** Playback runs in for so long before it is measured, and is measured for so long, seconds. */
const SETTLED_S = 4;
const MEASURED_S = 15;
/** Its pictures are counted for so long behind that: counting costs time, too, seconds. */
const WATCHED_S = 8;
/** Pictures that the animation of a window shows in a second. */
const PICTURES = 60;

interface Size {
  width: number;
  height: number;
}

/** What a window with three videos took and showed while it was measured. */
interface Played {
  /** Of all processes of the app, in cores. */
  cores: number;
  /** The same by kind of process. */
  byProcess: Record<string, number>;
  /** Animation frames in a second. */
  framesPerS: number;
  /** Of the pictures of all videos, %. */
  droppedPercent: number;
}

/**
 * Processor time of all processes while Compare plays three lanes over a link without limits, beside three plain
 * videos of the same file and size in a bare window; the two take turns. And how evenly the window is drawn.
 */
export const processor: Row = {
  name: 'processor',
  async measure(machine) {
    const ours: Played[] = [];
    const bare: Played[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      const mine = await threeLanes(machine);
      const theirs = await threeVideos(machine, mine.size);
      ours.push(mine.played);
      bare.push(theirs);
      machine.say(`round ${round} of ${ROUNDS}: ours ${told(mine.played)}; bare ${told(theirs)}`);
    }
    return findings(ours, bare);
  },
};

function threeLanes(machine: Machine): Promise<{ played: Played; size: Size }> {
  return inReadyWindow(machine, async (window) => {
    const { page } = window;
    await page.keyboard.press('4');
    await page.waitForFunction(() => document.querySelectorAll('video').length === 3);
    await page.keyboard.press('Space');
    const played = await measured(window);
    const size = await page.evaluate(() => {
      const { offsetWidth: width, offsetHeight: height } = document.querySelector(
        'video',
      ) as HTMLElement;
      return { width, height };
    });
    return { played, size };
  });
}

function threeVideos(machine: Machine, { width, height }: Size): Promise<Played> {
  const words = ['video', samplePath(machine), String(width), String(height)];
  return inWindow(machine, bareApp(machine), words, measured);
}

async function measured(window: ReadyWindow): Promise<Played> {
  await allPlaying(window);
  await setTimeout(SETTLED_S * 1000);
  const { all: cores, byProcess } = await coresDuring(window, () => setTimeout(MEASURED_S * 1000));
  const { framesPerS, droppedPercent } = await window.page.evaluate(watchPictures, WATCHED_S);
  await allPlaying(window);
  return { cores, byProcess, framesPerS, droppedPercent };
}

/** Carried out in the page: how often it is drawn in so many seconds, and which pictures of the videos are not. */
async function watchPictures(
  seconds: number,
): Promise<{ framesPerS: number; droppedPercent: number }> {
  const pictures = (): { all: number; dropped: number } => {
    const sum = { all: 0, dropped: 0 };
    for (const video of document.querySelectorAll('video')) {
      const { totalVideoFrames, droppedVideoFrames } = video.getVideoPlaybackQuality();
      sum.all += totalVideoFrames;
      sum.dropped += droppedVideoFrames;
    }
    return sum;
  };
  const before = pictures();
  const began = performance.now();
  let frames = 0;
  let now = began;
  while (now - began < seconds * 1000) {
    now = await new Promise<number>(requestAnimationFrame);
    frames++;
  }
  const after = pictures();
  return {
    framesPerS: (frames * 1000) / (now - began),
    droppedPercent: (100 * (after.dropped - before.dropped)) / (after.all - before.all),
  };
}

function findings(ours: readonly Played[], bare: readonly Played[]): Finding[] {
  const of = (played: readonly Played[], which: 'cores' | 'framesPerS' | 'droppedPercent') =>
    median(played.map((each) => each[which]));
  const baseline = (which: Parameters<typeof of>[1]) => ({
    what: 'three bare videos',
    value: of(bare, which),
  });
  const detail = { ours, bare };
  const [cores, frames] = [of(ours, 'cores'), of(ours, 'framesPerS')];
  const [videos, animation] = [of(ours, 'droppedPercent'), 100 * (1 - frames / PICTURES)];
  return [
    {
      what: 'three lanes playing: processor time of all processes',
      unit: 'core',
      ours: cores,
      baseline: baseline('cores'),
      judged: { value: cores / of(bare, 'cores'), unit: 'x' },
      target: { atMost: 3 },
      detail,
    },
    {
      what: 'three lanes playing: pictures of the animation',
      unit: '/s',
      ours: frames,
      baseline: baseline('framesPerS'),
      judged: { value: animation, unit: `% short of ${PICTURES}` },
      target: { atMost: 1 },
      detail: {},
    },
    {
      what: 'three lanes playing: pictures of the videos dropped',
      unit: '%',
      ours: videos,
      baseline: baseline('droppedPercent'),
      judged: { value: videos, unit: '%' },
      target: { atMost: 1 },
      detail: {},
    },
  ];
}

const told = ({ cores, framesPerS, droppedPercent, byProcess }: Played): string =>
  [
    `${cores.toFixed(2)} of a core`,
    `(${Object.entries(byProcess)
      .map(([kind, each]) => `${kind} ${each.toFixed(3)}`)
      .join(', ')}),`,
    `${framesPerS.toFixed(1)} frames a second, ${droppedPercent.toFixed(1)} % dropped`,
  ].join(' ');
