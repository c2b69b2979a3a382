import { countFigure, largeSize, secondsFigure } from '../../model/figures';
import type { WindowVideoResult } from '../../electron/ipc/window-video-requests';
import { Notice } from '../ui/notice';
import { say } from '../ui/words';
import type { Room } from '../window/rooms';
import {
  endWindowVideo,
  playWindowVideo,
  putWindowVideoAway,
  useWindowVideo,
  type windowVideo,
} from './window-video';

/** How far the video of the window is, in words. */
export function factsOf({
  state,
  progress,
}: Pick<ReturnType<typeof windowVideo.getState>, 'state' | 'progress'>): string {
  if (state === 'ending') return say('windowVideo.ending');
  if (!progress) return say('windowVideo.first');
  return say('windowVideo.facts', {
    time: secondsFigure(progress.elapsedMs),
    size: largeSize(progress.bytes),
    frames: countFigure(progress.frames),
    dropped: countFigure(progress.dropped),
  });
}

/** What became of a video of the window; outside of the Server room, also that one is made, and the way to end it. */
export function WindowVideoNotice({ room }: { room: Room }) {
  const on = useWindowVideo((s) => s.state === 'on' || s.state === 'ending');
  const made = useWindowVideo((s) => s.made);
  if (on && room !== 'server') return <Elsewhere />;
  return made && <Made made={made} />;
}

function Elsewhere() {
  const facts = useWindowVideo(factsOf);
  const ending = useWindowVideo((s) => s.state === 'ending');
  return (
    <Notice
      role="group"
      title={say('windowVideo.elsewhere')}
      ways={
        <button className="btn" disabled={ending} onClick={() => void endWindowVideo()}>
          {say('windowVideo.stop')}
        </button>
      }
    >
      <p className="small">{facts}</p>
    </Notice>
  );
}

function Made({ made }: { made: WindowVideoResult }) {
  const { file, bytes, durationMs, frames, dropped, early } = made;
  const length = secondsFigure(durationMs);
  const gaps = { count: dropped, frames: countFigure(frames) };
  return (
    <Notice
      role="status"
      title={say('windowVideo.done', { length, size: largeSize(bytes), file })}
      ways={
        <>
          <button
            className="btn primary"
            onClick={() => void window.bufferscope.request('window-video:show')}
          >
            {say('windowVideo.show')}
          </button>
          <button className="btn" onClick={() => void playWindowVideo()}>
            {say('windowVideo.play')}
          </button>
          <button className="btn bare" onClick={putWindowVideoAway}>
            {say('windowVideo.close')}
          </button>
        </>
      }
    >
      {early !== null && <p>{early}</p>}
      <p>{dropped === 0 ? say('windowVideo.all', gaps) : say('windowVideo.dropped', gaps)}</p>
    </Notice>
  );
}
