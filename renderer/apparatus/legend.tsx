import { useTranslation } from 'react-i18next';
import { chosenSize } from './size-unit';
import type { LaneView } from './lane-view';
import { useApparatus } from './apparatus';

/** What one tile is worth, in bytes and, where the two keep step, in seconds. */
export function Legend() {
  const { t } = useTranslation();
  const [view] = useApparatus().views;
  const words = view?.known === true ? legendWords(view, t) : NO_WORDS;
  return (
    <span className="chip legend" title={words.tile + words.chunk}>
      <svg width="13" height="13" viewBox="0 0 13 13" aria-hidden="true">
        <rect x=".5" y=".5" width="12" height="12" fill="var(--ink-2)" />
      </svg>
      <span>
        {words.tile}
        <span className="legend-chunk">{words.chunk}</span>
      </span>
    </span>
  );
}

/** What a tile is worth, and the chunk when it is another size; the chunk gives way in a narrow window. */
interface LegendWords {
  tile: string;
  chunk: string;
}

const NO_WORDS: LegendWords = { tile: '', chunk: '' };

function legendWords(
  { scale, rules, showing, live }: LaneView,
  t: (key: string, gaps: Record<string, string>) => string,
): LegendWords {
  const seconds = round(scale.tileSeconds);
  const what = t(`lanes.legend.what.${showing}`, {});
  const tile = t('lanes.legend.tile', { tile: chosenSize(scale.tileBytes) });
  // A camera takes fewer bytes while little moves before it; the bar above it has little room for words.
  if (live) {
    return { tile, chunk: t('lanes.legend.about', { seconds, what }) };
  }
  const worth = t(`lanes.legend.${scale.steady ? 'seconds' : 'about'}`, { seconds, what });
  const words = scale.steady ? `${tile} ${worth}` : `${tile}${worth}`;
  if (rules.chunkBytes === scale.tileBytes) return { tile: words, chunk: '' };
  const chunk = t('lanes.legend.chunk', { chunk: chosenSize(rules.chunkBytes) });
  return { tile: words, chunk: `; ${chunk}` };
}

function round(seconds: number): string {
  return String(Number(seconds.toFixed(seconds < 1 ? 2 : 1)));
}
