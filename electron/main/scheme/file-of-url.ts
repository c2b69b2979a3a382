import { isAbsolute, join, relative } from 'node:path';
import { isAppUrl } from '../../ipc/app-url';

/** The file below `root` that an app:// address names; null when it names none of ours or climbs out. */
export function fileOfUrl(url: string, root: string): string | null {
  if (!isAppUrl(url)) return null;
  const name = decode(new URL(url).pathname);
  if (name === null || name.includes('\0') || name.includes('\\')) return null;
  const path = join(root, name === '/' ? 'index.html' : name);
  const inside = relative(root, path);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? null : path;
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
