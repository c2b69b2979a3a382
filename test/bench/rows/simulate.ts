import type { SourceShape } from '../../../model/media/types';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import { METHODS, type Method } from '../../../model/delivery/types';
import { importTrace } from '../../../model/link/formats/import-trace';
import { createLink } from '../../../model/link/link';
import { stepsSpec } from '../../../model/link/spec/presets';
import { randomAt } from '../../../model/link/random';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import type { LinkSpec } from '../../../model/link/types';
import { simulate } from '../../../model/run/simulate';
import { laneFigures } from '../../../model/sweep/figures-recorder';
import { sweep } from '../../../model/sweep/sweep';
import { peakGrowth } from '../peak-memory';
import type { Finding, Row } from '../row';
import { median } from '../statistics';

/** 8 Mbit/s, as bytes a second. */
const BITRATE = 1e6;
const SEEDS = Array.from({ length: 100 }, (_, i) => i + 1);
/** From none to as much as fits below what may be held ahead. */
const PREFETCHES = Array.from({ length: 40 }, (_, i) => i * 475_000);
const LINES = 1_000_000;
const FILM_S = 36_000;
/** What short-lived objects take until they are collected; a log of ten hours takes a thousand. */
const MAX_MB = 32;
/** Each is measured so often; the median counts. */
const TIMES = 5;

/** How fast the model answers: one run, a sweep, ten hours; each beside the same run with its whole log. */
export const simulateRow: Row = {
  name: 'simulate',
  measure(machine) {
    const findings = [...METHODS.map(oneRun), wholeSweep(), ...tenHours()];
    for (const { what, ours, unit } of findings) machine.say(`${what}: ${ours.toFixed(1)} ${unit}`);
    return Promise.resolve(findings);
  },
};

const even = (seconds: number): SourceShape => ({
  kind: 'bytes',
  deliveredBytes: seconds * BITRATE,
  index: [0, seconds].map((each) => ({ bytes: each * BITRATE, seconds: each })),
});

function oneRun(method: Method): Finding {
  const spec = parseLinkSpec('unstable:1.3MB/s;latency=80ms;jitter=20ms');
  const media = even(100);
  const link = createLink(spec, 1);
  const runs = 300;
  const each = (run: () => void): number => {
    const took = timed(() => {
      for (let i = 0; i < runs; i++) run();
    });
    return (took / runs) * 1000;
  };
  const scenario = { method, settings: DEFAULT_SETTINGS, media };
  return finding(
    `100 s of 8 Mbit/s, ${method}`,
    'us',
    each(() => laneFigures(scenario, link)),
    each(() => withLog(method, spec, media, 1)),
    50,
  );
}

function wholeSweep(): Finding {
  const link = parseLinkSpec('unstable:1.3MB/s');
  const media = even(100);
  const scenario = { method: 'buffering', settings: DEFAULT_SETTINGS, link, media } as const;
  const request = { scenario, axis: 'prefetch', values: PREFETCHES, seeds: SEEDS } as const;
  const ours = timed(() => [...sweep(request)]);
  const logs = timed(() => {
    for (const prefetchBytes of PREFETCHES) {
      const settings = { ...DEFAULT_SETTINGS, prefetchBytes };
      for (const seed of SEEDS) withLog('buffering', link, media, seed, settings);
    }
  });
  return finding('40 prefetch sizes x 100 seeds', 's', ours / 1e3, logs / 1e3, 1);
}

function tenHours(): Finding[] {
  const media = even(FILM_S);
  const scenario = { method: 'buffering', settings: DEFAULT_SETTINGS, media } as const;
  return Object.entries({ mahimahi: opportunities, 'two columns': columns }).flatMap(
    ([name, text]) => {
      const spec = stepsSpec(importTrace(text()).curve);
      const link = createLink(spec, 1);
      const plain = (): unknown => laneFigures(scenario, link);
      const logged = (): void => withLog('buffering', spec, media, 1);
      const what = `10 h of 8 Mbit/s over 10^6 lines, ${name}`;
      return [
        finding(what, 's', timed(plain) / 1e3, timed(logged) / 1e3, 1),
        finding(`${what}: memory`, 'MB', peakGrowth(plain), peakGrowth(logged), MAX_MB),
      ];
    },
  );
}

/** The same run with samples and events, as the command line's --log keeps it. */
function withLog(
  method: Method,
  link: LinkSpec,
  media: SourceShape,
  seed: number,
  settings = DEFAULT_SETTINGS,
): void {
  simulate({ settings: { ...settings, methods: [method] }, link, media, seed, sampleEveryMs: 100 });
}

/** Milliseconds, the median of a few behind a first one. */
function timed(run: () => unknown): number {
  run();
  return median(
    Array.from({ length: TIMES }, () => {
      const began = performance.now();
      run();
      return performance.now() - began;
    }),
  );
}

function finding(
  what: string,
  unit: string,
  ours: number,
  withLogs: number,
  atMost: number,
): Finding {
  return {
    what,
    unit,
    ours,
    baseline: { what: 'with the whole log', value: withLogs },
    judged: { value: ours, unit },
    target: { atMost },
    detail: {},
  };
}

/** A packet-delivery trace: in each millisecond none to four chances, 1.8 MB/s in the mean. */
function opportunities(): string {
  const lines: string[] = [];
  for (let ms = 1; lines.length < LINES; ms++) {
    const chances =
      Math.max(0, Math.floor(randomAt(1, ms) * 7) - 3) + (randomAt(2, ms) < 0.3 ? 1 : 0);
    for (let i = 0; i < chances && lines.length < LINES; i++) lines.push(String(ms));
  }
  return lines.join('\n');
}

/** "seconds Mbit/s" each 36 ms, 0 to 20 Mbit/s: ten hours in all. */
function columns(): string {
  return Array.from(
    { length: LINES },
    (_, i) => `${(i * 0.036).toFixed(3)} ${(randomAt(3, i) * 20).toFixed(3)}`,
  ).join('\n');
}
