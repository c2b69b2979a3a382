import { useLayoutEffect, useRef } from 'react';
import { say } from '../../ui/words';
import { sentFigure } from '../log/log-words';
import { room, useServerRoom } from '../state/room';
import { watchedId } from '../state/watched';
import { FeedTile } from './feed-tile';
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
