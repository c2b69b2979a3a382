import { open } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import type { ServedFile } from '../../ipc/server-port';
import { appFolder } from '../../media/app-folder';
import { say } from '../../words';

/** A file that was named on the command line and cannot be read; the message is one sentence. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

/** As whom browsers save the text, whatever it is called here. */
const TEXT_NAME = 'example.txt';
const TEXT_TYPE = 'text/plain; charset=utf-8';

/** Types of media that browsers play themselves. */
const TYPES: Readonly<Record<string, string>> = {
  '.mp4': 'video/mp4',
  '.m4v': 'video/mp4',
  '.webm': 'video/webm',
  '.mkv': 'video/x-matroska',
  '.mov': 'video/quicktime',
  '.ogv': 'video/ogg',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
  '.flac': 'audio/flac',
};

/** The file to serve as text (our own example when none is named) or as media; throws UnreadableFile. */
export async function fileToServe(
  flag: 'text' | 'media',
  named = join(appFolder(), 'assets', 'sample', TEXT_NAME),
): Promise<ServedFile> {
  const path = resolve(named);
  const bytes = await sizeOf(path).catch((error: unknown) => {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UnreadableFile(say('serve.unreadableFile', { flag, path, reason }));
  });
  if (flag === 'text') return { path, bytes, name: TEXT_NAME, mime: TEXT_TYPE };
  const mime = TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
  return { path, bytes, name: basename(path), mime };
}

/** Opens it, too: what can be found cannot always be read. */
async function sizeOf(path: string): Promise<number> {
  const handle = await open(path, 'r');
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw Object.assign(new Error(), { code: 'EISDIR' });
    return stat.size;
  } finally {
    await handle.close();
  }
}
