import { scaleLinear } from 'd3-scale';
import type { QueuedVideo } from '../../electron/ipc/video-queue-requests';
import { secondsFigure } from '../../model/figures';
import { stretchOf } from '../../model/video/foresee';
import { useChartSize } from '../charts/chart-panel';
import { HatchDefs, useHatchIds } from '../charts/outages';
import { say } from '../ui/words';

/** Heights, px: chapters, signs of captions, the band, its seconds. */
const CHAPTER = 11;
const SIGN = 26;
const BAND = { top: 46, height: 18 };
const AXIS = 80;
/** Room for the first and the last second's words. */
const PAD = 14;

/** Signs closer than this to the one before are not drawn, px. */
const APART = 15;

interface VideoTimelineProps {
  video: QueuedVideo;
  /** The moment of the run that has been drawn. */
  drawnMs: number;
  /** The moment whose picture is shown; null for none. */
  shownMs: number | null;
}

/** What the video shows when: chapters, captions and outages, and how far it is drawn. */
export function VideoTimeline(props: VideoTimelineProps) {
  const [room, size] = useChartSize();
  const { subject } = props.video;
  const words = say('videoExport.page.timeline', {
    chapters: subject.chapters.length,
    captions: subject.captionsMs.length,
    outages: subject.outages.length,
    length: secondsFigure(subject.lengthMs),
  });
  return (
    <div className="video-timeline" ref={room} role="img" aria-label={words}>
      {size && <Drawn {...props} width={size.width} />}
    </div>
  );
}

function Drawn({ video, drawnMs, shownMs, width }: VideoTimelineProps & { width: number }) {
  const ids = useHatchIds();
  const { subject, options } = video;
  const { fromMs, toMs } = stretchOf(options, subject.lengthMs);
  const x = scaleLinear([fromMs, Math.max(fromMs + 1, toMs)], [PAD, width - PAD]);
  const within = (tMs: number): boolean => tMs >= fromMs && tMs <= toMs;
  const kept = (tMs: number): number => Math.min(toMs, Math.max(fromMs, tMs));
  const outages = subject.outages.filter((down) => down.fromMs < toMs && down.toMs > fromMs);
  const band = { y: BAND.top, height: BAND.height };
  return (
    <svg width={width} height={AXIS + 6}>
      <HatchDefs ids={ids} />
      <rect {...band} x={x(fromMs)} width={x(toMs) - x(fromMs)} fill="var(--sunk)" />
      <rect {...band} x={x(fromMs)} width={x(kept(drawnMs)) - x(fromMs)} fill="var(--ink-2)" />
      {outages.map((down) => {
        const [from, to] = [x(kept(down.fromMs)), x(kept(down.toMs))];
        const box = { ...band, x: from, width: Math.max(1, to - from) };
        return (
          <g key={`${String(down.fromMs)} ${String(down.byHand)}`}>
            <rect {...box} fill="var(--surface)" />
            <rect
              {...box}
              fill={`url(#${down.byHand ? ids.byHand : ids.scheduled})`}
              stroke="var(--outage)"
            />
          </g>
        );
      })}
      <Chapters chapters={subject.chapters.filter(({ tMs }) => within(tMs))} x={x} />
      {apart(subject.captionsMs.filter(within), x).map((tMs) => (
        <path
          key={tMs}
          className="video-caption-sign"
          d="M1 1H13V10H7L4 13V10H1Z"
          transform={`translate(${x(tMs).toFixed(1)} ${String(SIGN)})`}
        />
      ))}
      <Axis x={x} fromMs={fromMs} toMs={toMs} />
      {shownMs !== null && (
        <g
          className="video-playhead"
          transform={`translate(${x(kept(shownMs)).toFixed(1)} ${String(BAND.top + BAND.height / 2)})`}
        >
          <path d="M0 -13V13" />
          <circle r={6.5} />
        </g>
      )}
    </svg>
  );
}

type Scale = (tMs: number) => number;

/** The names of chapters, as far as they have room before the next. */
function Chapters({ chapters, x }: { chapters: { tMs: number; name: string }[]; x: Scale }) {
  return chapters.map(({ tMs, name }, i) => {
    const next = chapters[i + 1];
    const room = next ? x(next.tMs) - x(tMs) - 12 : Infinity;
    const most = Math.floor(room / 7);
    const short = name.length <= most ? name : `${name.slice(0, Math.max(0, most - 1))}…`;
    return (
      <g key={tMs} transform={`translate(${x(tMs).toFixed(1)} 0)`}>
        <path className="video-chapter" d={`M0 0V${String(BAND.top)}`} />
        {most > 1 && (
          <text x={7} y={CHAPTER}>
            <title>{name}</title>
            {short}
          </text>
        )}
      </g>
    );
  });
}

/** Times that have room beside one another. */
function apart(times: readonly number[], x: Scale): number[] {
  const drawn: number[] = [];
  for (const tMs of times) {
    const before = drawn.at(-1);
    if (before === undefined || x(tMs) - x(before) >= APART) drawn.push(tMs);
  }
  return drawn;
}

function Axis({ x, fromMs, toMs }: { x: Scale; fromMs: number; toMs: number }) {
  const ticks = scaleLinear([fromMs / 1000, toMs / 1000], [0, 1]).ticks(7);
  return (
    <g textAnchor="middle" className="video-ticks">
      {ticks.map((seconds, i) => (
        <text key={seconds} x={x(seconds * 1000)} y={AXIS}>
          {i === ticks.length - 1 ? `${String(seconds)} s` : seconds}
        </text>
      ))}
    </g>
  );
}
