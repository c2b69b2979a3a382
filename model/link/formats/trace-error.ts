/** A trace that cannot be read; the message is one sentence with the line (from 1) and what was expected. */
export class TraceError extends Error {
  override name = 'TraceError';

  constructor(
    readonly line: number,
    problem: string,
  ) {
    super(`Line ${line}: ${problem}`);
  }
}

/** The refusal of what stands in a line; long or unprintable text is cut short. */
export function unexpected(line: number, expected: string, found: string): TraceError {
  const printable = found.trim().replace(/[^\x20-\x7e\u00a0-\ud7ff]/g, '?');
  const short = printable.length > 40 ? `${printable.slice(0, 40)}…` : printable;
  return new TraceError(line, `expected ${expected}, found "${short}".`);
}
