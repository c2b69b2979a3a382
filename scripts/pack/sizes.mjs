import { readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What the packed app may take without Electron and ffmpeg, bytes. */
export const MAX_OWN_BYTES = 15e6;

/** Whose a file of the packed app is: ffmpeg's, ours, or Electron's with all that it brings. */
export function ownerOf(path) {
  const parts = path.split(/[\\/]/);
  if (/^ffmpeg(\.exe)?$/.test(parts.at(-1)) && parts.includes('node_modules')) return 'ffmpeg';
  if (parts.some((part) => part.startsWith('app.asar'))) return 'Bufferscope';
  if (/^(NOTICES\.txt|LICENSE|icon\.icns)$/.test(parts.at(-1))) return 'Bufferscope';
  return 'Electron';
}

/** Bytes of every part of an unpacked app, by owner and by what a person would call it, the largest first. */
export function sizesOf(folder) {
  const sizes = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = relative(folder, join(entry.parentPath, entry.name));
    const owner = ownerOf(path);
    const name = owner === 'Electron' ? path.split(sep)[0] : partOf(path);
    const key = `${owner}\0${name}`;
    sizes.set(key, (sizes.get(key) ?? 0) + statSync(join(folder, path)).size);
  }
  return [...sizes]
    .map(([key, bytes]) => ({ owner: key.split('\0')[0], name: key.split('\0')[1], bytes }))
    .sort((a, b) => b.bytes - a.bytes);
}

/** A part of ours: the asar whole, of what lies outside it the folder. */
function partOf(path) {
  const inside = path.split(/app\.asar\.unpacked[\\/]/)[1];
  if (inside === undefined) return path.split(/[\\/]/).at(-1);
  return inside.split(/[\\/]/).slice(0, 2).join('/');
}

/** Lines of a table of what takes the space: all that is larger than `least` bytes, the rest of each owner, the sums. */
export function sizeLines(sizes, least = 500_000) {
  const owners = [...new Set(sizes.map(({ owner }) => owner))];
  const line = (bytes, name) => `${(bytes / 1e6).toFixed(1).padStart(8)} MB  ${name}`;
  return owners.flatMap((owner) => {
    const own = sizes.filter((size) => size.owner === owner);
    const rest = sum(own.filter(({ bytes }) => bytes < least));
    return [
      line(sum(own), owner),
      ...own
        .filter(({ bytes }) => bytes >= least)
        .map(({ bytes, name }) => line(bytes, `  ${name}`)),
      ...(rest > 0 ? [line(rest, '  the rest')] : []),
    ];
  });
}

/** Bytes of one owner, or of all. */
export function bytesOf(sizes, owner) {
  return sum(sizes.filter((size) => owner === undefined || size.owner === owner));
}

const sum = (sizes) => sizes.reduce((all, { bytes }) => all + bytes, 0);
