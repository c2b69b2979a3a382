import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { QueuedVideo, VideoPlace, VideoSource } from '../../electron/ipc/video-queue-requests';
import { messageOf } from '../../model/message-of';
import type { RunLog } from '../../model/run/schema';
import { stretchOf } from '../../model/video/foresee';
import {
  isMovingPicture,
  MAX_MOVING_PICTURE_MS,
  USUAL_VIDEO,
  type VideoOptions,
} from '../../model/video/options';
import { subjectOf, type VideoSubject } from '../../model/video/subject';
import { rooms } from '../window/rooms';
import { tell } from '../window/said';
import { showQueue } from './videos';

/** The run of which a video is asked for. */
export interface AskedVideo {
  /** What the video calls itself, and its file. */
  title: string;
  subject: VideoSubject;
  /** Null while the run is still to be made. */
  source: VideoSource | null;
  /** Makes the run; the video is made when it resolves with its log, and not at all with null. */
  run?: () => Promise<RunLog | null>;
}

interface AskState {
  asked: AskedVideo | null;
  /** As they were chosen last, without a stretch. */
  options: VideoOptions;
  /** Null while it is looked for. */
  place: VideoPlace | null;
  /** Why the video cannot be asked for, one sentence. */
  problem: string | null;
}

/** The video that is being chosen. */
export const asking = createStore<AskState>()(() => ({
  asked: null,
  options: USUAL_VIDEO,
  place: null,
  problem: null,
}));

/** A part of what is being chosen, for React. */
export const useAsking = <T>(select: (state: AskState) => T): T => useStore(asking, select);

/** Asks how the video of a run is to be; `source` says where main finds the run. */
export async function askVideo(
  title: string,
  source: Exclude<VideoSource, { from: 'log' }>,
): Promise<void> {
  try {
    const subject = await window.bufferscope.request('videos:subject', source);
    ask({ title, subject, source });
  } catch (error) {
    tell(messageOf(error));
  }
}

/** Asks for another video of the run of one. */
export const askVideoAgain = ({ title, id }: QueuedVideo): Promise<void> =>
  askVideo(title, { from: 'video', id });

/** The same of a run whose log is here. */
export const askVideoOf = (title: string, log: RunLog): void =>
  ask({ title, subject: subjectOf(log), source: { from: 'log', log } });

/** The same of a run that is made once the video has been chosen. */
export const askVideoAfter = (
  title: string,
  subject: VideoSubject,
  run: () => Promise<RunLog | null>,
): void => ask({ title, subject, source: null, run });

/** Changes what is chosen; another format is another place, and pictures that move begin with a stretch they can have. */
export function setOptions(change: Partial<VideoOptions>): void {
  const { options: before, asked } = asking.getState();
  const options = { ...before, ...change };
  const isOther = options.format !== before.format;
  const moving = isMovingPicture(options.format);
  if (isOther && asked && moving !== isMovingPicture(before.format)) {
    const { fromMs, toMs } = stretchOf(options, asked.subject.lengthMs);
    if (!moving) Object.assign(options, { fromMs: undefined, toMs: undefined });
    else if (toMs - fromMs > MAX_MOVING_PICTURE_MS)
      Object.assign(options, { fromMs, toMs: fromMs + MAX_MOVING_PICTURE_MS });
  }
  asking.setState({ options, problem: null });
  if (isOther) void findPlace(false);
}

/** Looks for a place; with `ask` a person says where, and whoever dismisses that keeps the place there was. */
export async function findPlace(ask: boolean): Promise<void> {
  const { asked, options, place } = asking.getState();
  if (!asked) return;
  const { format } = options;
  const wanted = { name: asked.title, format, ticket: place?.ticket ?? null, ask };
  try {
    const found = await window.bufferscope.request('videos:place', wanted);
    if (found && asking.getState().asked === asked) asking.setState({ place: found });
  } catch (error) {
    asking.setState({ problem: messageOf(error) });
  }
}

/** Nothing is asked any more. */
export const leaveAsking = (): void => asking.setState({ asked: null });

/** Puts the video in the queue, after its run where there is none yet, and shows the queue. */
export async function makeVideo(): Promise<void> {
  const { asked, options: chosen, place } = asking.getState();
  if (!asked || !place) return;
  const options = fitting(chosen, asked.subject);
  const { title, source, run } = asked;
  try {
    if (source) {
      await add(title, source, place, options);
      leaveAsking();
      return;
    }
    leaveAsking();
    const log = (await run?.()) ?? null;
    if (log) await add(title, { from: 'log', log }, place, options);
  } catch (error) {
    if (asking.getState().asked) asking.setState({ problem: messageOf(error) });
    else tell(messageOf(error));
  }
}

async function add(
  title: string,
  source: VideoSource,
  { ticket }: VideoPlace,
  options: VideoOptions,
): Promise<void> {
  await window.bufferscope.request('videos:add', { source, title, ticket, options });
  showQueue();
  rooms.getState().go('video');
}

/** What of the options a run and a format can have: no sound where there is none to be heard. */
export function fitting(options: VideoOptions, { hasAudio, methods }: VideoSubject): VideoOptions {
  const moving = isMovingPicture(options.format);
  const { sound, captions } = options;
  const heard = sound !== 'none' && hasAudio && !moving;
  const [first] = methods;
  const lane = sound !== 'none' && methods.includes(sound) ? sound : first;
  return {
    ...options,
    sound: heard && lane !== undefined ? lane : 'none',
    captions: moving && captions === 'beside' ? 'none' : captions,
  };
}

function ask(asked: AskedVideo): void {
  const { options } = asking.getState();
  const whole = { ...options, fromMs: undefined, toMs: undefined };
  asking.setState({ asked, options: whole, place: null, problem: null });
  void findPlace(false);
}
