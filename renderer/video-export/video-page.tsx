import { useEffect } from 'react';
import type { QueuedVideo } from '../../electron/ipc/video-queue-requests';
import { secondsFigure } from '../../model/figures';
import { stretchOf } from '../../model/video/foresee';
import { say } from '../ui/words';
import { rooms } from '../window/rooms';
import { askVideoAgain } from './ask-video';
import { useVideoKeys } from './video-keys';
import { VideoFacts } from './video-facts';
import { VideoList } from './video-list';
import { VideoTimeline } from './video-timeline';
import { pageWords, percentOf, videoFacts } from './video-words';
import { findPicture, putAway, shownVideo, takeOut, useVideos } from './videos';
import './video-page.css';

/** The videos of this window: the frame that is drawn, how far it is, and what waits. */
export function VideoPage() {
  const video = useVideos(shownVideo);
  useVideoKeys();
  return (
    <main className="page video-page">
      <header className="topbar">
        <h1>{say('videoExport.title')}</h1>
        {video && <TopBar video={video} />}
      </header>
      {video ? <Video video={video} /> : <Nothing />}
    </main>
  );
}

function TopBar({ video }: { video: QueuedVideo }) {
  const { state, title } = video;
  const over = state.is === 'done' || state.is === 'failed';
  return (
    <>
      <span className="chip video-title" title={title}>
        <b>{title}</b> <span>{say('videoExport.how')}</span>
      </span>
      <span className="grow" />
      <span className="chip">{videoFacts(video)}</span>
      {state.is === 'running' && (
        <button className="btn" disabled={state.ending} onClick={() => takeOut(video)}>
          {say('videoExport.queue.cancel')} <kbd>Esc</kbd>
        </button>
      )}
      {over && (
        <>
          <button className="btn" onClick={() => void askVideoAgain(video)}>
            {say(`videoExport.buttons.${state.is === 'failed' ? 'again' : 'another'}`)} <kbd>E</kbd>
          </button>
          <button className="btn primary" onClick={() => putAway(video)}>
            {say('videoExport.buttons.done')} <kbd>Enter</kbd>
          </button>
        </>
      )}
    </>
  );
}

function Video({ video }: { video: QueuedVideo }) {
  const busy = useVideos((s) =>
    s.videos.some(({ state, id }) => state.is === 'running' && id !== video.id),
  );
  const { lead, rest } = pageWords(video, busy);
  const bad = video.state.is === 'failed';
  return (
    <div className="video-body">
      <p className="caption">
        <b className={bad ? 'down' : undefined}>{lead}</b> {rest}
      </p>
      <p className="unseen" role="status">
        {heardOf(video, `${lead} ${rest}`)}
      </p>
      <Frame video={video} />
      <div className="video-side">
        <VideoFacts video={video} />
        <VideoList shown={video.id} />
      </div>
    </div>
  );
}

/** What is read aloud: of what is drawn every tenth, of all else what is written. */
function heardOf({ state }: QueuedVideo, written: string): string {
  if (state.is !== 'running' || !state.progress || state.ending) return written;
  const { frame, frames } = state.progress;
  const tenths = Math.floor((10 * frame) / Math.max(1, frames));
  return say('videoExport.page.tenths', { percent: percentOf(tenths, 10) });
}

/** The picture of the video itself, and when it shows what. */
function Frame({ video }: { video: QueuedVideo }) {
  const picture = useVideos((s) => s.pictures[video.id]);
  const { state, id, options, subject } = video;
  const wants = picture === undefined && (state.is === 'running' || state.is === 'done');
  useEffect(() => {
    if (wants) void findPicture(id);
  }, [id, wants, state.is]);
  const { fromMs, toMs } = stretchOf(options, subject.lengthMs);
  const progress = state.is === 'running' ? state.progress : null;
  const shownMs = progress && picture !== undefined ? progress.runMs : null;
  const drawnMs = state.is === 'done' ? drawnUntil(video, fromMs) : (progress?.runMs ?? fromMs);
  const theme = say(`shell.themes.${options.theme}`);
  return (
    <section className="panel video-stage">
      <h2>
        {titleOf(video)}
        <span>
          {progress
            ? say('videoExport.page.moment', { seconds: secondsFigure(progress.runMs), theme })
            : say('videoExport.page.stretch', {
                ...{ from: secondsFigure(fromMs), to: secondsFigure(toMs), theme },
              })}
        </span>
      </h2>
      <div className="video-frame">
        {picture === undefined ? (
          <p>{say(`videoExport.page.${state.is === 'done' ? 'noPicture' : 'none'}`)}</p>
        ) : (
          <img
            src={picture}
            alt={
              progress
                ? say('videoExport.page.picture', { seconds: secondsFigure(progress.runMs) })
                : say('videoExport.page.poster')
            }
          />
        )}
      </div>
      <VideoTimeline video={video} drawnMs={drawnMs} shownMs={shownMs} />
    </section>
  );
}

function titleOf({ state }: QueuedVideo): string {
  switch (state.is) {
    case 'running':
      return state.progress
        ? say('videoExport.page.frameDrawn', { frame: String(state.progress.frame) })
        : say('videoExport.page.waitingTitle');
    case 'done':
      return say('videoExport.page.posterTitle');
    case 'waiting':
    case 'failed':
      return say('videoExport.page.waitingTitle');
  }
}

/** The moment of the run at which a video that is done ends. */
const drawnUntil = ({ state }: QueuedVideo, fromMs: number): number =>
  state.is === 'done' ? fromMs + state.result.durationMs : fromMs;

/** No video: what one is, and from where it comes. */
function Nothing() {
  return (
    <div className="video-none">
      <h2>{say('videoExport.page.empty')}</h2>
      <p>{say('videoExport.page.emptyHow')}</p>
      <div className="video-acts">
        <button className="btn primary" onClick={() => rooms.getState().go('compare')}>
          {say('videoExport.page.toCompare')} <kbd>Ctrl+1</kbd>
        </button>
        <button className="btn" onClick={() => rooms.getState().go('runs')}>
          {say('videoExport.page.toRuns')} <kbd>Ctrl+5</kbd>
        </button>
      </div>
      <p className="small">
        {say('videoExport.page.fromCompare')}. {say('videoExport.page.fromRuns')}.
      </p>
    </div>
  );
}
