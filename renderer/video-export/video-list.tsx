import type { QueuedVideo } from '../../electron/ipc/video-queue-requests';
import { roughTime } from '../../model/figures';
import { CrossIcon, DoneIcon } from '../ui/icons';
import { say } from '../ui/words';
import { allLeftMs, placeOf, queueLine } from './video-words';
import { showVideo, takeOut, useVideos } from './videos';

/** All videos of the queue, in the order in which they are made. */
export function VideoList({ shown }: { shown: string }) {
  const all = useVideos((s) => s.videos);
  const waiting = all.filter(({ state }) => state.is === 'waiting');
  const leftMs = allLeftMs(all);
  return (
    <section className="panel video-queue" aria-label={say('videoExport.queue.title')}>
      <h2>
        {say('videoExport.queue.title')}
        {waiting.length > 0 && (
          <span>{say('videoExport.queue.waits', { count: waiting.length })}</span>
        )}
      </h2>
      <ol tabIndex={0} aria-label={say('videoExport.queue.title')}>
        {all.map((video) => (
          <VideoRow
            key={video.id}
            video={video}
            number={waiting.indexOf(video) + 1}
            shown={video.id === shown}
          />
        ))}
      </ol>
      {all.length > 1 && (
        <p className="small">
          {say('videoExport.queue.order')}{' '}
          {leftMs !== null &&
            waiting.length > 0 &&
            say('videoExport.queue.total', { time: roughTime(leftMs) })}
        </p>
      )}
    </section>
  );
}

interface VideoRowProps {
  video: QueuedVideo;
  /** Its place among those that wait, from 1. */
  number: number;
  shown: boolean;
}

function VideoRow({ video, number, shown }: VideoRowProps) {
  const { state, file, id } = video;
  const { name } = placeOf(file);
  const running = state.is === 'running';
  return (
    <li aria-current={running || undefined} data-shown={shown || undefined}>
      <i>{<Sign video={video} number={number} />}</i>
      <button
        className="video-name"
        aria-pressed={shown}
        title={file}
        onClick={() => showVideo(id)}
      >
        <b>{name}</b>
        <span>{queueLine(video)}</span>
      </button>
      {running ? (
        <button className="btn" disabled={state.ending} onClick={() => takeOut(video)}>
          {say(state.ending ? 'videoExport.queue.ending' : 'videoExport.queue.cancel')}
        </button>
      ) : (
        <button
          className="btn video-out"
          aria-label={say(
            state.is === 'waiting' ? 'videoExport.queue.remove' : 'videoExport.queue.dismiss',
            { name },
          )}
          onClick={() => takeOut(video)}
        >
          <CrossIcon />
        </button>
      )}
    </li>
  );
}

/** "now", the place of one that waits, or what has become of it. */
function Sign({ video: { state }, number }: { video: QueuedVideo; number: number }) {
  switch (state.is) {
    case 'running':
      return say('videoExport.queue.now');
    case 'waiting':
      return number;
    case 'done':
      return <DoneIcon />;
    case 'failed':
      return (
        <span className="bad">
          <CrossIcon />
        </span>
      );
  }
}
