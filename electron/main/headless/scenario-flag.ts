import type { CameraChoice } from '../../../model/camera/types';
import type { Scenario } from '../../../model/scenario/types';
import { BadArgument, EXIT, textOf, type FlagValues } from '../../flags/flag-value';
import type { ScenarioFileResult } from '../../scenarios/scenario-file';
import { say } from '../../words';
import type { FirstSource } from '../media/media-registry';
import type { Flag } from './flags';

/** Reads the scenario of a file. */
export type ReadScenarioFile = (file: string) => ScenarioFileResult;

/** What may stand beside a scenario: where the words and the files go, and how fast and how closely it is run. */
const BESIDE: readonly Flag[] = [
  ...(['headless', 'scenario', 'out', 'quiet', 'keep', 'runs', 'speed', 'verify'] as const),
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

/** The scenario that --scenario names; null when it names none. Throws BadArgument and BadScenario. */
export function scenarioIn(
  values: FlagValues<Flag>,
  file: string | null,
  read: ReadScenarioFile | undefined,
): { file: string; scenario: Scenario } | null {
  const path = textOf(values, 'scenario');
  if (path === undefined || !read) return null;
  const other = (Object.keys(values) as Flag[]).find((flag) => !BESIDE.includes(flag));
  if (other !== undefined || file !== null) {
    throw new BadArgument(say('cli.scenarioSays', { flag: other ?? 'media' }));
  }
  const result = read(path);
  if (result.ok) return { file: path, scenario: result.scenario };
  const exitCode = result.problems.length > 0 ? EXIT.badArguments : EXIT.noMedia;
  throw new BadScenario(result.lines, exitCode);
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
