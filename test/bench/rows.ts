import type { Row } from './row';
import { cameraDelay } from './rows/camera-delay';
import { cameraLosses } from './rows/camera-losses';
import { cameraMemory } from './rows/camera-memory';
import { cameraProcessor } from './rows/camera-processor';
import { cameraSound } from './rows/camera-sound';
import { classView } from './rows/class-view';
import { cycles } from './rows/cycles';
import { exportRow } from './rows/export';
import { firstByte } from './rows/first-byte';
import { firstFrame } from './rows/first-frame';
import { fullBuffer } from './rows/full-buffer';
import { link } from './rows/link';
import { longRun } from './rows/long-run';
import { memory } from './rows/memory';
import { prediction } from './rows/prediction';
import { processor } from './rows/processor';
import { runsList, runsOpen } from './rows/runs-list';
import { runsPlay, runsScrub } from './rows/runs-scrub';
import { runsWrite } from './rows/runs-write';
import { script } from './rows/script';
import { simulateRow } from './rows/simulate';
import { serverFeed } from './rows/server-feed';
import { serverMalformed } from './rows/server-malformed';
import { serverMemory } from './rows/server-memory';
import { serverSmall } from './rows/server-small';
import { serverStream } from './rows/server-stream';
import { serverWatchdog } from './rows/server-watchdog';
import { throughput } from './rows/throughput';
import { video, videoLoaded } from './rows/video';
import { videoCrash } from './rows/video-crash';
import { videoMemory } from './rows/video-memory';
import { windowShown } from './rows/window-shown';

/** Every row, in the order in which it is measured and shown. */
export const ROWS: readonly Row[] = [
  throughput,
  memory,
  fullBuffer,
  link,
  firstFrame,
  firstByte,
  script,
  processor,
  windowShown,
  prediction,
  simulateRow,
  exportRow,
  serverStream,
  serverMemory,
  serverMalformed,
  serverWatchdog,
  serverFeed,
  serverSmall,
  cameraDelay,
  cameraLosses,
  cameraSound,
  cameraProcessor,
  cameraMemory,
  runsScrub,
  runsPlay,
  runsWrite,
  runsList,
  runsOpen,
  classView,
  cycles,
  longRun,
  video,
  videoLoaded,
  videoCrash,
  videoMemory,
];
