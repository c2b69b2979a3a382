/** One setting that is run live: its name in the table, and the flags of the headless run. */
export interface PredictedSetting {
  name: string;
  flags: readonly string[];
}

const TWO = 'buffering,streaming';
const THREE = 'full-buffer,buffering,streaming';

/** So much of each run is carried out; at speed 2 it takes 23 s. */
const UNTIL = ['--until', '46s'];

function setting(
  name: string,
  link: string,
  methods: string,
  more = '',
  speed = 2,
): PredictedSetting {
  const flags = more.split(' ').filter((word) => word !== '');
  const timing = ['--speed', String(speed), ...UNTIL];
  return { name, flags: ['--link', link, ...timing, '--methods', methods, ...flags] };
}

/** At speed 4 two cores are busy with decoding three videos: two lanes at most. */
function fast(name: string, link: string, methods: string, more = ''): PredictedSetting {
  return setting(`${name}, speed 4`, link, methods, more, 4);
}

/**
 * Thirty of the 100 s sample, 1 MB a second, six of them at speed 4: links that hold, drop out, waver, fall and
 * rise, and profiles; chunks of 64 KiB to 4 MB, read one by one and ahead, with and without latency and jitter,
 * faster and slower than playback. In none of them do two things happen at the same moment, where a millisecond
 * decides: the model counts the same stalls when latency and rate are a little other.
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
  setting('steady, far away', 'constant:1.5MB/s;latency=600ms', TWO),
  setting('steady, small reserve', 'constant:0.93MB/s', 'buffering', '--prefetch 2MB --resume 3MB'),
  setting('resumes with little', 'dropouts:1.2MB/s@9-16,25-31', TWO, '--prefetch 5MB --resume 2MB'),
  setting('resumes with much', 'dropouts:2MB/s@6-15,22-31', TWO, '--prefetch 3MB --resume 8MB'),
  setting('one long outage', 'dropouts:1.6MB/s@7.3-31', TWO, '--prefetch 6MB'),
  setting('many short outages', 'dropouts:2.2MB/s@3-5.4,8-11.3,14-17.6,20-24.2,28-31.5', TWO),
  setting('read ahead', 'dropouts:1.5MB/s@10-15,24-30', TWO, '--read-ahead 4 --prefetch 4MB'),
  setting(
    'chunks of 250 kB, read ahead',
    'dropouts:1.3MB/s@7-12,26-33',
    TWO,
    '--chunk 250kB --read-ahead 8 --prefetch 3MB --streaming-ahead 2MB',
  ),
  setting('unstable, fast', 'unstable:2MB/s', TWO, '--seed 9'),
  setting('unstable, slow', 'unstable:0.9MB/s', TWO, '--prefetch 6MB --seed 7'),
  setting('DSL', 'profile:dsl', 'buffering', '--chunk 500kB --prefetch 4MB'),
  setting('in the evening', 'profile:evening', TWO, '--prefetch 5MB'),
  fast('steady 4 MB/s', 'constant:4MB/s', TWO),
  fast('the sample run', 'dropouts:1.3MB/s@12-17,30-37', TWO),
  fast('slower than playback', 'constant:0.88MB/s', 'buffering', '--prefetch 5MB --max-ahead 9MB'),
  fast('unstable', 'unstable:1.3MB/s', 'buffering', '--prefetch 5MB --seed 3'),
  fast(
    'steps',
    'steps:0=3MB/s,8=0,14.5=2MB/s,21=500kB/s,26=3MB/s;repeat=34s',
    TWO,
    '--prefetch 6MB',
  ),
  fast('long outages', 'dropouts:5MB/s@5-14,22-36', TWO, '--prefetch 8MB'),
];
