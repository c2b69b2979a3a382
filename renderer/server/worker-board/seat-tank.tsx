import { useLayoutEffect, useRef } from 'react';
import { gaugeRenderer, Gauge } from '../../apparatus/tank';

interface SeatTankProps {
  /** Tiles that are filled, may be fractional. */
  tiles: number;
  /** Tiles that may ever be filled. */
  room: number;
  /** What it says, for those who hear it. */
  label: string;
}

/** A tank of ten by ten tiles at the level that the server told. */
export function SeatTank({ tiles, room, label }: SeatTankProps) {
  const ref = useRef<HTMLDivElement>(null);
  const paint = useRef<((tiles: number) => void) | null>(null);
  useLayoutEffect(() => {
    const svg = ref.current?.querySelector('svg');
    if (!svg) return;
    svg.setAttribute('aria-label', label);
    paint.current ??= gaugeRenderer(svg, { cols: 10 });
    paint.current(tiles);
  });
  return (
    <div ref={ref}>
      <Gauge shape="tank" room={room} />
    </div>
  );
}
