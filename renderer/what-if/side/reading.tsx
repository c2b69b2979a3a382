import { useLayoutEffect, useRef } from 'react';
import { secondsFigure } from '../../../model/figures';
import { Gauge, PITCH, gaugeRenderer } from '../../apparatus/tank';
import { ROWS, roundSize } from '../../apparatus/tile-scale';
import { chosenSize, unitOf } from '../../apparatus/size-unit';
import { say } from '../../ui/words';
import { smoothWord, spreadWord } from '../state/axis-words';
import type { Picture } from '../state/use-picture';

/** The chosen value read off: its prefetch as a tube, and beside it what it costs. */
export function Reading({ picture: { setup, at } }: { picture: Picture }) {
  const broken = at?.problem ?? null;
  const stallMs = at && !broken ? at.stallTotalMs.mean : null;
  return (
    <div className="reading">
      <Tube
        bytes={setup.scenario.settings.prefetchBytes}
        mostBytes={setup.range.to}
        setup={setup}
      />
      {broken ? (
        <p className="reading-broken">
          <b>{say('whatIf.gap')}</b> {say(`whatIf.gapReason.${broken}`)}
        </p>
      ) : (
        <dl>
          <dt>{say('whatIf.startupDelay')}</dt>
          <dd className="delay" data-part="delay">
            {at ? spreadWord(at.startupDelayMs) : say('whatIf.notYet')}
          </dd>
          <dt>{say('whatIf.stallTime')}</dt>
          <dd className={stallMs !== null && stallMs >= 50 ? 'bad' : ''} data-part="stall">
            {stallMs === null ? say('whatIf.notYet') : secondsFigure(stallMs)}
          </dd>
          <dt>{say('whatIf.smoothRuns')}</dt>
          <dd data-part="smooth">{at ? smoothWord(at) : say('whatIf.notYet')}</dd>
        </dl>
      )}
    </div>
  );
}

const COLS = 2;
const TILES = COLS * ROWS;

interface TubeProps {
  bytes: number;
  /** Where the axis ends, when it is one of sizes. */
  mostBytes: number;
  setup: Picture['setup'];
}

/** The prefetch in a tube of twenty tiles, with its ruler. */
function Tube({ bytes, mostBytes, setup: { range, source } }: TubeProps) {
  const box = useRef<HTMLDivElement>(null);
  const most = Math.max(bytes, range.axis === 'prefetch' ? mostBytes : source.bytes / 5);
  const tileBytes = roundSize(most / TILES / 1.001);
  const label = chosenSize(bytes);
  const unit = unitOf(tileBytes * TILES);
  useLayoutEffect(() => {
    const svg = box.current?.querySelector('svg');
    if (!svg) return;
    gaugeRenderer(svg, { cols: COLS })(bytes / tileBytes);
    svg.setAttribute('aria-label', `${say('whatIf.axis.prefetch')}: ${label}`);
    svg.setAttribute('viewBox', `-2 -7 ${String(COLS * PITCH + 36)} ${String(ROWS * PITCH + 12)}`);
  }, [bytes, tileBytes, label]);
  const tall = ROWS * PITCH;
  return (
    <div className="reading-tube" data-lane="buffer" ref={box}>
      <Gauge shape="tube" cols={COLS} room={TILES}>
        {[0, ROWS / 2, ROWS].map((rows) => (
          <g key={rows}>
            <path
              d={`M${String(COLS * PITCH + 1)} ${String(tall - rows * PITCH)}h5`}
              stroke="var(--glass)"
              strokeWidth="1.5"
            />
            <text x={COLS * PITCH + 9} y={tall - rows * PITCH + 4}>
              {String(Number(((rows * COLS * tileBytes) / unit.bytes).toPrecision(3)))}
            </text>
          </g>
        ))}
      </Gauge>
    </div>
  );
}
