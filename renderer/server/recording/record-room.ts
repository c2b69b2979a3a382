import { messageOf } from '../../../model/message-of';
import type { Mark } from '../../../model/run/marks';
import { scenarioTitle } from '../../scenario/opened-scenario';
import { say } from '../../ui/words';
import { beginWindowVideo, endWindowVideo, windowVideo } from '../../video-export/window-video';
import { tell } from '../../window/said';
import { room } from '../state/room';
import { toldStory } from '../story/told-story';

/** V: begins a video of the window, with the story from its beginning where one stands ready; or ends the video. */
export function toggleRecording(): void {
  const { state } = windowVideo.getState();
  if (state === 'on') void endWindowVideo();
  else if (state === 'off') record().catch((error: unknown) => tell(messageOf(error)));
}

/**
 * Records until it is told to end, or until the story that it began with is over. Settles once it has begun, or nobody
 * wants it; throws the sentence of why it cannot be.
 */
export async function record(): Promise<void> {
  const beganMs = await beginWindowVideo(scenarioTitle() ?? say('windowVideo.title'));
  if (beganMs === null) return;
  const stopMarks = tellMarks(beganMs);
  const stopStory = withStory();
  const stop = windowVideo.subscribe(({ state }) => {
    if (state === 'on') return;
    stop();
    stopMarks();
    stopStory();
  });
}

/** Starts the story that stands ready, and ends the video with it; returns the way to let it be. */
function withStory(): () => void {
  const { story } = toldStory.getState();
  if (story?.phase() !== 'ready') return () => undefined;
  const stop = story.store.subscribe(({ phase }) => {
    if (phase === 'ended') void endWindowVideo();
  });
  story.start();
  return stop;
}

/** Tells main of what is said and marked from now on, and of what still holds; returns the way to stop. */
function tellMarks(beganMs: number): () => void {
  const tellAll = (): void => {
    const { marks, zeroMs } = room.getState();
    const toVideoMs = performance.timeOrigin + zeroMs - beganMs;
    void window.bufferscope.request('window-video:marks', {
      marks: marks.flatMap((mark) => shifted(mark, toVideoMs)),
    });
  };
  tellAll();
  return room.subscribe(({ marks }, before) => {
    if (marks !== before.marks) tellAll();
  });
}

/** A mark of the server's clock on the video's; none where it was over before. */
function shifted(mark: Mark, byMs: number): Mark[] {
  const { toMs } = mark;
  if (!Number.isFinite(byMs) || (toMs !== undefined && toMs + byMs <= 0)) return [];
  const tMs = Math.max(0, mark.tMs + byMs);
  return [{ ...mark, tMs, ...(toMs !== undefined && { toMs: toMs + byMs }) }];
}
