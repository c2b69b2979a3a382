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

const STEPS_S = [0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400];

/** Ticks of a view, seconds, at most `most` and on round numbers. */
export function viewTicks({ fromMs, toMs }: View, most: number): number[] {
  const step = STEPS_S.find((each) => (toMs - fromMs) / 1000 / each <= most) ?? 21_600;
  const ticks: number[] = [];
  for (let i = Math.ceil(fromMs / 1000 / step); i * step <= toMs / 1000 + 1e-9; i += 1) {
    ticks.push(Number((i * step).toPrecision(12)));
  }
  return ticks;
}

/** The stretch that is shown, ms. */
export const viewOf = (view: View | null, lengthMs: number): View =>
  view ?? { fromMs: 0, toMs: lengthMs };
