import { tickWord } from '../charts/axes';
import { say } from '../ui/words';
import type { PlotScale } from './plot-scale';
import { viewTicks } from './view';

interface PlotFrameProps {
  scale: PlotScale;
  /** Size of the words, px. */
  words: number;
}

/** The axes: MB/s upwards, seconds along. */
export function PlotFrame({ scale, words }: PlotFrameProps) {
  const { view, value, left, right, bottom, x, y } = scale;
  const ticks = viewTicks(view, Math.max(3, Math.floor((right - left) / 80)));
  return (
    <g fontSize={words}>
      {value.ticks.map((tick) => (
        <g key={tick}>
          <path
            d={`M${String(left)} ${String(y(tick * 1e6))}H${String(right)}`}
            stroke={tick === 0 ? 'var(--line-strong)' : 'var(--line)'}
          />
          <text x={left - 8} y={y(tick * 1e6) + 4} textAnchor="end">
            {tickWord(tick)}
          </text>
        </g>
      ))}
      <text x={left - 8} y={14} textAnchor="end">
        {say('linkEditor.rateUnit')}
      </text>
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${String(x(tick * 1000))} ${String(bottom)}v5`} stroke="var(--line-strong)" />
          <text x={x(tick * 1000)} y={bottom + words + 8} textAnchor="middle">
            {tick === ticks.at(-1) ? `${tickWord(tick)} s` : tickWord(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}
