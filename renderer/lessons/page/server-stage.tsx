import { useEffect, useState } from 'react';
import { fixedFigure, secondsFigure, sizeFigure } from '../../../model/figures';
import { runsOf } from '../../../model/lesson/figures';
import type { ServerRun } from '../../../model/lesson/types';
import { EndpointGlyph, endpointOf, laneOf } from '../../services/endpoint-glyph';
import { say } from '../../ui/words';
import { serverRunMs, useServerRun, type ShownClient } from '../state/server-runner';
import { AmountsChart } from './amounts-chart';
import { FeedImage } from './feed-image';
import { usePage } from './page-context';

/** How often the run's clock is drawn, and how often a screen reader is told of a client, ms. */
const TICK_MS = 100;
const TELL_EVERY_MS = 2000;

/** The clients of the lesson's server, a row each: what was sent, what has come, and who waits. */
export function ServerStage() {
  const { lesson } = usePage();
  const set = useServerRun((s) => s.asked);
  const clients = useServerRun((s) => s.clients);
  const problem = useServerRun((s) => s.problem);
  const phase = useServerRun((s) => s.phase);
  const nowMs = useRunClock(phase === 'running');
  const asked = set ?? runsOf(lesson)[0]?.server;
  if (problem !== null) {
    return (
      <p className="panel lesson-problem" role="alert">
        {problem}
      </p>
    );
  }
  if (!asked) return null;
  const rows = clients.length > 0 ? clients : asked.clients.map(notCome);
  const topBytes = Math.max(
    1,
    ...rows.flatMap(({ amounts }) => amounts.map((at) => Math.max(at.sentBytes, at.receivedBytes))),
  );
  const pictures = asked.model === 'async' && rows.some(({ path }) => path.startsWith('/feed'));
  return (
    <section className="lesson-server" aria-label={say('lessons.server.label')}>
      <div className="lesson-moment">
        <p className="caption">
          <b>{modelSentence(asked)}</b> <ServerNow asked={asked} />
        </p>
        <span className="clock" role="timer" data-still={phase !== 'running'}>
          {nowMs === 0 ? '0' : fixedFigure(nowMs / 1000, 1)}{' '}
          <small>{say('shell.sinceStart')}</small>
        </span>
      </div>
      <ol className="panel" data-pictures={pictures} data-many={rows.length > 3}>
        {rows.map((client) => (
          <ClientRow key={client.name} {...{ client, asked, nowMs, topBytes, pictures }} />
        ))}
        <li className="lesson-axis" aria-hidden="true">
          <span />
          <span>
            {[0, 0.5, 1].map((share) => (
              <i key={share}>{secondsFigure(asked.untilMs * share)}</i>
            ))}
          </span>
          <span>{say('lessons.server.legend')}</span>
        </li>
      </ol>
    </section>
  );
}

const notCome = ({ name, path }: ServerRun['clients'][number]): ShownClient => ({
  ...{ name, path, cameMs: null, log: null, killed: false, amounts: [] },
});

