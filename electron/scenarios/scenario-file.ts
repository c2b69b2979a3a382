import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { namedIn } from '../../model/link/spec/spec-options';
import type { CurveOf } from '../../model/link/types';
import { MAX_SCENARIO_CHARS } from '../../model/scenario/schema';
import { readScenario } from '../../model/scenario/read';
import type { Scenario } from '../../model/scenario/types';
import type { FileProblem } from '../ipc/scenario-requests';
import { say } from '../words';
import { problemLine, problemSentence } from './problem-words';

/** Bytes of the longest text in UTF-8. */
const MAX_BYTES = 4 * MAX_SCENARIO_CHARS;

/** What comes of a scenario file. A file that cannot be read has no problems, and one sentence. */
export type ScenarioFileResult =
  | { ok: true; file: string; scenario: Scenario }
  | { ok: false; file: string; problems: FileProblem[]; lines: string[] };

/**
 * Reads a scenario; never throws. The media file and the trace that it names count from its own folder, and are then
 * absolute. `file` is the path as it was given.
 */
export function readScenarioFile(file: string, curveOf: CurveOf): ScenarioFileResult {
  const folder = dirname(resolve(file));
  const text = textOf(file);
  if ('refused' in text) return { ok: false, file, problems: [], lines: [text.refused] };
  const result = readScenario(text.text, (kind, name) =>
    curveOf(kind, kind === 'trace' ? resolve(folder, name) : name),
  );
  if (!result.ok) {
    const problems = result.problems.map((problem) => {
      const { line, column } = problem;
      return { line, column, sentence: problemSentence(problem) };
    });
    const lines = result.problems.map((problem) => problemLine(file, problem));
    return { ok: false, file, problems, lines };
  }
  const { media, link } = result.scenario;
  const scenario: Scenario = {
    ...result.scenario,
    media: media.kind === 'file' ? { kind: 'file', path: resolve(folder, media.path) } : media,
    link: fromFolder(link, folder),
  };
  return { ok: true, file, scenario };
}

/** A link whose trace counts from a folder. */
function fromFolder(link: string, folder: string): string {
  const named = namedIn(link);
  if (named?.kind !== 'trace') return link;
  return link.replace(named.name, () => resolve(folder, named.name));
}

function textOf(file: string): { text: string } | { refused: string } {
  const refused = (key: string, gaps: Record<string, string> = {}) => ({
    refused: say(`scenario.refused.${key}`, { file, ...gaps }),
  });
  try {
    const stat = statSync(file);
    // A pipe of that name would be waited for without end.
    if (!stat.isFile()) return refused('noFile');
    if (stat.size > MAX_BYTES) return refused('tooLarge', { most: String(MAX_BYTES / 1000) });
    return { text: readFileSync(file, 'utf8') };
  } catch (error) {
    return refused('unreadable', { code: (error as NodeJS.ErrnoException).code ?? '' });
  }
}
