import { secondsFigure } from '../../../model/figures';
import type { ClientState } from '../../../electron/ipc/clients-port';
import { CrossIcon } from '../../ui/icons';
import { say } from '../../ui/words';
import { EndpointGlyph, endpointOf } from '../../services/endpoint-glyph';
import { sentFigure } from '../log/log-words';
import { room, useServerRoom } from '../state/room';
import { readsFile } from '../state/watched';

const isOpen = ({ state }: ClientState): boolean => state === 'connecting' || state === 'receiving';

/** The clients as they see themselves, beside what the server says it has sent to each. */
export function ClientsPanel() {
  const clients = useServerRoom((s) => s.clients);
  const problem = useServerRoom((s) => s.clientsProblem);
  const open = clients.filter(isOpen).length;
  const ids = clients.map(({ id }) => id);
  return (
    <div className="clients-part">
      <div className="part-head">
        <span>{problem ?? say('server.clients.count', { count: open })}</span>
        <span className="grow" />
        {clients.length > 0 && (
          <button className="btn" onClick={() => room.getState().removeClients(ids)}>
            {say(open > 0 ? 'server.clients.removeAll' : 'server.clients.forget')} <kbd>X</kbd>
          </button>
        )}
      </div>
      {clients.length === 0 ? (
        <p className="small">{say('server.clients.empty')}</p>
      ) : (
        <div className="scroll" tabIndex={0} aria-label={say('server.clients.list')} role="region">
          <table>
            <Head />
            <tbody>
              {clients.toReversed().map((client) => (
                <ClientRow key={client.id} client={client} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function Head() {
  const columns = [
    'id',
    'target',
    'reads',
    'state',
    'number',
    'sent',
    'received',
    'first',
  ] as const;
  const figures: readonly string[] = ['id', 'number', 'sent', 'received', 'first'];
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} className={figures.includes(column) ? 'n' : undefined}>
            {say(`server.clients.${column}`)}
          </th>
        ))}
        <td />
      </tr>
    </thead>
  );
}

function ClientRow({ client }: { client: ClientState }) {
  const { id, kind, target, state, status, client: number, detail } = client;
  const sentBytes = useServerRoom(({ snapshot }) =>
    number === null
      ? null
      : (snapshot?.clients.find((served) => served.client === number)?.sentBytes ?? null),
  );
  const open = isOpen(client);
  const { removeClients, watch, show } = room.getState();
  return (
    <tr data-state={state} data-id={id}>
      <td className="n">{id}</td>
      <td className="mono target" title={target} data-may-be-cut>
        <span>
          <EndpointGlyph endpoint={endpointOf(target)} />
          {readsFile(client) ? (
            <button
              className="link-button"
              aria-label={say('server.clients.watch', { id, target })}
              onClick={() => {
                watch(id);
                show({ tab: 'watch' });
              }}
            >
              {target}
            </button>
          ) : (
            target
          )}
        </span>
      </td>
      <td>{say(`server.clients.kinds.${kind}`)}</td>
      <td data-state={state}>{say(`server.clients.states.${state}`, { status, detail })}</td>
      <td className="n">{number}</td>
      <td className="n">{sentBytes === null ? '' : sentFigure(sentBytes)}</td>
      <td className="n">
        <Received client={client} />
      </td>
      <td className="n">{client.firstByteMs === null ? '' : secondsFigure(client.firstByteMs)}</td>
      <td className="n">
        <button
          className="seat-end"
          aria-label={say(open ? 'server.clients.remove' : 'server.clients.forgetOne', { id })}
          onClick={() => removeClients([id])}
        >
          <CrossIcon />
        </button>
      </td>
    </tr>
  );
}

function Received({ client: { receivedBytes, frames } }: { client: ClientState }) {
  if (receivedBytes === 0) return null;
  return (
    <>
      <b>{sentFigure(receivedBytes)}</b>
      {frames > 0 && (
        <span className="small">{say('server.clients.frames', { count: frames })}</span>
      )}
    </>
  );
}
