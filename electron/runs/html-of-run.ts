import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import page from 'virtual:run-page';
import type { KeptRun } from '../../model/runs/kept-lines';
import { cutFontFaces } from '../../assets/words/cut-fonts';
import { LANGUAGE_TAG } from '../../model/language';
import { linesOfRun } from '../../model/runs/run-lines';
import { language } from '../words';
import { unpacked } from './packed-part';

/**
 * A run as one page of HTML, in the language that is spoken, that scrubs in a browser without a network: its lines packed as they are kept, in base64,
 * in which nothing can end an element, and what draws them.
 */
export async function htmlOfRun(run: KeptRun): Promise<string> {
  const packed = await promisify(gzip)(linesOfRun(run));
  const title = (run.name || run.log.media.name).replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
  const faces = await cutFontFaces(language());
  const hash = createHash('sha256').update(faces).digest('base64');
  // A function: what a name has of "$" is no pattern.
  return unpacked(page)
    .toString()
    .replace('<!--language-->', LANGUAGE_TAG[language()])
    .replace('<!--font-hash-->', faces && ` 'sha256-${hash}'`)
    .replace('<!--fonts-->', faces && `<style>${faces}</style>`)
    .replace('<!--title-->', () => title)
    .replace('<!--run-->', () => packed.toString('base64'));
}
