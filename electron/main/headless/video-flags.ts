import { extname, resolve } from 'node:path';
import { METHODS } from '../../../model/delivery/types';
import { PICTURE_THEMES } from '../../../model/runs/export-formats';
import { parseDurationMs } from '../../../model/units';
import {
  USUAL_VIDEO,
  VIDEO_CAPTIONS,
  VIDEO_FORMATS,
  VIDEO_RATES,
  VIDEO_SIZES,
  type VideoOptions,
} from '../../../model/video/options';
import { BadArgument, choiceOf, textOf, valueOf, type FlagValues } from '../../flags/flag-value';
import { say } from '../../words';
import type { Flag } from './flags';

/** A video that the command line asks for. */
export interface VideoRequest {
  /** Absolute. */
  file: string;
  /** Without a word of the sound it is that of the usual lane, or of another where the run has not that one. */
  options: Omit<VideoOptions, 'sound'> & { sound: VideoOptions['sound'] | null };
  force: boolean;
}

/** Flags that say how a video is made. */
const HOW = [
  ...(['size', 'fps', 'theme', 'captions', 'sound', 'from', 'to', 'force'] as const),
] satisfies readonly Flag[];

/** Flags that are of a video alone. */
export const VIDEO_FLAGS: readonly Flag[] = ['video', ...HOW];

/** The video that the flags describe; null for none. Throws BadArgument. */
export function readVideo(values: FlagValues<Flag>): VideoRequest | null {
  const name = textOf(values, 'video');
  if (name === undefined) {
    const flag = HOW.find((each) => values[each] !== undefined);
    if (flag) throw new BadArgument(say('video.cli.needsVideo', { flag }));
    return null;
  }
  if (!values.headless) throw new BadArgument(say('cli.onlyHeadless', { flag: 'video' }));
  const format = VIDEO_FORMATS.find((each) => extname(name).toLowerCase() === `.${each}`);
  if (!format) throw new BadArgument(say('video.cli.formatOf', { file: name }));
  const fps = choiceOf(values, 'fps', VIDEO_RATES.map(String), String(USUAL_VIDEO.fps));
  const fromMs = valueOf(values, 'from', parseDurationMs, null);
  const toMs = valueOf(values, 'to', parseDurationMs, null);
  if (toMs !== null && toMs <= (fromMs ?? 0)) throw new BadArgument(say('video.cli.range'));
  const sounds = [...METHODS, 'none'] as const;
  return {
    file: resolve(name),
    force: values.force === true,
    options: {
      format,
      size: choiceOf(values, 'size', VIDEO_SIZES, USUAL_VIDEO.size),
      fps: fps === '60' ? 60 : 30,
      theme: choiceOf(values, 'theme', PICTURE_THEMES, USUAL_VIDEO.theme),
      captions: choiceOf(values, 'captions', VIDEO_CAPTIONS, USUAL_VIDEO.captions),
      sound: values.sound === undefined ? null : choiceOf(values, 'sound', sounds),
      ...(fromMs !== null && { fromMs }),
      ...(toMs !== null && { toMs }),
    },
  };
}

/** The file of the run that is drawn, by --log or as the file that is named; null when a run is made first. */
export function drawnLog(values: FlagValues<Flag>, run: string | null): string | null {
  const log = textOf(values, 'log') ?? run;
  if (log === null) return null;
  const beside: readonly Flag[] = ['headless', 'log', 'quiet', 'media', 'runs', ...VIDEO_FLAGS];
  const other = (Object.keys(values) as Flag[]).find((flag) => !beside.includes(flag));
  if (other !== undefined) throw new BadArgument(say('video.cli.logIsEnough', { flag: other }));
  return log;
}
