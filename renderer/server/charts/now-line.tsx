import { px, type Plot } from '../../charts/plot';

/** The present, through everything above the time axis. */
export function NowLine({ plot: { xInside, bottom }, nowMs }: { plot: Plot; nowMs: number }) {
  return <path d={`M${px(xInside(nowMs / 1000))} 0V${px(bottom + 3)}`} stroke="var(--ink)" />;
}
