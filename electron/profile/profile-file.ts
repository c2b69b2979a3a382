import { readFileSync, statSync } from 'node:fs';
import { readProfile } from '../../model/profile/read';
import { MAX_PROFILE_CHARS, type Profile, type ProfileProblem } from '../../model/profile/schema';
import { EXIT } from '../flags/flag-value';
import { hasWord, say } from '../words';

/** Reads the profile of a file. Throws BadProfile. */
export type ReadProfileFile = (file: string) => Profile;

/** A profile that cannot be used; the message has a line for each of its mistakes. */
export class BadProfile extends Error {
  override name = 'BadProfile';

  constructor(
    lines: readonly string[],
    /** That of a bad argument for a file with mistakes, that of missing media for one that cannot be read. */
    readonly exitCode: number,
  ) {
    super(lines.join('\n'));
  }
}

/** Reads a teacher's profile. Throws BadProfile with a line for each mistake, as compilers write it. */
export const readProfileFile: ReadProfileFile = (file) => {
  const result = readProfile(textOf(file));
  if (result.ok) return result.profile;
  const lines = result.problems.map((problem) => {
    const { line, column } = problem;
    return say('scenario.at', { file, line, column, sentence: sentenceOf(problem) });
  });
  throw new BadProfile(lines, EXIT.badArguments);
};

function sentenceOf({ code, params }: ProfileProblem): string {
  const { expected, ...gaps } = params;
  const own = `profile.expected.${expected ?? ''}`;
  const key = hasWord(own) ? own : `scenario.expected.${expected ?? ''}`;
  const all = { ...gaps, ...(expected && { expected: say(key) }) };
  const sentence = `profile.problems.${code}`;
  return say(hasWord(sentence) ? sentence : `scenario.problems.${code}`, all);
}

function textOf(file: string): string {
  const refused = (code: string, gaps: Record<string, string | number> = {}): BadProfile =>
    new BadProfile([say(`profile.refused.${code}`, { file, ...gaps })], EXIT.noMedia);
  try {
    const facts = statSync(file);
    // A pipe of that name would be waited for without end.
    if (!facts.isFile()) throw refused('noFile');
    if (facts.size > 4 * MAX_PROFILE_CHARS) {
      throw refused('tooLarge', { most: (4 * MAX_PROFILE_CHARS) / 1000 });
    }
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof BadProfile) throw error;
    throw refused('unreadable', { code: (error as NodeJS.ErrnoException).code ?? '' });
  }
}
