import { parseArgs } from 'node:util';
import { say } from '../words';
import { BadArgument } from './bad-argument';

/** The flags that a command understands, as `node:util` wants them. */
export type FlagTable<F extends string> = Readonly<Record<F, { type: 'boolean' | 'string' }>>;

/** The words of a parsed command line, by flag. */
export type FlagValues<F extends string = string> = Partial<Record<F, string | boolean>>;

/** Reads arguments by a table; throws BadArgument for an unknown flag or one whose value is missing. */
export function readFlags<F extends string>(
  args: readonly string[],
  table: FlagTable<F>,
): { values: FlagValues<F>; positionals: string[] } {
  const { tokens } = parseArgs({
    args: [...args],
    options: table,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values: FlagValues<F> = {};
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    else if (token.kind === 'option') {
      if (!Object.hasOwn(table, token.name)) {
        throw new BadArgument(say('cli.unknown', { argument: token.rawName }));
      }
      const flag = token.name as F;
      values[flag] = table[flag].type === 'boolean' ? true : needValue(flag, token.value);
    }
  }
  return { values, positionals };
}

function needValue(flag: string, value: string | undefined): string {
  if (value === undefined || value === '' || value.startsWith('--')) {
    throw new BadArgument(say('cli.missingValue', { flag }));
  }
  return value;
}
