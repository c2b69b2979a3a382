import { say } from '../words';
import type { FlagTable } from './flag-value';

/** Columns of a help before what its flags are for. */
const INDENT = 2;
const GAP = 2;

/**
 * The part of a help that lists the flags of a table: each with the value that it takes and what holds without it as
 * the table has them, and with what it is for from the words `<words>.flags.<flag>`, of one or several lines.
 */
export function flagLines(table: FlagTable<string>, words: string): string {
  const heads = Object.entries(table).map(([flag, { value, standard }]) => ({
    head: `--${flag}${value === undefined ? '' : ` ${value}`}`,
    about: say(`${words}.flags.${flag}`) + (standard === undefined ? '' : ` (${standard})`),
  }));
  const width = INDENT + Math.max(...heads.map(({ head }) => head.length)) + GAP;
  const lines = heads.map(({ head, about }) => {
    const [first, ...more] = about.split('\n');
    return [
      (' '.repeat(INDENT) + head).padEnd(width) + first,
      ...more.map((line) => ' '.repeat(width) + line),
    ];
  });
  return lines.flat().join('\n');
}