/** The run's clock, ms, redrawn while it goes. */
function useRunClock(running: boolean): number {
  const [nowMs, setNowMs] = useState(serverRunMs);
  useEffect(() => {
    const tick = (): void => setNowMs(serverRunMs());
    tick();
    if (!running) return;
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [running]);
  return nowMs;
}

/** "sync, 1 seat; watchdog 5.0 s." */
function modelSentence({ model, seats, watchdogMs, box }: ServerRun): string {
  const parts = [
    model === 'async'
      ? say('lessons.server.noSeats')
      : say('lessons.server.seats', { model, count: model === 'debug' ? 1 : seats }),
    ...(model === 'sync' && watchdogMs !== null
      ? [say('lessons.server.watchdog', { time: secondsFigure(watchdogMs) })]
      : []),
    ...(box ? [say(`lessons.server.box.${box.way}`, { size: sizeOf(box.gatherBytes) })] : []),
  ];
  return parts.join(' ');
}

/** Who is served and who waits now, and what the box holds. */
function ServerNow({ asked }: { asked: ServerRun }) {
  const taken = useServerRun((s) => s.taken);
  const waiting = useServerRun((s) => s.waiting);
  const boxBytes = useServerRun((s) => s.boxBytes);
  const running = useServerRun((s) => s.phase === 'running');
  if (!running) return null;
  const now = say('lessons.server.now', { taken, waiting });
  if (!asked.box) return now;
  return `${now} ${say('lessons.server.inBox', { size: sizeOf(boxBytes) })}`;
}

interface RowProps {
  client: ShownClient;
  asked: ServerRun;
  nowMs: number;
  topBytes: number;
  pictures: boolean;
}

function ClientRow({ client, asked, nowMs, topBytes, pictures }: RowProps) {
  const origin = useServerRun((s) => s.origin);
  const phase = useServerRun((s) => s.phase);
  const { name, path, log } = client;
  const endpoint = endpointOf(path);
  const reads = asked.clients.find((each) => each.name === name)?.reads ?? 'normal';
  const sentence = clientSentence(client, nowMs);
  return (
    <li data-lane={laneOf(endpoint)} data-state={client.killed ? 'killed' : log?.state}>
      <div className="lesson-client">
        <h3>
          <EndpointGlyph endpoint={endpoint} />{' '}
          {say('lessons.client', { name: name.toUpperCase() })}
        </h3>
        <span className="mono">{path}</span>
        {reads !== 'normal' && <small>{say(`server.add.kinds.${reads}`)}</small>}
      </div>
      <AmountsChart {...{ client, topBytes, untilMs: asked.untilMs, nowMs }} />
      {pictures && (
        <FeedImage url={phase === 'running' && origin !== null ? origin + path : null} />
      )}
      <div className="lesson-fares">
        <b>
          {log?.firstByteMs == null
            ? say('lessons.server.noByte')
            : say('lessons.server.first', { time: secondsFigure(log.firstByteMs) })}
        </b>
        <span>{sentence}</span>
        <Told sentence={sentence} nowMs={nowMs} />
      </div>
    </li>
  );
}

/** The sentence of a client for who hears the page: a new one at most every two seconds. */
function Told({ sentence, nowMs }: { sentence: string; nowMs: number }) {
  const [told, setTold] = useState({ sentence, atMs: 0 });
  // A clock that was set back is that of another run.
  if (sentence !== told.sentence && (nowMs - told.atMs >= TELL_EVERY_MS || nowMs < told.atMs)) {
    setTold({ sentence, atMs: nowMs });
  }
  return (
    <span className="unseen" role="status">
      {told.sentence}
    </span>
  );
}

/** How a client fares, in a sentence. */
export function clientSentence({ cameMs, log, path, killed }: ShownClient, nowMs: number): string {
  if (cameMs === null) return say('lessons.server.so.notYet');
  const age = secondsFigure(Math.max(0, nowMs - cameMs));
  if (!log) return say('lessons.server.so.asks');
  const { state, receivedBytes, lumps, frames, waitedMs, servedMs } = log;
  const gaps = {
    ...{ size: sizeOf(receivedBytes), count: path.startsWith('/feed') ? frames : lumps, age },
    served: secondsFigure(servedMs ?? 0),
    waited: secondsFigure(waitedMs ?? 0),
  };
  const came = path.startsWith('/feed')
    ? say('lessons.server.so.pictures', gaps)
    : say('lessons.server.so.came', gaps);
  // To the client an answer without a length has only come to its end.
  if (killed) return say('lessons.server.so.killed', { came, ...gaps });
  switch (state) {
    case 'connecting':
      if (servedMs === null && (waitedMs ?? 0) > 0) return say('lessons.server.so.waits', gaps);
      return say('lessons.server.so.asks');
    case 'receiving':
      return came;
    case 'done':
      return say('lessons.server.so.done', { came });
    case 'left':
      return say(servedMs === null ? 'lessons.server.so.leftQueue' : 'lessons.server.so.left', {
        ...{ came, ...gaps },
      });
    case 'failed':
      return say('lessons.server.so.broke', { came, ...gaps });
    case 'refused':
      return say('lessons.server.so.refused');
  }
}

/** Bytes of an answer: kB where MB would be a row of noughts. */
function sizeOf(bytes: number): string {
  return bytes < 1e6 ? `${fixedFigure(bytes / 1000, bytes < 9950 ? 1 : 0)} kB` : sizeFigure(bytes);
}
