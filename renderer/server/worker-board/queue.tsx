import { secondsFigure } from '../../../model/figures';
import type { ServedClient } from '../../../electron/ipc/server-port';
import { say } from '../../ui/words';
import type { BenchView } from './seat-view';
import { EndpointGlyph } from '../../services/endpoint-glyph';

interface QueueProps {
  snapshot: BenchView;
  nowMs: number;
}

/** Who waits, since when, and who is next. */
export function Queue({ snapshot, nowMs }: QueueProps) {
  const waiting = snapshot.clients.filter(({ seatedMs }) => seatedMs === null);
  const waits = ({ arrivedMs }: ServedClient): number => Math.max(0, nowMs - arrivedMs);
  const longest = Math.max(0, ...waiting.map(waits));
  const [next] = waiting;
  return (
    <section className="queue" aria-label={say('server.queue.title')}>
      <h2>
        {say('server.queue.title')}
        <span>
          {waiting.length > 0
            ? say('server.queue.waiting', {
                count: waiting.length,
                longest: secondsFigure(longest),
              })
            : say('server.queue.none')}
        </span>
      </h2>
      {waiting.length > 0 && (
        <ol tabIndex={0} aria-label={say('server.queue.list')}>
          {waiting.map((one) => (
            <li key={one.client} className={one === next ? 'next' : undefined}>
              <EndpointGlyph endpoint={one.endpoint} />
              {say('server.queue.client', { client: one.client })}
              <i style={{ width: `${((100 * waits(one)) / Math.max(1, longest)).toFixed(1)}%` }} />
              <b>{secondsFigure(waits(one))}</b>
            </li>
          ))}
        </ol>
      )}
      <p className="small">{note(snapshot, next)}</p>
      {!next && <p className="small">{say(`server.about.${snapshot.model}`)}</p>}
    </section>
  );
}

function note({ model, seats, clients }: BenchView, next: ServedClient | undefined): string {
  if (model === 'async') return say('server.queue.loop');
  if (next) return say('server.queue.next', { client: next.client });
  return say(clients.length >= seats ? 'server.queue.full' : 'server.queue.empty');
}
