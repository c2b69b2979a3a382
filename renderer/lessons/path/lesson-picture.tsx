import type { ReactNode } from 'react';
import type { LessonPicture } from '../../../model/lesson/schema';
import { HatchDefs, useHatchIds } from '../../charts/outages';

/** What a lesson is about, in the marks of the apparatus. */
export function Picture({ picture }: { picture: LessonPicture }) {
  const ids = useHatchIds();
  return (
    <svg className="lesson-picture" viewBox="0 0 132 76" aria-hidden="true">
      <HatchDefs ids={ids} />
      {picture === 'reserve' ? <Reserve hatch={ids.scheduled} /> : DRAWN[picture]}
    </svg>
  );
}

interface TilesProps {
  x: number;
  bottom: number;
  count: number;
  columns: number;
  hue: string;
  side: number;
}

function Tiles({ x, bottom, count, columns, hue, side }: TilesProps) {
  return Array.from({ length: count }, (_, i) => (
    <rect
      key={i}
      x={x + (i % columns) * side + 0.5}
      y={bottom - (Math.floor(i / columns) + 1) * side + 0.5}
      width={side - 1}
      height={side - 1}
      fill={`var(--${hue})`}
    />
  ));
}

function Glass({ x, bottom, width }: { x: number; bottom: number; width: number }) {
  const d = `M${String(x - 1)} ${String(bottom - 60)}V${String(bottom + 1)}H${String(x + width + 1)}V${String(bottom - 60)}`;
  return <path d={d} fill="none" stroke="var(--glass)" strokeWidth="2" />;
}

function Tube({ x, y, width }: { x: number; y: number; width: number }) {
  const [left, right] = [String(x), String(x + width)];
  const d = `M${left} ${String(y - 9)}H${right}M${left} ${String(y + 9)}H${right}M${String(x - 1)} ${String(y - 13)}v26M${String(x + width + 1)} ${String(y - 13)}v26`;
  return <path d={d} fill="none" stroke="var(--glass)" strokeWidth="2" />;
}

/** A picture of a feed; its colours are those of the sample in both themes. */
function Sea({ x, y, boat }: { x: number; y: number; boat: number }) {
  const sail = `M${String(x + boat)} ${String(y + 26.4)}v-14.4l8.3 14.4z`;
  const hull = `M${String(x + boat - 5)} ${String(y + 26.4)}h15.4l-3.8 4h-8.3z`;
  return (
    <>
      <rect x={x - 1} y={y - 1} width="66" height="42" fill="var(--surface)" />
      <rect x={x} y={y} width="64" height="40" fill="#a9cfe0" />
      <rect x={x} y={y + 24.8} width="64" height="15.2" fill="#2a6f92" />
      <path d={sail} fill="#fffaf0" />
      <path d={hull} fill="#24323b" />
    </>
  );
}

function Reserve({ hatch }: { hatch: string }) {
  return (
    <>
      <path d="M2 70H124" stroke="var(--line-strong)" />
      <rect x="56" y="10" width="28" height="60" fill={`url(#${hatch})`} />
      <g fill="none" strokeWidth="3">
        <path d="M2 70L28 28 56 24 84 52 124 38" stroke="var(--buffer)" />
        <path d="M2 70L10 62 56 55 70 70H84L92 62 124 54" stroke="var(--stream)" />
      </g>
      <rect x="70" y="67" width="14" height="6" fill="var(--stalled)" />
    </>
  );
}

const DRAWN: Record<Exclude<LessonPicture, 'reserve'>, ReactNode> = {
  buffer: (
    <>
      <Tiles x={4} bottom={70} count={22} columns={6} hue="buffer" side={7} />
      <Glass x={4} bottom={70} width={42} />
    </>
  ),
  stream: (
    <>
      <Tube x={4} y={38} width={112} />
      {[16, 40, 64, 88].map((x) => (
        <rect key={x} x={x} y="33" width="11" height="11" fill="var(--stream)" />
      ))}
    </>
  ),
  memory: (
    <>
      <Tiles x={4} bottom={70} count={100} columns={10} hue="full" side={5.4} />
      <Glass x={4} bottom={70} width={54} />
      <Tiles x={72} bottom={70} count={1} columns={10} hue="stream" side={5.4} />
      <Glass x={72} bottom={70} width={54} />
    </>
  ),
  chunks: (
    <g fill="var(--stream)">
      {[4, 31].map((x) => (
        <rect key={x} x={x} y="14" width="24" height="24" />
      ))}
      {Array.from({ length: 18 }, (_, i) => (
        <rect key={i} x={4 + i * 6} y="54" width="4.5" height="8" />
      ))}
    </g>
  ),
  backpressure: (
    <>
      <Tube x={6} y={40} width={58} />
      <rect x="10" y="35" width="11" height="11" fill="var(--buffer)" />
      <path d="M76 30v20" stroke="var(--ink)" strokeWidth="4" />
      <Tiles x={92} bottom={70} count={16} columns={2} hue="buffer" side={7.4} />
      <Glass x={92} bottom={70} width={15} />
    </>
  ),
  http: (
    <>
      <g fill="none" stroke="var(--glass)" strokeWidth="2">
        <rect x="4" y="8" width="46" height="60" />
        <rect x="70" y="8" width="46" height="60" />
      </g>
      <rect x="10" y="14" width="34" height="48" fill="var(--full)" />
      {[0, 1, 2, 3].map((i) => (
        <rect
          key={i}
          x="76"
          y={14 + i * 12.7}
          width="34"
          height="9.5"
          fill="var(--stream)"
          opacity={i > 1 ? 0.3 : 1}
        />
      ))}
    </>
  ),
  pictures: (
    <>
      <Sea x={3} y={4} boat={14} />
      <Sea x={30} y={18} boat={26} />
      <Sea x={54} y={32} boat={38} />
    </>
  ),
  seats: (
    <>
      <rect x="3" y="20" width="46" height="38" fill="var(--stream-wash)" />
      <rect x="3" y="20" width="46" height="5" fill="var(--stream)" />
      <rect x="14" y="32" width="24" height="18" fill="var(--stream)" />
      <path d="M64 30v18" stroke="var(--ink)" strokeWidth="4" />
      {[82, 100, 118].map((x) => (
        <circle
          key={x}
          cx={x}
          cy="39"
          r="6.5"
          fill="none"
          stroke="var(--waiting)"
          strokeWidth="2.5"
          strokeDasharray="3 2.5"
        />
      ))}
    </>
  ),
};
