/** What was, what is, and what was taken back; nothing in it changes. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** The gesture that made the present: all of one drag, or of one held key, is one step back. */
  readonly gesture: symbol | null;
}

/** A history that begins with `present`. */
export const beginHistory = <T>(present: T): History<T> => ({
  past: [],
  present,
  future: [],
  gesture: null,
});

/** The history with a new present; another one of the same gesture takes the place of the last. */
export function record<T>(history: History<T>, present: T, gesture: symbol): History<T> {
  if (present === history.present) return history;
  const goesOn = history.gesture === gesture;
  const before = history.past.at(-1);
  // A drag that comes back to where it began has done nothing.
  if (goesOn && present === before)
    return { past: history.past.slice(0, -1), present, future: [], gesture: null };
  const past = goesOn ? history.past : [...history.past, history.present];
  return { past, present, future: [], gesture };
}

/** One step back; the same history at its beginning. */
export function undo<T>({ past, present, future, ...rest }: History<T>): History<T> {
  const before = past.at(-1);
  return before === undefined
    ? { past, present, future, ...rest }
    : { past: past.slice(0, -1), present: before, future: [present, ...future], gesture: null };
}

/** One step forward again; the same history at its end. */
export function redo<T>({ past, present, future, ...rest }: History<T>): History<T> {
  const [next, ...later] = future;
  return next === undefined
    ? { past, present, future, ...rest }
    : { past: [...past, present], present: next, future: later, gesture: null };
}
