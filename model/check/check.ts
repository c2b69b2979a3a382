import { z } from 'zod';

/** What is looked at on this computer, in the order in which it is. */
export const CHECK_LINES = [
  'ffmpeg',
  'h264',
  'recording',
  'sandbox',
  'sound',
  'disk',
  'memory',
  'display',
  'fonts',
  'camera',
  'ports',
  'clock',
] as const;
export type CheckLine = (typeof CHECK_LINES)[number];

/** Lines that main looks at; the page looks at the others. */
export const MAIN_LINES = ['ffmpeg', 'sandbox', 'disk', 'memory', 'ports'] as const;
export type MainLine = (typeof MAIN_LINES)[number];

/** A look that takes longer has found nothing, ms: all of them together stay under 10 s. */
export const LOOK_MS = 3000;

/** What a look has found: `right`, `usable` with something worth knowing, or `broken`. */
export const findingSchema = z.object({
  state: z.enum(['right', 'usable', 'broken']),
  /** Names the words that say it, below those of the line. */
  found: z.string().max(40),
  /** What the words are filled with. */
  values: z.record(z.string().max(40), z.union([z.string().max(1000), z.number()])),
});
export type Finding = z.infer<typeof findingSchema>;

export const checkedLineSchema = findingSchema.extend({
  line: z.enum(CHECK_LINES),
  /** How long the look took, ms. */
  tookMs: z.number().min(0).max(60_000),
});
export type CheckedLine = z.infer<typeof checkedLineSchema>;

/** A finding whose words are `found`. */
export const finding = (
  state: Finding['state'],
  found: string,
  values: Finding['values'] = {},
): Finding => ({ state, found, values });

/** How many lines are in each state. */
export function countStates(lines: readonly Finding[]): Record<Finding['state'], number> {
  const counts = { right: 0, usable: 0, broken: 0 };
  for (const { state } of lines) counts[state] += 1;
  return counts;
}

/** Whether all that Bufferscope needs works: nothing is broken, and no line is missing. */
export const allWorks = (lines: readonly CheckedLine[]): boolean =>
  CHECK_LINES.every((id) => lines.some(({ line }) => line === id)) &&
  lines.every(({ state }) => state !== 'broken');

/** Free space on a disk in bytes, and what is found of it. Runs, prepared files and the sample take 1 GB in a term. */
export function diskFinding(freeBytes: number, values: Finding['values']): Finding {
  if (freeBytes < 100e6) return finding('broken', 'full', values);
  return finding(
    freeBytes < 1e9 ? 'usable' : 'right',
    freeBytes < 1e9 ? 'little' : 'enough',
    values,
  );
}

/** Memory that three lanes of the sample take with the window, bytes: measured 0.75 GB. */
export const MEMORY_NEEDED = 0.8e9;

/** Free memory in bytes, and what is found of it. */
export function memoryFinding(freeBytes: number, values: Finding['values']): Finding {
  if (freeBytes < MEMORY_NEEDED / 3) return finding('broken', 'full', values);
  return freeBytes < MEMORY_NEEDED
    ? finding('usable', 'little', values)
    : finding('right', 'enough', values);
}

/** What is found of a clock, from successive readings in ms. */
export function clockFinding(readings: readonly number[]): Finding {
  let stepMs = Infinity;
  for (let i = 1; i < readings.length; i += 1) {
    const step = (readings[i] ?? 0) - (readings[i - 1] ?? 0);
    if (step < 0) return finding('broken', 'back', { step: -step });
    if (step > 0) stepMs = Math.min(stepMs, step);
  }
  if (stepMs === Infinity) return finding('broken', 'stands');
  const step = Number(stepMs.toPrecision(1));
  // Sent and received times of a chunk are told apart by a few ms.
  return finding(stepMs > 5 ? 'usable' : 'right', stepMs > 5 ? 'coarse' : 'steady', { step });
}

/** What is found of a screen: its size in the page's pixels, its scaling and the pictures a second drawn on it. */
export function displayFinding(screen: {
  width: number;
  height: number;
  scaling: number;
  fps: number;
}): Finding {
  const values = {
    ...screen,
    scaling: Math.round(screen.scaling * 100),
    fps: Math.round(screen.fps),
  };
  if (screen.width < 1280 || screen.height < 800) return finding('usable', 'small', values);
  return screen.fps < 24 ? finding('usable', 'slow', values) : finding('right', 'fits', values);
}
