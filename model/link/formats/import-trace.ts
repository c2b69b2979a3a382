import { readBelgium, readNorway, sixColumnFormat } from './six-columns';
import { looksLikeFcc, readFcc } from './fcc';
import { readMahimahi } from './mahimahi';
import { readSabre } from './sabre';
import { TraceError, unexpected } from './trace-error';
import { readTwoColumn } from './two-column';
import type { ImportedTrace, ReadTrace, TraceFormat } from './types';

const READERS: Readonly<Record<TraceFormat, (text: string) => ReadTrace>> = {
  mahimahi: readMahimahi,
  norway: readNorway,
  belgium: readBelgium,
  fcc: readFcc,
  'two-column': readTwoColumn,
  sabre: readSabre,
};

const KNOWN =
  'a trace: mahimahi (one time in ms a line), Norway or Belgium (six columns), FCC curr_webget (CSV), "seconds Mbit/s" (two columns) or Sabre (JSON)';

/**
 * Reads a trace, whatever its file is called: the first line that is not blank says its format. Throws
 * TraceError (line number and what was expected); nothing is imported by halves.
 */
export function importTrace(text: string): ImportedTrace {
  const lines = withPlainLineEnds(text);
  const format = formatOf(lines);
  return { format, ...READERS[format](lines) };
}

/** A text whose lines all end in a newline: an old editor's end with a carriage return alone. */
function withPlainLineEnds(text: string): string {
  return /\r(?!\n)/.test(text) ? text.replace(/\r\n?/g, '\n') : text;
}

/** The format that a text is taken for; throws TraceError when its first line is of none. */
export function formatOf(text: string): TraceFormat {
  const { line, content } = firstLine(text);
  if (content.startsWith('[') || content.startsWith('{')) return 'sabre';
  // What no text file holds: control characters, and bytes that are no UTF-8.
  if (/[^\P{Cc}\t\r]|\ufffd/u.test(content)) {
    throw new TraceError(line, `expected ${KNOWN}, but the file is not text.`);
  }
  if (looksLikeFcc(content)) return 'fcc';
  const fields = content.split(/[\s,;]+/).filter((field) => field !== '');
  const time = Number(fields[0]);
  if (!Number.isNaN(time)) {
    if (fields.length === 1) return 'mahimahi';
    if (fields.length === 2) return 'two-column';
    const six = fields.length === 6 ? sixColumnFormat(time) : null;
    if (six) return six;
  }
  throw unexpected(line, KNOWN, content);
}

function firstLine(text: string): { line: number; content: string } {
  let line = 1;
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; line += 1) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    // No line of a trace is that long; a binary file may be one line.
    const content = text.slice(at, Math.min(end, at + 4000)).trim();
    if (content !== '') return { line, content };
    at = end + 1;
  }
  throw new TraceError(1, `expected ${KNOWN}, but the file is empty.`);
}
