import { rm } from 'node:fs/promises';
import type { MediaProgress } from '../../../model/media/types';
import type { Deliverable } from '../delivered';
import type { Ffmpeg } from '../ffmpeg';
import { FfmpegFailed } from '../ffmpeg/ffmpeg-failed';
import { runFfmpeg } from '../ffmpeg/ffmpeg-run';
import type { InputFacts } from '../ffmpeg/ffmpeg-streams';
import { inputArgs } from '../ffmpeg/input-args';
import type { SourceFile } from '../source-file';
import { outputArgs } from './prepare-args';
import { maxSeconds, prepareLimits } from './prepare-limits';
import { attemptsOf, soundOf, type Plan } from './prepare-plan';
import { unreadable } from './refusal-cause';

/** So many times out of order are rounding. */
const ROUNDED_TIMES = 4;

/** What attempts at preparing a file work on. */
export interface PlanRun {
  ffmpeg: Ffmpeg;
  source: SourceFile;
  facts: InputFacts & { said: string };
  /** The file to write. */
  output: string;
  /** What MSE makes of the file that was written; null when it does not play. */
  readBack: () => Promise<Deliverable | null>;
  onProgress: (progress: MediaProgress) => void;
  signal: AbortSignal;
}

/** The attempt that came to something. */
export interface MadePlan {
  plan: Plan;
  deliverable: Deliverable;
  /** What ffmpeg said on the way. */
  said: string;
}

/**
 * Tries the plan and what may stand in for it, in turn, until MSE plays what was written, so that as little as can be
 * is lost. Throws MediaError when nothing does, FfmpegFailed when it is not the file's fault.
 */
export async function firstThatPlays(plan: Plan, run: PlanRun): Promise<MadePlan> {
  const { source, output, readBack } = run;
  let said = run.facts.said;
  let timesFall = false;
  const attempts = attemptsOf(plan);
  for (let next = attempts.shift(); next; next = attempts.shift()) {
    if (timesFall && copies(next)) continue;
    const attempt: Plan = { ...next, countTimes: timesFall };
    try {
      said = await runPlan(attempt, run);
      timesFall ||= copies(attempt) && fallsBack(said);
      const deliverable = timesFall && copies(attempt) ? null : await readBack();
      if (isStill(attempt, said)) attempts.unshift(...attemptsOf(soundOf(plan, true)));
      else if (deliverable) return { plan: attempt, deliverable, said };
    } catch (error) {
      if (!(error instanceof FfmpegFailed) || error.failure !== 'error') throw error;
      said = error.detail;
    }
    await rm(output, { force: true });
  }
  throw unreadable(source.name, `${run.facts.said}\n${said}`);
}

const copies = ({ video, audio }: Plan) => video?.copy === true || audio?.copy === true;

/** The picture beside the sound is one frame and no film. */
function isStill({ video, audio }: Plan, said: string): boolean {
  const frames = [...said.matchAll(/frame=\s*(\d+)/g)].at(-1)?.[1];
  return video !== null && audio !== null && frames !== undefined && Number(frames) <= 1;
}

/** Times that fall back by more than rounding: the muxer squeezed what followed them. */
function fallsBack(said: string): boolean {
  return [...said.matchAll(/Non-monoton\w+ DTS/g)].length > ROUNDED_TIMES;
}

/** Runs ffmpeg for a plan; returns what it said. */
async function runPlan(plan: Plan, run: PlanRun): Promise<string> {
  const { name, path, bytes } = run.source;
  const { durationS, streams } = run.facts;
  const step = [plan.video, plan.audio].every((each) => each?.copy !== false)
    ? 'remux'
    : 'transcode';
  run.onProgress({ step, name, fraction: durationS === null ? null : 0, secondsLeft: null });
  return runFfmpeg(run.ffmpeg, {
    // A packet that is cut short would stop MSE: it is left out.
    args: [
      ...['-fflags', '+genpts+discardcorrupt'],
      ...inputArgs(path),
      ...['-t', maxSeconds(bytes).toFixed(0)],
      ...outputArgs(plan, run.output, durationS),
    ],
    signal: run.signal,
    limits: prepareLimits(bytes, streams),
    onProgress: ({ atS, speed }) => {
      const fraction = durationS ? Math.min(1, atS / durationS) : null;
      const secondsLeft = durationS && speed ? Math.max(0, durationS - atS) / speed : null;
      run.onProgress({ step, name, fraction, secondsLeft });
    },
  });
}
