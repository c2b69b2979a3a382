import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { runCsv } from '../../model/runs/csv';
import type { KeptRun } from '../../model/runs/kept-lines';
import { linesOfRun } from '../../model/runs/run-lines';

/** What a run can be handed on as: a packed run, its log as JSON, its samples as CSV. */
export const EXPORT_FORMATS = ['run', 'json', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What a file of each format ends with. */
export const EXPORT_EXTENSION: Readonly<Record<ExportFormat, string>> = {
  run: 'bufferrun',
  json: 'json',
  csv: 'csv',
};

/** The format of a file by its name; a packed run when the name says nothing. */
export const formatOf = (path: string): ExportFormat =>
  EXPORT_FORMATS.find((format) => path.toLowerCase().endsWith(`.${EXPORT_EXTENSION[format]}`)) ??
  'run';

/** The content of an exported file. */
export async function exportedRun(run: KeptRun, format: ExportFormat): Promise<Buffer | string> {
  switch (format) {
    case 'run':
      return promisify(gzip)(linesOfRun(run));
    case 'json':
      return `${JSON.stringify(run.log, null, 1)}\n`;
    case 'csv':
      return runCsv(run.log);
  }
}
