import { secondsWith } from '../model/figures';

/** Rows of cells as text for a terminal: the first column to the left, figures to the right. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}

/** A time in ms for such a table, in seconds with one decimal; none at all is "0". */
export function secondsCell(ms: number): string {
  return ms === 0 ? '0' : secondsWith(ms / 1000, 1);
}
