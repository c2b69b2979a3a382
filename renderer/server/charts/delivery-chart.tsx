import { area, curveStepAfter } from 'd3-shape';
import { secondsFigure } from '../../../model/figures';
import { axisUntil, ticksInSeconds } from '../../charts/axes';
import { HALO, placeLabels } from '../../charts/labels';
import { plotOf, px, type ChartSize, type Plot } from '../../charts/plot';
import { PlotFrame } from '../../charts/plot-frame';
import { endpointOf, laneOf } from '../../services/endpoint-glyph';
import { say } from '../../ui/words';
import { sentFigure } from '../log/log-words';
import { bytesAtMs, type Delivery, type DeliveryPoint } from '../state/deliveries';
import { kbOrMb } from './delivery-choice';

const ROOM = { left: 44, right: 150, top: 12, bottom: 22 };
const STEPS = 6;
/** The time axis reaches at least here, s. */
const MIN_S = 5;
/** Nothing for less than this is not worth words, ms. */
const NOTHING_MS = 1000;
/** Room of those words, px at scale 1. */
const WORDS_PX = 110;

interface DeliveryChartProps {
  size: ChartSize;
  delivery: Delivery;
  /** The same asked for in another way: passed on, or with backpressure; only its newest point is drawn. */
  beside: { delivery: Delivery; word: string } | null;
  /** On the server's clock, ms. */
  nowMs: number;
}

/** What the server had sent and what its client had received, in all; what is on the way, or never came, is the band. */
export function DeliveryChart(props: DeliveryChartProps) {
  const { size, delivery, beside, nowMs } = props;
  const { client, sent, received, lumps, ended, askedMs } = delivery;
  const lastMs = ended?.ms ?? Math.max(sent.at(-1)?.ms ?? 0, nowMs - askedMs);
  const endMs = Math.max(lastMs, received.at(-1)?.ms ?? 0);
  const sentBytes = bytesAtMs(sent, Infinity);
  const receivedBytes = bytesAtMs(received, Infinity);
  const unit = kbOrMb(Math.max(sentBytes, receivedBytes));
  const time = axisUntil(Math.max(MIN_S, endMs / 1000), STEPS);
  const bytes = axisUntil(Math.max(1, Math.max(sentBytes, receivedBytes) / unit), STEPS);
  const plot = plotOf(size, ROOM, time, bytes);
  return (
    <PlotFrame
      plot={plot}
      label={say('box.flow.label', {
        ...{ client, lumps, seconds: secondsFigure(endMs) },
        ...{ sent: sentFigure(sentBytes), received: sentFigure(receivedBytes) },
      })}
      xWord={ticksInSeconds(time)}
      based
    >
      <g className="delivery" data-lane={laneOf(endpointOf(delivery.target))}>
        <Curves {...{ plot, sent, received, endMs, unit }} />
        <Nothing {...{ plot, received, endMs }} />
        {beside && <Beside plot={plot} unit={unit} {...beside} />}
        <Ended {...{ plot, delivery, unit }} />
        <Names {...props} {...{ plot, sentBytes, receivedBytes, endMs, unit }} />
      </g>
    </PlotFrame>
  );
}

interface CurvesProps {
  plot: Plot;
  sent: readonly DeliveryPoint[];
  received: readonly DeliveryPoint[];
  endMs: number;
  unit: number;
}

/** Steps of both, as each rises at the moment of its points. */
function Curves({ plot, sent, received, endMs, unit }: CurvesProps) {
  const x = (ms: number): number => plot.xInside(ms / 1000);
  const y = (bytes: number): number => plot.y(bytes / unit);
  const moments = [...sent, ...received, { ms: endMs }].map(({ ms }) => ms).sort((a, b) => a - b);
  const between = moments.map((ms) => ({
    ms,
    sent: bytesAtMs(sent, ms),
    received: bytesAtMs(received, ms),
  }));
  const band = area<(typeof between)[number]>(
    ({ ms }) => x(ms),
    (at) => y(at.received),
    // A client's clock is a moment ahead of a snapshot: what it has was sent.
    (at) => y(Math.max(at.sent, at.received)),
  );
  return (
    <>
      <path className="band" d={band.curve(curveStepAfter).digits(1)(between) ?? ''} />
      <path className="sent" d={stepPath(between, x, (at) => y(Math.max(at.sent, at.received)))} />
      <path className="received" d={stepPath(between, x, (at) => y(at.received))} />
    </>
  );
}

function stepPath<T extends { ms: number }>(
  points: readonly T[],
  x: (ms: number) => number,
  y: (point: T) => number,
): string {
  return points
    .map((at, i) => `${i === 0 ? 'M' : 'H'}${px(x(at.ms))}${i === 0 ? ' ' : 'V'}${px(y(at))}`)
    .join('');
}

