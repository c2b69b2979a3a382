import type { Mark, StageChange, StageStation } from './marks';

/** What the marks of a run have made of its picture. */
export interface Stage {
  /** All but this is dimmed; null dims nothing. */
  highlight: NonNullable<StageChange['highlight']> | null;
  /** This station of every lane has the room of all; null shows every station. */
  zoom: StageStation | null;
  /** The prediction is shown, or hidden; null leaves it to the person. */
  prediction: boolean | null;
}

/** What the picture shows at a moment, ms: every change of the marks up to it, the newest of each. Marks ascend. */
export function stageAt(marks: readonly Mark[], tMs: number): Stage {
  const stage: Stage = { highlight: null, zoom: null, prediction: null };
  for (const { tMs: atMs, stage: change } of marks) {
    if (atMs > tMs) break;
    if (change?.highlight !== undefined) stage.highlight = change.highlight;
    if (change?.zoom !== undefined) stage.zoom = change.zoom;
    if (change?.prediction !== undefined) stage.prediction = change.prediction;
  }
  return stage;
}

/** The caption that a scenario says at a moment, ms; null where the rules speak for themselves. */
export function scenarioCaptionAt(marks: readonly Mark[], tMs: number): Mark['text'] | null {
  const said = marks.findLast(
    ({ kind, from, tMs: atMs }) => kind === 'caption' && from === 'scenario' && atMs <= tMs,
  );
  return said && tMs < (said.toMs ?? Infinity) ? said.text : null;
}
