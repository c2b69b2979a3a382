import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import page from 'virtual:run-page';
import type { KeptRun } from '../../model/runs/kept-lines';
import { linesOfRun } from '../../model/runs/run-lines';

/**
 * A run as one page of HTML that scrubs in a browser without a network: its lines packed as they are kept, in base64,
 * in which nothing can end an element, and what draws them.
 */
export async function htmlOfRun(run: KeptRun): Promise<string> {
  const packed = await promisify(gzip)(linesOfRun(run));
  const title = (run.name || run.log.media.name).replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
  // A function: what a name has of "$" is no pattern.
  return page
    .replace('<!--title-->', () => title)
    .replace('<!--run-->', () => packed.toString('base64'));
}
