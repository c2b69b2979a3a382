import { useLayoutEffect, useRef, useState } from 'react';
import { say } from '../../ui/words';
import { sentFigure } from '../log/log-words';
import { room, useServerRoom } from '../state/room';
import { watchedId } from '../state/watched';
import { tailHex, tailText } from './tail-words';

/** What the window and a client get to see: the pictures of /feed, and the bytes of a file as they come. */
export function WatchPanel() {
  return (
    <div className="watch-part">
      <FeedTile />
      <TextTile />
    </div>
  );
}

/** Asked for by the window itself; the query tells its request from all others. */
const FEED = '/feed?by=window';

function FeedTile() {
  const origin = useServerRoom((s) => s.origin);
  const on = useServerRoom((s) => s.feedOn);
  const running = useServerRoom((s) => s.phase === 'running');
  const { show } = room.getState();
  const shown = on && origin !== null;
  return (
    <section className="tile" aria-label={say('server.watch.feed')}>
      <h3>
        <span className="mono">{say('server.watch.feed')}</span>
        <button
          className="btn"
          disabled={!running}
          aria-pressed={on}
          onClick={() => show({ feedOn: !on })}
        >
          {say(on ? 'server.watch.feedHide' : 'server.watch.feedShow')}
        </button>
      </h3>
      <div className="screen">
        {shown ? (
          <FeedPicture key={origin} url={origin + FEED} />
        ) : (
          <p className="note">{say('server.watch.feedOff')}</p>
        )}
      </div>
      <FeedFigures />
    </section>
  );
}

function FeedFigures() {
  const viewers = useServerRoom((s) => s.snapshot?.feed.viewers ?? 0);
  const fps = useServerRoom((s) => s.snapshot?.feed.fps ?? 0);
  return (
    <p className="small">
      {viewers > 0 && say('server.watch.feedOn', { count: viewers, fps: Math.round(fps) })}
    </p>
  );
}

function FeedPicture({ url }: { url: string }) {
  const ref = useRef<HTMLImageElement>(null);
  const [failed, setFailed] = useState(false);
  const waits = useServerRoom(
    ({ snapshot }) =>
      snapshot?.clients.some(({ target, seatedMs }) => target === FEED && seatedMs === null) ??
      false,
  );
  useLayoutEffect(() => {
    const image = ref.current;
    if (!image) return;
    image.src = url;
    // Taken off the page alone, an image goes on loading for as long as it is remembered somewhere.
    return () => image.removeAttribute('src');
  }, [url]);
  return (
    <>
      <img
        ref={ref}
        alt={say('server.watch.feedAlt')}
        data-failed={failed}
        onLoad={() => setFailed(false)}
        onError={() => setFailed(true)}
      />
      {(waits || failed) && (
        <p className="note">{say(`server.watch.${waits ? 'feedWaits' : 'feedFailed'}`)}</p>
      )}
    </>
  );
}

/** A text that a slow client reads in 5 s, and a stream that shows it coming. */
const ASKED = '/stream?chunk=1024';

function TextTile() {
  const id = useServerRoom(watchedId);
  const target = useServerRoom((s) => s.clients.find((client) => client.id === id)?.target ?? '');
  const tail = useServerRoom((s) => (s.tail?.id === id ? s.tail : null));
  const running = useServerRoom((s) => s.phase === 'running');
  const ref = useRef<HTMLPreElement>(null);
  useLayoutEffect(() => {
    ref.current?.scrollTo({ top: ref.current.scrollHeight });
  }, [tail]);
  const ask = (): void => {
    const { addClients, watch } = room.getState();
    watch(null);
    addClients({ count: 1, kind: 'slow', path: ASKED });
  };
  return (
    <section className="tile" aria-label={say('server.watch.text')}>
      <h3>
        {say('server.watch.text')}
        <button className="btn" disabled={!running} onClick={ask}>
          {say('server.watch.ask', { path: '/stream' })}
        </button>
      </h3>
      {tail && id !== null ? (
        <pre
          ref={ref}
          className="scroll"
          tabIndex={0}
          role="region"
          aria-label={say('server.watch.textLabel', { id })}
        >
          {tail.text ? tailText(tail.data, tail.endBytes) : tailHex(tail.data, tail.endBytes)}
        </pre>
      ) : (
        <p className="note">{say('server.watch.textNone')}</p>
      )}
      <p className="small">
        {id !== null &&
          say('server.watch.textOf', { id, target, size: sentFigure(tail?.endBytes ?? 0) })}
      </p>
    </section>
  );
}
