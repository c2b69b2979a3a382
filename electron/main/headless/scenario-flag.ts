import type { CameraChoice } from '../../../model/camera/types';
import { isScenarioFile } from '../../../model/scenario/file-name';
import type { Scenario } from '../../../model/scenario/types';
import { BadArgument, EXIT, textOf, type FlagValues } from '../../flags/flag-value';
import type { ScenarioFileResult } from '../../scenarios/scenario-file';
import { say } from '../../words';
import type { FirstSource } from '../media/media-registry';
import { FLAGS, type Flag } from './flags';
import type { WindowVideoPlace } from '../window-video/window-videos';
import { VIDEO_FLAGS, type VideoRequest } from './video-flags';

/** Reads the scenario of a file. */
export type ReadScenarioFile = (file: string) => ScenarioFileResult;

/** What may stand beside a scenario: where the words and the files go, and how fast and how closely it is run. */
const BESIDE: readonly Flag[] = [
  ...([
    'headless',
    'scenario',
    'media',
    'out',
    'quiet',
    'keep',
    'runs',
    'speed',
    'verify',
  ] as const),
  ...VIDEO_FLAGS,
];

/** What may stand beside it in a window, which begins with the sample before the scenario is read. */
const BESIDE_IN_WINDOW: readonly Flag[] = [
  ...(['scenario', 'media', 'sample-seconds', 'runs', 'profile'] as const),
];

/** A scenario file that cannot be used; the message has a line for each of its mistakes. */
export class BadScenario extends Error {
  override name = 'BadScenario';

  /** `exitCode` is that of a bad argument for a file with mistakes, that of missing media for one that cannot be read. */
  constructor(
    lines: readonly string[],
    readonly exitCode: number,
  ) {
    super(lines.join('\n'));
  }
}

/**
 * The file of the scenario that --scenario names, or that is named alone by its ending; null when there is none. Throws
 * BadArgument where something stands beside it that a scenario says itself.
 */
export function scenarioFileIn(values: FlagValues<Flag>, file: string | null): string | null {
  const alone = file !== null && isScenarioFile(file) ? file : null;
  const path = textOf(values, 'scenario') ?? alone;
  if (path === null) return null;
  const beside = values.headless ? BESIDE : BESIDE_IN_WINDOW;
  const other = (Object.keys(values) as Flag[]).find((flag) => !beside.includes(flag));
  const media = file !== path && file !== null;
  // What a window does not have has a sentence of its own.
  if (media || (other !== undefined && !('headlessOnly' in FLAGS[other]))) {
    throw new BadArgument(say('cli.scenarioSays', { flag: other ?? 'media' }));
  }
  return path;
}

/** The scenario of a file. Throws BadScenario. */
export function readScenarioOf(
  path: string,
  read: ReadScenarioFile,
): { file: string; scenario: Scenario } {
  const result = read(path);
  if (result.ok) return { file: path, scenario: result.scenario };
  const exitCode = result.problems.length > 0 ? EXIT.badArguments : EXIT.noMedia;
  throw new BadScenario(result.lines, exitCode);
}

/** What may stand beside a scenario of the Server room: its video is made of the window, as it is shown. */
const BESIDE_SERVER: readonly Flag[] = [
  ...(['headless', 'scenario', 'out', 'quiet', 'runs', 'video', 'force'] as const),
];

/**
 * Where the video of a scenario of the Server room is to be, which is all that comes of it without a person; null for a
 * scenario of Compare. Throws BadArgument where no such video is asked for.
 */
export function videoOfServer(
  { file, scenario }: { file: string; scenario: Scenario },
  values: FlagValues<Flag>,
  video: VideoRequest | null,
): WindowVideoPlace | null {
  if (!scenario.server) return null;
  if (!video) throw new BadArgument(say('cli.scenarioOfServer', { file }));
  const other = (Object.keys(values) as Flag[]).find((flag) => !BESIDE_SERVER.includes(flag));
  if (other !== undefined) throw new BadArgument(say('windowVideo.cli.live', { flag: other }));
  const { format } = video.options;
  if (format !== 'mp4' && format !== 'webm') {
    throw new BadArgument(say('windowVideo.cli.format', { file: video.file }));
  }
  return { file: video.file, format, force: video.force };
}

/** What a scenario delivers, as the command line names it. */
export function sourceOf({ media, settings }: Scenario): FirstSource {
  const camera: CameraChoice | null = media.kind === 'camera' ? media.camera : null;
  return {
    path: media.kind === 'file' ? media.path : null,
    camera,
    live: camera ? (settings.live ?? null) : null,
    as: 'auto',
    sampleSeconds: media.kind === 'sample' ? media.seconds : 100,
    consumeRate: settings.consumeRate,
  };
}
