import { say } from '../words';
import { parseArgs } from 'node:util';
import { messageOf } from '../../model/message-of';

/** The text that a flag was given; undefined when it was not. */
export function textOf<F extends string>(values: FlagValues<F>, flag: F): string | undefined {
  const value = values[flag];
  return typeof value === 'string' ? value : undefined;
}

/**
 * What a flag's text means, by its parser; what the parser throws becomes a BadArgument that names the flag. Without a
 * text it is the fallback; a flag with a standard needs none.
 */
export function valueOf<F extends string, T>(
  values: FlagValues<F>,
  flag: F,
  parse: (text: string) => T,
): T;
export function valueOf<F extends string, T, E>(
  values: FlagValues<F>,
  flag: F,
  parse: (text: string) => T,
  fallback: E,
): T | E;
export function valueOf<F extends string, T, E>(
  values: FlagValues<F>,
  flag: F,
  parse: (text: string) => T,
  fallback?: E,
): T | E | undefined {
  const text = textOf(values, flag);
  if (text === undefined) return fallback;
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof BadArgument) throw error;
    const reason = messageOf(error);
    throw new BadArgument(say('cli.badValue', { flag, reason }));
  }
}

/** One of a flag's words; throws BadArgument for any other. */
export function choiceOf<F extends string, T extends string>(
  values: FlagValues<F>,
  flag: F,
  choices: readonly T[],
  fallback?: T,
): T {
  const value = values[flag] ?? fallback;
  const found = choices.find((each) => each === value);
  if (found === undefined) throw notAmong(flag, choices, String(value));
  return found;
}

/** The sentence for a value that is none of a flag's words. */
export function notAmong(flag: string, choices: readonly unknown[], value: string): BadArgument {
  return new BadArgument(say('cli.choice', { flag, choices: choices.join(', '), value }));
}

/** Exit codes of everything that is started with arguments, the contract that scripts rely on. */
export const EXIT = {
  done: 0,
  badArguments: 2,
  noMedia: 3,
  laneFailed: 4,
  checkFailed: 5,
} as const;

/** An argument that cannot be used; the message is the sentence for the user. */
export class BadArgument extends Error {
  override name = 'BadArgument';
}

/** A flag as `node:util` wants it, and as a help tells of it. */
export interface Flag {
  type: 'boolean' | 'string';
  /** The value that it takes: "FILE", "auto|bytes". */
  value?: string;
  /** What it is when it is not given, as it would be typed. */
  standard?: string;
}

/** The flags that a command understands. */
export type FlagTable<F extends string> = Readonly<Record<F, Flag>>;

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

/** The words of a command line, and for the flags that it leaves out those that hold then. */
export function withStandards<F extends string>(
  values: FlagValues<F>,
  table: FlagTable<F>,
): FlagValues<F> {
  const standards: FlagValues<F> = {};
  for (const flag of Object.keys(table) as F[]) {
    const { standard } = table[flag];
    if (standard !== undefined) standards[flag] = standard;
  }
  return { ...standards, ...values };
}

function needValue(flag: string, value: string | undefined): string {
  if (value === undefined || value === '' || value.startsWith('--')) {
    throw new BadArgument(say('cli.missingValue', { flag }));
  }
  return value;
}
