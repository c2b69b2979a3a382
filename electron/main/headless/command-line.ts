import { DEFAULT_LIVE } from '../../../model/camera/types';
import { isPackedLesson } from '../../../model/lesson/file-name';
import { isResultFile } from '../../../model/lesson/result/schema';
import type { Profile } from '../../../model/profile/schema';
import { isRunFile } from '../../../model/runs/export-formats';
import { MAX_NAME_CHARS } from '../../../model/runs/kept-lines';
import type { CurveOf } from '../../../model/link/types';
import type { Scenario } from '../../../model/scenario/types';
import type { HeadlessRequest } from '../../ipc/contract';
import {
  BadArgument,
  choiceOf,
  EXIT,
  textOf,
  readFlags,
  valueOf,
  type FlagValues,
} from '../../flags/flag-value';
import { givenFields } from '../../flags/delivery-flags';
import { say } from '../../words';
import { cameraIn, checkCamera, readLive } from './camera-flags';
import {
  BadScenario,
  readScenarioOf,
  scenarioFileIn,
  sourceOf,
  videoOfServer,
  type ReadScenarioFile,
} from './scenario-flag';
import { behindRun, FLAGS, type Flag } from './flags';
import { readSettings } from './settings-from-flags';
import type { WindowVideoPlace } from '../window-video/window-videos';
import { drawnLog, readVideo, type VideoRequest } from './video-flags';
import { BadProfile, type ReadProfileFile } from '../../profile/profile-file';
import type { FirstSource } from '../media/media-registry';

/** What a person asked for on the command line. */
export type CommandLine =
  | { kind: 'help' }
  /** One sentence, or a line for each mistake of a scenario. */
  | { kind: 'bad'; message: string; exitCode: number }
  | {
      kind: 'window';
      source: FirstSource;
      /** What its runs are set to. */
      request: HeadlessRequest;
      /** The file of a run to open, by --log or as the file that is named; null for none. */
      runLog: string | null;
      /** The file of a scenario to open, by --scenario or as the file that is named; null for none. */
      scenario: string | null;
      /** The file of a lesson with its media or of a learner's result that is named; null for none. */
      lesson: string | null;
      /** What --profile hides for a class; null when it hides nothing. */
      profile: Profile | null;
      /** The folder of kept runs; null for this user's own. */
      runs: string | null;
    }
  | {
      kind: 'headless';
      source: FirstSource;
      request: HeadlessRequest;
      out: string;
      /** No word of how far the run is. */
      quiet: boolean;
      /** The name under which the run is kept; null keeps it not. */
      keep: string | null;
      runs: string | null;
      /** The video that is made of it; null for none. */
      video: VideoRequest | null;
      /** The video that is made of the window while a scenario of the Server room is told in it; null for others. */
      windowVideo: WindowVideoPlace | null;
    }
  | {
      /** Draws a run that is there. */
      kind: 'video';
      /** The file of the run. */
      runLog: string;
      video: VideoRequest;
      quiet: boolean;
    }
  | {
      kind: 'check';
      /** As JSON, for scripts. */
      json: boolean;
      source: FirstSource;
      request: HeadlessRequest;
      runs: string | null;
    };

/** A command line that opens a window: for a person, for a headless run, or to check this computer. */
export type RunCommand = Extract<CommandLine, { kind: 'window' | 'headless' | 'check' }>;

/**
 * Reads the user's own arguments (see `userArguments`); never throws, a bad one becomes a sentence. curveOf
 * finds the curve of a trace or a profile of links, readScenario reads the file of a scenario, readProfile that of a
 * teacher's profile.
 */
