import type { BoxedAnswer } from '../../../electron/ipc/box-port';
import type { ClientState } from '../../../electron/ipc/clients-port';
import type { ServedClient, ServerEvent } from '../../../electron/ipc/server-port';

/** Rows that are shown; the newest are. */
export const MAX_ROWS = 4;

/** One answer on its way: what the server has sent, what the box holds, what its client has received. */
export interface BoxRow {
  answer: BoxedAnswer;
  /** As the server has it; undefined once it is over there. */
  served: ServedClient | undefined;
  /** As the client itself has it; undefined for one that is none of ours. */
  client: ClientState | undefined;
  sentBytes: number;
  receivedBytes: number;
  /** Its worker was killed after so long, ms; null when it was not. */
  killedMs: number | null;
  seat: number | null;
}

/** The answers that go on, and behind them those that ended last, as rows in the order of coming. */
export function boxRows(
  answers: readonly BoxedAnswer[],
  served: readonly ServedClient[],
  clients: readonly ClientState[],
  events: readonly ServerEvent[],
): BoxRow[] {
  const open = answers.filter(({ state }) => state === 'open');
  const ended = answers.filter(({ state }) => state !== 'open');
  const shown = [
    ...ended.slice(Math.max(0, ended.length - Math.max(0, MAX_ROWS - open.length))),
    ...open.slice(-MAX_ROWS),
  ].slice(-MAX_ROWS);
  return shown
    .sort((a, b) => a.id - b.id)
    .map((answer) => {
      const at = served.find(({ client }) => client === answer.client);
      const own = clients.find(({ client }) => client !== null && client === answer.client);
      const killed = events.find(
        ({ client, kind }) => kind === 'killed' && client === answer.client,
      );
      return {
        answer,
        served: at,
        client: own,
        sentBytes: answer.inBytes,
        receivedBytes: answer.outBytes,
        killedMs: killed?.tookMs ?? null,
        seat: at?.seat ?? killed?.seat ?? null,
      };
    });
}
