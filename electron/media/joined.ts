import { open } from 'node:fs/promises';
import { elementAt } from './index/ebml';
import { FileWindow } from './index/file-window';

const EBML = 0x1a45dfa3;

/** The most elements at the top of a file that are looked at. */
const MAX_ELEMENTS = 1000;

/** How many Matroska recordings a file holds one behind another (0 when it is none), and whether they are WebM. */
export async function recordingsIn(path: string): Promise<{ count: number; isWebm: boolean }> {
  const file = await open(path);
  try {
    const window = new FileWindow(file, (await file.stat()).size);
    let count = 0;
    let isWebm = false;
    let offset = 0;
    for (let looked = 0; looked < MAX_ELEMENTS && offset < window.size; looked += 1) {
      const element = await elementAt(window, offset);
      if (!element || (count === 0 && element.id !== EBML)) break;
      if (element.id === EBML) {
        count += 1;
        const head = await window.read(element.body, Math.min(element.end - element.body, 4096));
        isWebm ||= head.includes('webm', 0, 'latin1');
      }
      offset = element.end;
    }
    return { count, isWebm };
  } finally {
    await file.close();
  }
}