export function parseCommandLine(
  args: readonly string[],
  curveOf?: CurveOf,
  readScenario?: ReadScenarioFile,
  readProfile?: ReadProfileFile,
): CommandLine {
  try {
    const { args: own, exact } = behindRun(args);
    const { values, file } = oneFile(own);
    if (values.help) return { kind: 'help' };
    checkAlone(values, file);
    const scenario = scenarioFileIn(values, file);
    const told =
      scenario !== null && values.headless && readScenario
        ? readScenarioOf(scenario, readScenario)
        : null;
    const video = readVideo(values);
    const windowVideo = told && videoOfServer(told, values, video);
    const run = file !== null && isRunFile(file) ? file : null;
    const lesson = file !== null && (isPackedLesson(file) || isResultFile(file)) ? file : null;
    const drawn = video && drawnLog(values, run);
    if (video && drawn)
      return { kind: 'video', runLog: drawn, video, quiet: values.quiet === true };
    const settings = readSettings(values, curveOf);
    const camera = cameraIn(file);
    checkCamera(values, camera);
    const source: FirstSource = {
      path: camera || run || lesson || scenario !== null ? null : file,
      camera,
      live: readLive(values),
      as: choiceOf(values, 'as', ['auto', 'bytes'], 'auto'),
      sampleSeconds: choiceOf(values, 'sample-seconds', ['100', '10'], '100') === '10' ? 10 : 100,
      consumeRate: settings.request.settings.consumeRate,
    };
    const runs = textOf(values, 'runs') ?? null;
    if (values.check) {
      const { request } = settings;
      return { kind: 'check', json: values.json === true, source, request, runs };
    }
    if (values.headless) {
      if (run !== null) throw new BadArgument(say('cli.runIsNoMedia', { run }));
      if (lesson !== null) throw new BadArgument(say('cli.lessonNeedsWindow', { file: lesson }));
      if (values.profile !== undefined) {
        throw new BadArgument(say('cli.onlyWindow', { flag: 'profile' }));
      }
      if (values.log !== undefined) throw new BadArgument(say('cli.onlyWindow', { flag: 'log' }));
      const { request, out } = settings;
      const common = { out, quiet: values.quiet === true, runs, video, windowVideo };
      if (told) {
        const keep = valueOf(values, 'keep', readName, null);
        const scenarioRequest = requestOf(told, values, request.settings);
        const scenarioSource = sourceOf(told.scenario);
        return {
          kind: 'headless',
          source: scenarioSource,
          request: scenarioRequest,
          keep,
          ...common,
        };
      }
      if (camera) request.settings.live = source.live ?? DEFAULT_LIVE;
      const keep = valueOf(values, 'keep', readName, null);
      return { kind: 'headless', source, request, keep, ...common };
    }
    for (const flag of Object.keys(values) as Flag[]) {
      if ('headlessOnly' in FLAGS[flag]) throw new BadArgument(say('cli.onlyHeadless', { flag }));
    }
    // A window fits what nothing is said of to its file; `run` says everything.
    const fit = exact && values.fit !== true ? null : givenFields(values);
    const request = { ...settings.request, fit };
    const runLog = textOf(values, 'log') ?? run;
    const profile = profileOf(textOf(values, 'profile'), readProfile);
    return { kind: 'window', source, request, runLog, scenario, lesson, profile, runs };
  } catch (error) {
    if (error instanceof BadArgument) {
      return { kind: 'bad', message: error.message, exitCode: EXIT.badArguments };
    }
    if (error instanceof BadScenario || error instanceof BadProfile) {
      return { kind: 'bad', message: error.message, exitCode: error.exitCode };
    }
    throw error;
  }
}

function oneFile(args: readonly string[]): { values: FlagValues<Flag>; file: string | null } {
  const { values, positionals } = readFlags(args, FLAGS);
  const media = textOf(values, 'media');
  const files = media === undefined ? positionals : [media, ...positionals];
  if (files[1] !== undefined) throw new BadArgument(say('cli.oneFile', { argument: files[1] }));
  return { values, file: files[0] ?? null };
}

/** What a profile hides. Throws BadProfile for one with mistakes. */
function profileOf(file: string | undefined, read: ReadProfileFile | undefined): Profile | null {
  return file === undefined || !read ? null : read(file);
}

/** A check has no run beside it, and JSON is a form of the check. */
function checkAlone(values: FlagValues<Flag>, file: string | null): void {
  if (!values.check) {
    if (values.json) throw new BadArgument(say('cli.onlyCheck'));
    return;
  }
  const other = (Object.keys(values) as Flag[]).find((flag) => flag !== 'check' && flag !== 'json');
  const argument = other === undefined ? file : `--${other}`;
  if (argument !== null) throw new BadArgument(say('cli.checkAlone', { argument }));
}

/** The run of a scenario; speed and verification may be set beside it. */
function requestOf(
  { file, scenario }: { file: string; scenario: Scenario },
  values: FlagValues<Flag>,
  { speed, verify }: HeadlessRequest['settings'],
): HeadlessRequest {
  const { settings, link, seed, fit } = scenario;
  return {
    settings: {
      ...settings,
      ...(values.speed !== undefined && { speed }),
      ...(verify && { verify }),
    },
    link,
    seed,
    fit: fit && [...fit],
    scenario: { file, scenario },
  };
}

function readName(text: string): string {
  if (text.length <= MAX_NAME_CHARS) return text;
  throw new BadArgument(say('cli.nameTooLong', { most: MAX_NAME_CHARS }));
}
