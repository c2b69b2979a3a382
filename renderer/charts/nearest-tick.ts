/** Which of a chart's moments lies nearest to the one pointed at in another chart, both in seconds. */
export function nearestTick(
  ticks: readonly { value: unknown }[],
  { activeLabel }: { activeLabel?: string | number | undefined },
): number {
  const wanted = Number(activeLabel);
  let best = 0;
  const off = (i: number): number => Math.abs(Number(ticks[i]?.value) - wanted);
  ticks.forEach((_, i) => {
    if (off(i) < off(best)) best = i;
  });
  return best;
}
