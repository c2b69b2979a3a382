/** Keeps words readable where a line runs behind them; written on the element, so that the report has it too. */
export const HALO = {
  paintOrder: 'stroke',
  stroke: 'var(--surface)',
  strokeWidth: 4.5,
  strokeLinejoin: 'round',
} as const;

/** A label that wants to stand at height y (px, its middle); `key` tells which it is. */
export interface LabelPosition {
  key: string;
  y: number;
}

/** A run of labels that touch each other, moved as one. */
interface Cluster {
  /** Sum of the offsets that each member would like for the first member. */
  wish: number;
  keys: string[];
}

/**
 * Moves labels apart so that their middles are at least `gap` px from each other, in the order of
 * their wishes, inside [top, bottom], with the least total (squared) displacement.
 */
export function placeLabels(
  wishes: readonly LabelPosition[],
  gap: number,
  top: number,
  bottom: number,
): Map<string, number> {
  const first = (cluster: Cluster): number => {
    const size = (cluster.keys.length - 1) * gap;
    return Math.max(top, Math.min(cluster.wish / cluster.keys.length, bottom - size));
  };
  const clusters: Cluster[] = [];
  for (const { key, y } of [...wishes].sort((a, b) => a.y - b.y)) {
    let last: Cluster = { wish: y, keys: [key] };
    for (let above = clusters.at(-1); above; above = clusters.at(-1)) {
      const room = above.keys.length * gap;
      if (first(above) + room <= first(last)) break;
      clusters.pop();
      last = {
        wish: above.wish + last.wish - last.keys.length * room,
        keys: [...above.keys, ...last.keys],
      };
    }
    clusters.push(last);
  }
  return new Map(
    clusters.flatMap((c) => c.keys.map((key, i): [string, number] => [key, first(c) + i * gap])),
  );
}
