import { durationOf } from '../../../model/media/source';
import { simulate } from '../../../model/run/simulate';
import type { Scenario } from '../../../model/sweep/types';
import type { ModelledMemory, Rest } from './messages';

/** Samples of each curve, about. */
const SAMPLES = 400;
/** Behind the moment at which it is stopped so much more is shown, and at least so much in all, ms. */
const AFTER_STOP = 2;
const MIN_SHOWN_MS = 10_000;
/** It is worked out for this much longer than the source lasts: an outage delays its end. */
const LONGER = 1.5;

/**
 * The memory of a server of streaming with its backpressure off and on, as the model has it: the reader reads on at
 * its own rate, and is stopped when what it holds and what its process takes at rest come to the cap. A process is
 * what it takes at rest and what it holds; what a real one takes besides can only be measured.
 */
export function modelledMemory(
  { settings, link, media }: Scenario,
  seed: number,
  { bytes: restBytes, measured }: Rest,
): ModelledMemory {
  const untilMs = durationOf(media) * 1000 * LONGER;
  const lanes = simulate({
    settings: { ...settings, methods: ['streaming'], backpressureOff: 'streaming', untilMs },
    ...{ link, media, seed, restBytes, sampleEveryMs: untilMs / SAMPLES },
  }).map(({ method, samples, events, error, memory }) => ({
    ...{ method, events, error },
    samples: samples.map((sample) => ({
      ...sample,
      rssBytes: restBytes + (sample.heldBytes ?? 0),
    })),
    memory: {
      ...memory,
      baselineRssBytes: restBytes,
      peakRssBytes: restBytes + memory.peakHeldBytes,
      capBytes: settings.memoryCapBytes,
    },
  }));
  const endMs = Math.max(...lanes.map(({ samples }) => samples.at(-1)?.tMs ?? 0));
  // Of a server that was stopped what comes after is the other one's, and no news.
  const stoppedMs = lanes[0]?.events.find(({ kind }) => kind === 'error')?.tMs ?? endMs;
  const shownMs = Math.min(endMs, Math.max(MIN_SHOWN_MS, stoppedMs * AFTER_STOP));
  return { lanes, endMs: shownMs, restBytes, measured };
}
