import { expect, it } from 'vitest';
import {
  FfmpegProgressParser,
  type FfmpegProgress,
} from '../../../../electron/media/ffmpeg/ffmpeg-progress';

const BLOCKS =
  'frame=10\ntotal_size=N/A\nout_time_ms=N/A\nspeed=N/A\nprogress=continue\n' +
  'frame=50\r\ntotal_size=700\r\nout_time_ms=2000000\r\nspeed=4.5x\r\nprogress=continue\r\n' +
  'frame=99\ntotal_size=900\nout_time_ms=-1\nspeed= 3x\nprogress=end\n';
const REPORTS: FfmpegProgress[] = [
  { atS: 0, bytes: 0, frames: 10, speed: null },
  { atS: 2, bytes: 700, frames: 50, speed: 4.5 },
  { atS: 2, bytes: 900, frames: 99, speed: 3 },
];

it.each([1, 7, BLOCKS.length])('reads reports from pieces of %i characters', (size) => {
  const reports: FfmpegProgress[] = [];
  const parser = new FfmpegProgressParser((report) => reports.push(report));
  for (let at = 0; at < BLOCKS.length; at += size) parser.push(BLOCKS.slice(at, at + size));
  expect(reports).toEqual(REPORTS);
});
