import { secondsFigure } from '../../../model/figures';
import { say } from '../../ui/words';
import type { Amounts, ShownClient } from '../state/server-runner';

/** The chart's own width and height; it is stretched to the place that it has. */
const WIDTH = 1000;
const HEIGHT = 100;

interface AmountsChartProps {
  client: ShownClient;
  /** Most of any row, so that all rows have one scale, bytes. */
  topBytes: number;
  untilMs: number;
  nowMs: number;
}

/** What was sent and what has come of one answer over the run; between the two lines lies what is on its way. */
export function AmountsChart({ client, topBytes, untilMs, nowMs }: AmountsChartProps) {
  const { cameMs, log, amounts, killed } = client;
  const x = (tMs: number): number => (WIDTH * Math.min(tMs, untilMs)) / untilMs;
  const y = (bytes: number): number => HEIGHT - (HEIGHT * 0.92 * bytes) / topBytes;
  const waitedMs = log?.waitedMs ?? 0;
  const points: Amounts[] = [
    ...(cameMs === null ? [] : [{ tMs: cameMs + waitedMs, sentBytes: 0, receivedBytes: 0 }]),
    ...amounts,
  ];
  const last = points.at(-1);
  const isOpen = log?.state === 'connecting' || log?.state === 'receiving';
  if (last && isOpen) points.push({ ...last, tMs: nowMs });
  const line = (of: 'sentBytes' | 'receivedBytes'): string =>
    points
      .map((at, i) => `${i === 0 ? 'M' : 'H'}${x(at.tMs)}${i === 0 ? ' ' : 'V'}${y(at[of])}`)
      .join('');
  return (
    <svg
      className="lesson-amounts"
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={say('lessons.server.chart', { waited: secondsFigure(waitedMs) })}
    >
      <path className="floor" d={`M0 ${String(HEIGHT)}H${String(WIDTH)}`} />
      {cameMs !== null && waitedMs > 0 && (
        <rect
          x={x(cameMs)}
          y="0"
          width={x(cameMs + waitedMs) - x(cameMs)}
          height={HEIGHT}
          className="waits"
        />
      )}
      {points.length > 1 && (
        <>
          <path
            className="between"
            d={`${line('sentBytes')}V${String(HEIGHT)}H${String(x(points[0]?.tMs ?? 0))}Z`}
          />
          <path
            className="come"
            d={`${line('receivedBytes')}V${String(HEIGHT)}H${String(x(points[0]?.tMs ?? 0))}Z`}
          />
          <path className="sent" d={line('sentBytes')} />
          <path className="received" d={line('receivedBytes')} />
        </>
      )}
      {killed && last && (
        <path className="kill" d={`M${String(x(last.tMs))} 0V${String(HEIGHT)}`} />
      )}
    </svg>
  );
}
