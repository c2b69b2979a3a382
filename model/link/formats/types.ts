import type { ResolvedCurve } from '../types';

/** The formats of traces that are recognised by their content. */
export const TRACE_FORMATS = [
  'mahimahi',
  'norway',
  'belgium',
  'fcc',
  'two-column',
  'sabre',
] as const;
export type TraceFormat = (typeof TRACE_FORMATS)[number];

/** What one format's reader makes of a file; the note says what a person should know of it, in a sentence. */
export interface ReadTrace extends ResolvedCurve {
  note: string | null;
}

/** A trace that was imported, and what it was taken for. */
export interface ImportedTrace extends ReadTrace {
  format: TraceFormat;
}
