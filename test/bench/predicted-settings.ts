/** One setting that is run live: its name in the table, and the flags of the headless run. */
export interface PredictedSetting {
  name: string;
  flags: readonly string[];
}

const TWO = 'buffering,streaming';
const THREE = 'full-buffer,buffering,streaming';

/** At speed 2 so much of the run's time, at speed 4 twice that: each takes 23 s. */
const UNTIL = { 2: '46s', 4: '92s' } as const;

function setting(
  name: string,
  link: string,
  speed: 2 | 4,
  methods: string,
  more = '',
): PredictedSetting {
  return {
    name,
    flags: [
      ...['--link', link, '--speed', String(speed), '--until', UNTIL[speed]],
      ...['--methods', methods],
      ...more.split(' ').filter((word) => word !== ''),
    ],
  };
}

/**
 * Twelve of the 100 s sample, 1 MB a second: links that hold, drop out and waver, chunks of 64 KiB to
 * 4 MB, with and without latency and jitter, faster and slower than playback.
 */
export const PREDICTED_SETTINGS: readonly PredictedSetting[] = [
  setting('steady 4 MB/s', 'constant:4MB/s', 2, THREE),
  setting('the sample run', 'dropouts:1.3MB/s@12-17,30-37', 4, TWO),
  setting('slower than playback', 'constant:0.85MB/s', 2, TWO, '--prefetch 4MB --max-ahead 8MB'),
  setting('dropouts, jitter', 'dropouts:1.3MB/s@8-11,20-26;latency=80ms;jitter=20ms', 2, TWO),
  setting('unstable, prefetch 5 MB', 'unstable:1.3MB/s', 4, TWO, '--prefetch 5MB --seed 3'),
  setting('unstable, far away', 'unstable:1.1MB/s;latency=400ms;jitter=100ms', 2, TWO, '--seed 7'),
  setting(
    'chunks of 64 KiB',
    'dropouts:1.5MB/s@8-13,25-33',
    2,
    TWO,
    '--chunk 64KiB --prefetch 3MB --max-ahead 8MB',
  ),
  setting('chunks of 4 MB', 'constant:2MB/s', 2, TWO, '--chunk 4MB --prefetch 8MB'),
  setting(
    'a long outage',
    'dropouts:6MB/s@4-10,40-70',
    4,
    THREE,
    '--prefetch 25MB --max-ahead 40MB',
  ),
  setting(
    'just enough',
    'constant:1.05MB/s;latency=250ms;jitter=150ms',
    2,
    TWO,
    '--chunk 250kB --prefetch 2MB --streaming-ahead 3MB',
  ),
  setting(
    'steps down and up',
    'steps:0=3MB/s,6=600kB/s,14=2MB/s,20=0,24=1.2MB/s;repeat=30s',
    2,
    TWO,
    '--prefetch 6MB --max-ahead 10MB',
  ),
  setting(
    'a hand ahead',
    'unstable:2MB/s',
    4,
    THREE,
    '--chunk 500kB --prefetch 1MB --streaming-ahead 3MB --seed 11',
  ),
];
