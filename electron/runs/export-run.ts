import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { ChartPicture, ExportFormat } from '../../model/runs/export-formats';
import type { KeptRun } from '../../model/runs/kept-lines';
import { language, say } from '../words';

/**
 * The content of an exported file; `picture` says which chart is drawn and how. What only some formats need is loaded
 * with them: what draws charts, the whole page, and what turns an SVG into pixels.
 */
export async function exportedRun(
  run: KeptRun,
  format: ExportFormat,
  picture: ChartPicture,
): Promise<Buffer | string> {
  switch (format) {
    case 'run': {
      const { linesOfRun } = await import('../../model/runs/run-lines');
      return promisify(gzip)(linesOfRun(run));
    }
    case 'html':
      return (await import('./html-of-run')).htmlOfRun(run);
    case 'json':
      return `${JSON.stringify(run.log, null, 1)}\n`;
    case 'csv':
      return (await import('../../model/runs/csv')).runCsv(run.log);
    case 'trace': {
      const { chromeTrace } = await import('../../model/runs/chrome-trace');
      return JSON.stringify(chromeTrace(run.log, say));
    }
    case 'cmcd':
      return (await import('../../model/runs/cmcd')).cmcdLines(run);
    case 'svg':
      return (await import('../../renderer/exports/chart-picture')).chartSvg(
        run.log,
        picture,
        language(),
      );
    case 'png': {
      const svg = exportedRun(run, 'svg', picture).then(String);
      return (await import('./png-of-svg')).pngOfSvg(await svg);
    }
  }
}
