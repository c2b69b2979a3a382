/** How bad it is: an error ended something, a warning did not. */
export const LOG_LEVELS = ['info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** One line of the log file. */
export interface LogLine {
  /** When it was written: ISO 8601, UTC, with ms. */
  at: string;
  level: LogLevel;
  /** The process or part that it is about, such as "reader streaming". */
  from: string;
  /** What happened, in words of our own that name no file. */
  what: string;
  /** What the process or the system said; it may name files. Empty for nothing. */
  words: string;
}

/** Characters of words that one line keeps at most. */
const MAX_WORDS = 4000;

const LINE =
  /^(\d{4}-\d\d-\d\dT[\d:.]{12}Z) (info|warn|error) +\[([^\]]*)\] ([^|]*?)(?: \| (.*))?$/;

/** A line as it stands in the file; every line of the words stays within it. */
export function formatLine({ at, level, from, what, words }: LogLine): string {
  const head = `${at} ${level.padEnd(5)} [${plain(from, /[\]|]/g)}] ${plain(what, /\|/g)}`;
  const said = words.trim().slice(0, MAX_WORDS);
  return said === '' ? head : `${head} | ${escaped(said)}`;
}

/** A line of the file as what it says; null for what is none, such as one that was cut off. */
export function parseLine(text: string): LogLine | null {
  const [, at, level, from, what, words = ''] = LINE.exec(text) ?? [];
  if (at === undefined || from === undefined || what === undefined) return null;
  return { at, level: level as LogLevel, from, what, words: unescaped(words) };
}

/** One line without characters that would be taken for the frame of the line. */
const plain = (text: string, frame: RegExp): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replace(frame, '/')
    .trim();

const ESCAPES = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' } as const;

const escaped = (text: string): string =>
  text
    .replace(/[\\\n\r]/g, (found) => ESCAPES[found as keyof typeof ESCAPES])
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ');

const unescaped = (text: string): string =>
  text.replace(/\\([\\nr])/g, (_, which: string) =>
    which === 'n' ? '\n' : which === 'r' ? '\r' : '\\',
  );
