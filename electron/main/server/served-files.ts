import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { MediaInfo } from '../../../model/media/types';
import type { ServedFile, ServerConfig } from '../../ipc/server-port';
import { appFolder, unpacked } from '../../media/app-folder';

/** The text that is sent while no text is open: each line begins with its own offset in bytes. */
const EXAMPLE = 'example.txt';

/** What the server sends: the file that is open, and a text in any case. */
export function servedFiles(
  media: MediaInfo | null,
  folder = appFolder(),
): Pick<ServerConfig, 'media' | 'text'> {
  if (media?.kind === 'text') return { media: null, text: served(media, 'text/plain') };
  const path = unpacked(join(folder, 'assets/sample', EXAMPLE));
  const text = { path, name: EXAMPLE, mime: 'text/plain', bytes: statSync(path).size };
  return { media: media && served(media, typeOf(media)), text };
}

function served({ deliveredPath, deliveredBytes, name }: MediaInfo, mime: string): ServedFile {
  return { path: deliveredPath, name: basename(name), mime, bytes: deliveredBytes };
}

/** The type without the codecs, which only MSE wants to know. */
function typeOf({ kind, mime }: MediaInfo): string {
  return (kind === 'media' && mime.split(';')[0]?.trim()) || 'application/octet-stream';
}
