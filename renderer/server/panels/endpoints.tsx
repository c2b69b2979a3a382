import type { ServedClient } from '../../../electron/ipc/server-port';
import { useSession } from '../../session/session';
import { say } from '../../ui/words';
import { EndpointGlyph, SHOWN_ENDPOINTS, type ShownEndpoint } from '../../services/endpoint-glyph';
import { sentFigure } from '../log/log-words';
import { room, useServerRoom } from '../state/room';

/** The endpoints with what is open, what was served, and the most that one answer held; a row shows its code. */
export function Endpoints() {
  return (
    <section className="panel endpoints">
      <h2>
        {say('server.endpoints.title')}
        <Serves />
      </h2>
      <table>
        <thead>
          <tr>
            <th>{say('server.endpoints.path')}</th>
            <th>{say('server.endpoints.answers')}</th>
            <th className="n">{say('server.endpoints.open')}</th>
            <th className="n">{say('server.endpoints.served')}</th>
            <th className="n">{say('server.endpoints.memory')}</th>
          </tr>
        </thead>
        <tbody>
          {SHOWN_ENDPOINTS.map((endpoint) => (
            <EndpointRow key={endpoint} endpoint={endpoint} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function EndpointRow({ endpoint }: { endpoint: ShownEndpoint }) {
  const figures = useServerRoom((s) =>
    s.snapshot?.endpoints.find((one) => one.endpoint === endpoint),
  );
  // What a server that is gone said last is no longer so.
  const open = useServerRoom((s) =>
    s.phase === 'running' ? seatedAt(s.snapshot?.clients ?? [], endpoint) : 0,
  );
  const chosen = useServerRoom((s) => s.tab === 'code' && s.endpoint === endpoint);
  const show = (): void => room.getState().show({ endpoint, tab: 'code' });
  const { served = 0, heldEachBytes = 0 } = figures ?? {};
  const asked = open + served + heldEachBytes > 0;
  return (
    <tr onClick={show} data-chosen={chosen}>
      <td>
        <button
          className="mono"
          aria-pressed={chosen}
          aria-label={say('server.endpoints.show', { path: endpoint })}
        >
          <EndpointGlyph endpoint={endpoint} />
          {endpoint}
        </button>
      </td>
      <td>{say(`server.endpoints.about.${endpoint}`)}</td>
      <td className="n">{open}</td>
      <td className="n">{served}</td>
      <td className="n">
        {asked ? (
          <b>{sentFigure(heldEachBytes)}</b>
        ) : (
          <span className="none">{say('server.endpoints.notYet')}</span>
        )}
      </td>
    </tr>
  );
}

const seatedAt = (clients: readonly ServedClient[], endpoint: ShownEndpoint): number =>
  clients.filter((one) => one.endpoint === endpoint && one.seatedMs !== null).length;

/** The files that it sends; another one that was opened since then will be sent from the next start on. */
function Serves() {
  const { media, text } = useServerRoom((s) => s.served);
  // A camera is never served as a file.
  const open = useSession(({ media }) => (media?.camera ? undefined : media?.name));
  const names = [media?.name, text?.name].filter((name) => name !== undefined).join(', ');
  if (names === '') return null;
  const isServed = open === undefined || open === media?.name || open === text?.name;
  const key = isServed ? 'serves' : 'servesNext';
  const line = say(`server.endpoints.${key}`, { names, next: open ?? '' });
  return <span title={line}>{line}</span>;
}
