/** The stretch of time that is shown, ms. */
export interface View {
  fromMs: number;
  toMs: number;
}

/** The narrowest view, ms. */
const MIN_MS = 2000;

/** A view `factor` times as wide around a moment; null for all of lengthMs. */
export function zoomed(
  view: View,
  lengthMs: number,
  factor: number,
  aroundMs: number,
): View | null {
  const width = Math.max(MIN_MS, (view.toMs - view.fromMs) * factor);
  if (width >= lengthMs) return null;
  const share = (aroundMs - view.fromMs) / (view.toMs - view.fromMs);
  return placed(aroundMs - share * width, width, lengthMs);
}

/** The view moved along by so much, inside of [0, lengthMs]. */
export function panned(view: View, lengthMs: number, byMs: number): View {
  return placed(view.fromMs + byMs, view.toMs - view.fromMs, lengthMs);
}

/** The view moved as little as shows a stretch, or its beginning when it is wider. */
export function showing(view: View, lengthMs: number, fromMs: number, toMs: number): View {
  if (fromMs < view.fromMs) return panned(view, lengthMs, fromMs - view.fromMs);
  if (toMs <= view.toMs) return view;
  return panned(view, lengthMs, Math.min(toMs - view.toMs, fromMs - view.fromMs));
}

function placed(fromMs: number, width: number, lengthMs: number): View {
  const from = Math.max(0, Math.min(lengthMs - width, fromMs));
  return { fromMs: from, toMs: from + width };
}

/** The stretch that is shown, ms. */
export const viewOf = (view: View | null, lengthMs: number): View =>
  view ?? { fromMs: 0, toMs: lengthMs };
