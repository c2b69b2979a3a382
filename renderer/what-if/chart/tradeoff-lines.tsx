import { Area, Line } from 'recharts';

interface TradeoffLinesProps {
  /** Of a sweep before, while the newest is not complete. */
  dimmed?: boolean;
}

const STILL = { isAnimationActive: false, dot: false, activeDot: false } as const;

/** Mean lines over bands from least to most, of both prices. Called, not mounted: recharts looks for its own parts. */
export function tradeoffLines({ dimmed = false }: TradeoffLinesProps = {}) {
  const part = dimmed ? 'dimmed' : 'now';
  const [line, band] = dimmed ? [0.35, 0.06] : [1, 0.16];
  return [
    <Area
      key={`${part} delay band`}
      {...STILL}
      dataKey="delayBand"
      stroke="none"
      fill="var(--buffer)"
      fillOpacity={band}
      zIndex={0}
    />,
    <Area
      key={`${part} stall band`}
      {...STILL}
      dataKey="stallBand"
      stroke="none"
      fill="var(--stalled)"
      fillOpacity={band}
      zIndex={0}
    />,
    <Line
      key={`${part} delay`}
      {...STILL}
      dataKey="delay"
      stroke="var(--buffer)"
      strokeWidth={3}
      strokeOpacity={line}
      zIndex={0}
    />,
    <Line
      key={`${part} stall`}
      {...STILL}
      dataKey="stall"
      stroke="var(--stalled)"
      strokeWidth={3}
      strokeOpacity={line}
      zIndex={0}
    />,
  ];
}
