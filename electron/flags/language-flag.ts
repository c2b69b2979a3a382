import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  firstLanguage,
  isLanguage,
  LANGUAGE_CHOICES,
  PSEUDO,
  type SpokenLanguage,
} from '../../model/language';
import { notAmong } from './flag-value';

const FLAG = '--language';

/** Arguments without `--language`, and what it says; it holds for every command, and for the sentences about the others. */
export interface LanguageArgument {
  args: string[];
  /** Null where the arguments say nothing of it, or that it is the system's. */
  language: SpokenLanguage | null;
  /** True where nothing but the system is to be asked. */
  system: boolean;
  /** The sentence for a value that it does not take, in the language that is spoken then. */
  problem: (() => string) | null;
}

/** Takes `--language VALUE` and `--language=VALUE` out of arguments; the last one counts. */
export function takeLanguage(args: readonly string[]): LanguageArgument {
  const own: string[] = [];
  let value: string | undefined;
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? '';
    if (word === FLAG) value = args[++i] ?? '';
    else if (word.startsWith(`${FLAG}=`)) value = word.slice(FLAG.length + 1);
    else own.push(word);
  }
  const language = isLanguage(value) || value === PSEUDO ? value : null;
  const system = value === 'system';
  const bad = value !== undefined && language === null && !system;
  const problem = bad
    ? (): string => notAmong('language', LANGUAGE_CHOICES, value ?? '').message
    : null;
  return { args: own, language, system, problem };
}

/**
 * The language of a start: what its arguments say, else what this user has chosen in the window, else the first of the
 * system's, as tags, that there are words in. `folder` holds the preferences, of which only this is read here.
 */
export function startLanguage(
  { language, system }: Pick<LanguageArgument, 'language' | 'system'>,
  folder: string,
  systemTags: () => readonly string[],
): SpokenLanguage {
  const chosen = system ? null : (language ?? chosenLanguage(folder));
  return chosen ?? firstLanguage(systemTags());
}

/** What is chosen in the preferences of a folder; null for the system's, and where nothing can be read. */
function chosenLanguage(folder: string): SpokenLanguage | null {
  try {
    const kept = JSON.parse(readFileSync(join(folder, PREFERENCES), 'utf8')) as unknown;
    const choice = kept && typeof kept === 'object' && 'language' in kept ? kept.language : null;
    return isLanguage(choice) ? choice : null;
  } catch {
    return null;
  }
}

/** The file of a user's preferences in the folder of what is theirs. */
export const PREFERENCES = 'preferences.json';

/** The languages of a terminal, the first that is set of what POSIX asks for, else what the system's own rules are. */
export function terminalLanguages(env = process.env): string[] {
  const named = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find(Boolean);
  const listed = named && !/^(C|POSIX)\b/.test(named) ? (env.LANGUAGE ?? '').split(':') : [];
  const own = named ?? Intl.DateTimeFormat().resolvedOptions().locale;
  return [...listed, own].filter(Boolean);
}
