/** A row of a series: `t` in seconds and one number under each key. */
export type Row<K extends string> = Record<'t' | K, number>;

export interface ThinOptions<K extends string> {
  keys: readonly K[];
  /** The drawn line may be this far from a dropped row, in the unit of the values (half a pixel, say). */
  tolerance: number;
  /** The most rows to keep; exact for one key and for keys that only grow. */
  limit: number;
  /** Length of the whole axis, seconds; buckets are cut from it so that they stay put as rows come in. */
  spanS: number;
}

/**
 * Fewer rows for the same line. Rows that lie on the line between their neighbours go first, so that
 * steps keep their corners; when that is not enough, every bucket of time keeps its least and most.
 * Both look only backwards, so what is drawn already does not move when a row is added.
 */
export function thin<K extends string, R extends Row<K>>(
  rows: readonly R[],
  options: ThinOptions<K>,
): R[] {
  const corners = dropCollinear(rows, options);
  return corners.length <= options.limit ? corners : keepExtremes(rows, options);
}

/** Swinging door: a row goes when the line past it stays within the tolerance, for every key. */
function dropCollinear<K extends string, R extends Row<K>>(
  rows: readonly R[],
  { keys, tolerance }: ThinOptions<K>,
): R[] {
  const first = rows[0];
  if (!first) return [];
  const kept = [first];
  const low = new Map<K, number>();
  const high = new Map<K, number>();
  let anchor = first;
  let end = first;
  const inside = (row: R): boolean =>
    keys.every((key) => {
      const slope = (row[key] - anchor[key]) / (row.t - anchor.t);
      return slope >= (low.get(key) ?? -Infinity) && slope <= (high.get(key) ?? Infinity);
    });
  for (const row of rows.slice(1)) {
    if (end !== anchor && (row.t <= anchor.t || !inside(row))) {
      kept.push(end);
      anchor = end;
      low.clear();
      high.clear();
    }
    for (const key of keys) {
      const run = Math.max(row.t - anchor.t, Number.EPSILON);
      const rise = row[key] - anchor[key];
      low.set(key, Math.max(low.get(key) ?? -Infinity, (rise - tolerance) / run));
      high.set(key, Math.min(high.get(key) ?? Infinity, (rise + tolerance) / run));
    }
    end = row;
  }
  if (end !== anchor) kept.push(end);
  return kept;
}

/** Two rows a bucket and key: the least and the most, in order; the last row always stays. */
function keepExtremes<K extends string, R extends Row<K>>(
  rows: readonly R[],
  { keys, limit, spanS }: ThinOptions<K>,
): R[] {
  const width = spanS / Math.max(1, Math.floor((limit - 4) / 2));
  const kept: R[] = [];
  let from = 0;
  while (from < rows.length) {
    const bucket = Math.floor((rows[from]?.t ?? 0) / width);
    let to = from + 1;
    while (to < rows.length && Math.floor((rows[to]?.t ?? 0) / width) === bucket) to += 1;
    const picked = new Set<number>();
    for (const key of keys) {
      let least = from;
      let most = from;
      for (let i = from; i < to; i += 1) {
        if (valueOf(rows, i, key) < valueOf(rows, least, key)) least = i;
        if (valueOf(rows, i, key) >= valueOf(rows, most, key)) most = i;
      }
      picked.add(least).add(most);
    }
    if (to === rows.length) picked.add(to - 1);
    for (const i of [...picked].sort((a, b) => a - b)) kept.push(rows[i] as R);
    from = to;
  }
  return kept;
}

const valueOf = <K extends string>(rows: readonly Row<K>[], i: number, key: K): number =>
  rows[i]?.[key] ?? NaN;
