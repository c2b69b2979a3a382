/** A screen as the system has it. */
export interface Display {
  id: number;
}

/** Where the stage and its notes stand, by the ids of their screens. */
export interface Placement {
  stage: number;
  /** Null with one screen: the notes are then on a key. */
  notes: number | null;
}

/**
 * Where stage and notes belong. The notes stay on the screen where presenting began, before whoever speaks, and the stage
 * goes to another; `swapped`, the other way round. A screen that was pulled out is none: what is left takes the stage.
 */
export function placementOf(
  displays: readonly Display[],
  began: number,
  swapped: boolean,
): Placement | null {
  const home = displays.find(({ id }) => id === began) ?? displays[0];
  if (!home) return null;
  const other = displays.find(({ id }) => id !== home.id);
  if (!other) return { stage: home.id, notes: null };
  return swapped ? { stage: home.id, notes: other.id } : { stage: other.id, notes: home.id };
}
