import type { Stage } from '../../model/run/stage-at';
import type { StageStation } from '../../model/run/marks';

/** A highlight that a hand has set. */
export interface HandHighlight {
  /** All but this station is dimmed; null dims nothing. */
  station: StageStation | null;
  /** What the run's marks had highlighted when it was set. */
  over: Stage['highlight'];
}

/** What is highlighted: what the hand says, until the run's marks say something new. */
export function highlightOf(
  marked: Stage['highlight'],
  hand: HandHighlight | null,
): Stage['highlight'] {
  if (!hand || JSON.stringify(hand.over) !== JSON.stringify(marked)) return marked;
  return hand.station && { station: hand.station };
}
