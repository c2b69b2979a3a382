/** One setting that is run live: its name in the table, and the flags of the headless run. */
export interface PredictedSetting {
  name: string;
  flags: readonly string[];
}

const TWO = 'buffering,streaming';
const THREE = 'full-buffer,buffering,streaming';

/** At speed 2 so much of a run takes 23 s; at speed 4 two cores are busy with decoding three videos. */
const TIMING = ['--speed', '2', '--until', '46s'];

function setting(name: string, link: string, methods: string, more = ''): PredictedSetting {
  const flags = more.split(' ').filter((word) => word !== '');
  return { name, flags: ['--link', link, ...TIMING, '--methods', methods, ...flags] };
}

/**
 * Twelve of the 100 s sample, 1 MB a second: links that hold, drop out, waver, fall and rise, and one of
 * the profiles; chunks of 64 KiB to 4 MB, with and without latency and jitter, faster and slower than
 * playback. In none of them do two things happen at the same moment, where a millisecond decides.
 */
export const PREDICTED_SETTINGS: readonly PredictedSetting[] = [
  setting('steady 4 MB/s', 'constant:4MB/s', THREE),
  setting('the sample run', 'dropouts:1.3MB/s@12-17,30-37', TWO),
  setting('slower than playback', 'constant:0.85MB/s', TWO, '--prefetch 4MB --max-ahead 8MB'),
  setting('dropouts, jitter', 'dropouts:1.3MB/s@8-11,20-26;latency=80ms;jitter=20ms', TWO),
  setting('unstable, prefetch 5 MB', 'unstable:1.3MB/s', TWO, '--prefetch 5MB --seed 3'),
  setting('unstable, far away', 'unstable:1.1MB/s;latency=400ms;jitter=100ms', TWO, '--seed 10'),
  setting(
    'chunks of 64 KiB',
    'dropouts:1.5MB/s@8-13,25-33',
    TWO,
    '--chunk 64KiB --prefetch 3MB --max-ahead 8MB --streaming-ahead 2MB',
  ),
  setting('chunks of 4 MB', 'constant:2MB/s', TWO, '--chunk 4MB --prefetch 8MB'),
  setting(
    'long outages',
    'dropouts:6MB/s@4.3-10,21.6-34',
    THREE,
    '--prefetch 22MB --max-ahead 40MB',
  ),
  setting(
    'just enough',
    'constant:1.05MB/s;latency=250ms;jitter=150ms',
    TWO,
    '--chunk 250kB --prefetch 2MB --streaming-ahead 3MB',
  ),
  setting(
    'steps down and up',
    'steps:0=3MB/s,6=700kB/s,14.5=2MB/s,20=0,24=1.2MB/s;repeat=30s',
    TWO,
    '--prefetch 6MB --max-ahead 10MB --streaming-ahead 4MB',
  ),
  setting(
    '4G in a train',
    'profile:train-4g',
    TWO,
    '--chunk 500kB --prefetch 4MB --streaming-ahead 3MB',
  ),
];