/** How long nothing had come, at the foot, under the curve of what was sent. */
function Nothing({ plot, received, endMs }: Omit<CurvesProps, 'sent' | 'unit'>) {
  const firstMs = received[0]?.ms ?? endMs;
  if (firstMs < NOTHING_MS) return null;
  const x = plot.xInside(firstMs / 1000) - 6;
  // Where there is no room for it before the first byte it begins at the axis, above what the curves say at their ends.
  const fits = x - plot.left > WORDS_PX * plot.size.scale;
  const above = fits ? 6 : 40 * plot.size.scale;
  return (
    <text
      x={fits ? x : plot.left + 4}
      y={plot.y(0) - above}
      textAnchor={fits ? 'end' : 'start'}
      fontSize={12 * plot.size.scale}
      style={{ ...HALO, fill: 'var(--ink)', fontWeight: 650 }}
    >
      {say('box.flow.nothing', { seconds: secondsFigure(firstMs) })}
    </text>
  );
}

/** Another answer of the same, as far as it has come. */
function Beside({ plot, unit, delivery, word }: BesideProps) {
  const last = delivery.received.at(-1);
  if (!last) return null;
  const [x, y] = [plot.xInside(last.ms / 1000), plot.y(last.bytes / unit)];
  return (
    <g className="beside">
      <circle cx={x} cy={Math.max(plot.top, y)} r={6} />
      <text
        x={x - 10}
        y={Math.max(plot.top + 4, y) + 4}
        textAnchor="end"
        fontSize={12 * plot.size.scale}
        style={{ ...HALO, fill: 'var(--hue-ink)', fontWeight: 650 }}
      >
        {word}
      </text>
    </g>
  );
}

interface BesideProps extends NonNullable<DeliveryChartProps['beside']> {
  plot: Plot;
  unit: number;
}

const BROKEN = ['killed', 'capped', 'failed', 'dropped', 'timed-out'] as const;

/** The moment at which an answer broke, through the whole plot. */
function Ended({ plot, delivery: { ended, received }, unit }: EndedProps) {
  const kind = BROKEN.find((each) => each === ended?.kind);
  if (!ended || !kind) return null;
  const x = plot.xInside(ended.ms / 1000);
  const y = plot.y(bytesAtMs(received, Infinity) / unit);
  const word = kind === 'killed' || kind === 'capped' ? kind : 'broke';
  return (
    <g className="ended">
      <path d={`M${px(x)} ${px(plot.top)}V${px(plot.bottom)}`} />
      <path d={`M${px(x - 5)} ${px(y - 5)}l10 10m0 -10l-10 10`} />
      <text x={x + 9} y={plot.bottom - 8} fontSize={12 * plot.size.scale} style={HALO}>
        {say(`box.flow.ended.${word}`)}
      </text>
    </g>
  );
}

interface EndedProps {
  plot: Plot;
  delivery: Delivery;
  unit: number;
}

interface NamesProps extends DeliveryChartProps {
  plot: Plot;
  sentBytes: number;
  receivedBytes: number;
  endMs: number;
  unit: number;
}

/** What each curve says now, behind its end. */
function Names({ plot, delivery, sentBytes, receivedBytes, endMs, unit }: NamesProps) {
  const size = 12 * plot.size.scale;
  const y = (bytes: number): number => plot.y(bytes / unit);
  const betweenBytes = Math.max(0, sentBytes - receivedBytes);
  // Of an answer that was not sent to its end nothing comes any more.
  const isOver = delivery.ended !== null && delivery.ended.kind !== 'done';
  const names = [
    {
      key: 'sent',
      y: y(sentBytes),
      word: say('box.flow.sent', { client: delivery.client, size: sentFigure(sentBytes) }),
    },
    ...(betweenBytes > 0
      ? [
          {
            key: 'between',
            y: y(receivedBytes + betweenBytes / 2),
            word: say(`box.flow.${isOver ? 'lost' : 'between'}`, {
              size: sentFigure(betweenBytes),
            }),
          },
        ]
      : []),
    {
      key: 'received',
      y: y(receivedBytes),
      word: say('box.flow.received', { size: sentFigure(receivedBytes) }),
    },
  ];
  const placed = placeLabels(names, size * 1.3, plot.top, plot.bottom);
  return (
    <>
      {names.map(({ key, word }) => (
        <text
          key={key}
          className={key}
          x={plot.xInside(endMs / 1000) + 9}
          y={(placed.get(key) ?? 0) + size / 3}
          fontSize={size}
          style={HALO}
        >
          {word}
        </text>
      ))}
    </>
  );
}
