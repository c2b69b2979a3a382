import { elementIn, type Element } from '../../../model/media/ebml';
import type { FileWindow } from './file-window';

/** Id and size take at most this many bytes. */
const HEADER_BYTES = 12;

/** The element at `offset`; null where there is none. */
export async function elementAt(window: FileWindow, offset: number): Promise<Element | null> {
  return elementIn(await window.read(offset, HEADER_BYTES), 0, offset);
}
