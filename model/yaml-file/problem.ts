/** Where something stands in a file, from 1. */
export interface Place {
  line: number;
  column: number;
}

/** What is wrong with a file that a person writes, and where; `code` and `params` become a sentence. */
export interface FileProblem<Code extends string = string> extends Place {
  code: Code;
  params: Record<string, string>;
}

/** What any such file may get wrong. */
export type YamlProblemCode =
  'yaml' | 'empty' | 'unknownKey' | 'unknownKeyNear' | 'missing' | 'expected' | 'more';

/** So many problems are told; who mends those sees the rest. */
const MAX_PROBLEMS = 20;
/** So much of what was found is told, characters. */
const MAX_FOUND = 60;

/** In the order of the file, each once, no more than a person mends at once. */
export function capped<P extends FileProblem>(
  problems: readonly P[],
): (P | FileProblem<YamlProblemCode>)[] {
  const told = new Set<string>();
  const sorted = problems
    .filter((problem) => !told.has(keyOf(problem)) && told.add(keyOf(problem)))
    .sort((a, b) => a.line - b.line || a.column - b.column);
  const shown: (P | FileProblem<YamlProblemCode>)[] = sorted.slice(0, MAX_PROBLEMS);
  const last = shown.at(-1);
  const more = sorted.length - shown.length;
  if (more > 0 && last) {
    const { line, column } = last;
    shown.push({ line, column, code: 'more', params: { count: String(more) } });
  }
  return shown;
}

/** YAML says of one place the same again and again. */
const keyOf = (problem: FileProblem): string => JSON.stringify(problem);

/** What was found, short enough for a sentence. */
export const shortened = (text: string): string => {
  const line = firstLine(text);
  return line.length > MAX_FOUND ? `${line.slice(0, MAX_FOUND)}…` : line;
};

/** A text up to its first line break. */
export const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';
