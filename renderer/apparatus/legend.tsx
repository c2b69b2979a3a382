import { useApparatus } from './apparatus';
import { pictureOf, type LegendWords } from './kind-picture';

/** What one tile is worth, in bytes and, where the two keep step, in seconds. */
export function Legend() {
  const [view] = useApparatus().views;
  const words = view?.known === true ? pictureOf(view).legend(view) : NO_WORDS;
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

const NO_WORDS: LegendWords = { tile: '', chunk: '' };
