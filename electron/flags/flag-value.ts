import { say } from '../words';
import { BadArgument } from './bad-argument';
import type { FlagValues } from './read-flags';

/** The text that a flag was given; undefined when it was not. */
export function textOf<F extends string>(values: FlagValues<F>, flag: F): string | undefined {
  const value = values[flag];
  return typeof value === 'string' ? value : undefined;
}

/** What a flag's text means, by its parser; what the parser throws becomes a BadArgument that names the flag. */
export function valueOf<F extends string, T, E>(
  values: FlagValues<F>,
  flag: F,
  parse: (text: string) => T,
  fallback: E,
): T | E {
  const text = textOf(values, flag);
  if (text === undefined) return fallback;
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof BadArgument) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new BadArgument(say('cli.badValue', { flag, reason }));
  }
}

/** One of a flag's words; throws BadArgument for any other. */
export function choiceOf<F extends string, T extends string>(
  values: FlagValues<F>,
  flag: F,
  choices: readonly T[],
  fallback: T,
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
