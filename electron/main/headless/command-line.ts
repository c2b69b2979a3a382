import { parseArgs } from 'node:util';
import type { HeadlessRequest } from '../../ipc/contract';
import { say } from '../../words';
import { FLAGS, type Flag } from './flags';
import { BadArgument, readSettings } from './settings-from-flags';

/** What a person asked for on the command line. */
export type CommandLine =
  | { kind: 'help' }
  | { kind: 'bad'; message: string }
  | { kind: 'window'; source: SourceRequest }
  | { kind: 'headless'; source: SourceRequest; request: HeadlessRequest; out: string };

/** The source to open first; a null path means the sample. */
export interface SourceRequest {
  path: string | null;
  as: 'auto' | 'bytes';
  sampleSeconds: 10 | 100;
  /** Bytes per second at which text and bytes are consumed. */
  consumeRate: number;
}

/** The words of a parsed command line, by flag. */
export type FlagValues = Partial<Record<Flag, string | boolean>>;

/** Reads the user's own arguments (see `userArguments`); never throws, a bad one becomes a sentence. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  try {
    const { values, file } = readFlags(args);
    if (values.help) return { kind: 'help' };
    const settings = readSettings(values);
    const source: SourceRequest = {
      path: file,
      as: choice(values, 'as', ['auto', 'bytes'], 'auto'),
      sampleSeconds: choice(values, 'sample-seconds', ['100', '10'], '100') === '10' ? 10 : 100,
      consumeRate: settings.request.settings.consumeRate,
    };
    if (values.headless) {
      return { kind: 'headless', source, request: settings.request, out: settings.out };
    }
    for (const flag of Object.keys(values) as Flag[]) {
      if ('headlessOnly' in FLAGS[flag]) throw new BadArgument(say('cli.onlyHeadless', { flag }));
    }
    return { kind: 'window', source };
  } catch (error) {
    if (error instanceof BadArgument) return { kind: 'bad', message: error.message };
    throw error;
  }
}

function readFlags(args: readonly string[]): { values: FlagValues; file: string | null } {
  const { tokens } = parseArgs({
    args: [...args],
    options: FLAGS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values: FlagValues = {};
  let file: string | null = null;
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (file !== null) throw new BadArgument(say('cli.oneFile', { argument: token.value }));
      file = token.value;
    } else if (token.kind === 'option') {
      if (!Object.hasOwn(FLAGS, token.name)) {
        throw new BadArgument(say('cli.unknown', { argument: token.rawName }));
      }
      const flag = token.name as Flag;
      values[flag] = FLAGS[flag].type === 'boolean' ? true : needValue(flag, token.value);
    }
  }
  const media = values.media;
  if (typeof media === 'string') {
    if (file !== null) throw new BadArgument(say('cli.oneFile', { argument: file }));
    file = media;
  }
  return { values, file };
}

function needValue(flag: Flag, value: string | undefined): string {
  if (value === undefined || value === '' || value.startsWith('--')) {
    throw new BadArgument(say('cli.missingValue', { flag }));
  }
  return value;
}

function choice<T extends string>(
  values: FlagValues,
  flag: Flag,
  choices: readonly T[],
  fallback: T,
): T {
  const value = values[flag] ?? fallback;
  const found = choices.find((each) => each === value);
  if (found === undefined) {
    throw new BadArgument(
      say('cli.choice', { flag, choices: choices.join(', '), value: String(value) }),
    );
  }
  return found;
}
