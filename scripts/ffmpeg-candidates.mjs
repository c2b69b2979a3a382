import { accessSync, chmodSync, constants, existsSync, statSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { FFMPEG_HASHES } from './ffmpeg-hashes.mjs';
import { factOf, hasHash } from './file-facts.mjs';
import { cacheDir } from './setup/cache-dir.mjs';

/**
 * @typedef {'FFMPEG_BIN' | 'ffmpeg-static' | '@ffmpeg-installer/ffmpeg' | 'PATH'} FfmpegSource who names it
 * @typedef {object} FfmpegCandidate where an ffmpeg may be
 * @property {FfmpegSource} source
 * @property {string} path absolute
 * @property {string | null} [sha256] what the file has to be, hex; null when nothing is known of it; absent: any
 * @property {boolean} [onlyNew] passed over when it is older than ffmpeg 5
 * @typedef {{ source: FfmpegSource, path: string, version: string }} Ffmpeg one that has run and told its version
 * @typedef {{ source: FfmpegSource, path: string, reason: string }} FfmpegRefusal one that was passed over, and why
 */

/**
 * An ffmpeg on the PATH goes before the old one from npm when it is 5 or newer. That is told by its libavutil, since
 * builds from a snapshot have no number of their own.
 */
const NEW_ENOUGH = { version: 5, libavutil: 57 };

/**
 * Where ffmpeg may be, in the order in which to try: FFMPEG_BIN, ffmpeg-static, the PATH when it is 5 or newer,
 * @ffmpeg-installer, an older one on the PATH. Shared by set-up and by the app, which passes the node_modules
 * folder that lies outside its asar.
 * @param {{ modules: string, env?: Record<string, string | undefined>, platform?: string, arch?: string }} where
 * @returns {FfmpegCandidate[]}
 */
export function ffmpegCandidates({
  modules,
  env = process.env,
  platform = process.platform,
  arch = process.arch,
}) {
  const file = platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg';
  const place = `${platform}-${arch}`;
  /** @type {(source: 'ffmpeg-static' | '@ffmpeg-installer/ffmpeg', ...path: string[]) => FfmpegCandidate} */
  const packaged = (source, ...path) => ({
    source,
    path: join(modules, ...path, file),
    sha256: FFMPEG_HASHES[source][place] ?? null,
  });
  const path = onPath(file, env.PATH ?? env.Path ?? '');
  return [
    ...(env.FFMPEG_BIN ? [{ source: 'FFMPEG_BIN', path: resolve(env.FFMPEG_BIN) }] : []),
    packaged('ffmpeg-static', 'ffmpeg-static'),
    ...(path ? [{ source: 'PATH', path, onlyNew: true }] : []),
    packaged('@ffmpeg-installer/ffmpeg', '@ffmpeg-installer', place),
    ...(path ? [{ source: 'PATH', path }] : []),
  ];
}

/** The first such program in the folders of a PATH, absolute; folders relative to nowhere in particular do not count. */
function onPath(file, folders) {
  return folders
    .split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .map((folder) => join(folder, file))
    .find((path) => mayRun(path) && statSync(path).isFile());
}

/**
 * Asks one candidate for its `-version`, after checking that it is the file that it should be and giving it the right
 * to run if it lost it. A program that has answered is not run again for that while it is the same file: Debian's
 * takes 0.2 s to start.
 * @param {FfmpegCandidate} candidate
 * @param {string} [cache] the folder in which answers are kept
 * @returns {Promise<Ffmpeg | FfmpegRefusal>}
 */
export async function proveFfmpeg({ source, path, sha256, onlyNew }, cache = cacheDir()) {
  const passed = (reason) => ({ source, path, reason });
  if (!existsSync(path)) return passed('there is no such file');
  if (sha256 === null) return passed('no pinned hash is known of it on this platform');
  if (sha256 !== undefined && !(await hasHash(path, sha256, cache))) {
    return passed('it is not the file that its package should hold');
  }
  if (source !== 'FFMPEG_BIN') allowToRun(path);
  let reason = 'it is not ffmpeg';
  const ask = () =>
    askVersion(path).catch((error) => {
      reason = error.message.trim();
      return null;
    });
  const said = await factOf(path, 'version', ask, cache);
  const version = versionIn(said ?? '');
  if (!version) return passed(reason);
  if (onlyNew && !isNew(version, said)) {
    return passed(`it is older than ${NEW_ENOUGH.version}: ${version}`);
  }
  return { source, path, version };
}

const versionIn = (said) => /^ffmpeg version (\S+)/.exec(said)?.[1];

/** What a program answers to `-version`; null when it is no ffmpeg. Rejects when it fails. */
function askVersion(path) {
  return new Promise((resolve, reject) => {
    execFile(path, ['-version'], { timeout: 20_000, windowsHide: true }, (error, said) => {
      if (error) reject(error);
      else resolve(versionIn(said) ? said : null);
    });
  });
}

function isNew(version, stdout) {
  const libavutil = /^libavutil\s+(\d+)\./m.exec(stdout)?.[1];
  if (libavutil !== undefined) return Number(libavutil) >= NEW_ENOUGH.libavutil;
  return Number.parseInt(version.replace(/^n/, ''), 10) >= NEW_ENOUGH.version;
}

/**
 * The first candidate that runs, or null with every refusal.
 * @param {FfmpegCandidate[]} candidates
 * @param {string} [cache] the folder in which answers are kept
 * @returns {Promise<{ found: Ffmpeg | null, refusals: FfmpegRefusal[] }>}
 */
export async function findFfmpeg(candidates, cache = cacheDir()) {
  /** @type {FfmpegRefusal[]} */
  const refusals = [];
  for (const candidate of candidates) {
    const result = await proveFfmpeg(candidate, cache);
    if ('version' in result) return { found: result, refusals };
    refusals.push(result);
  }
  return { found: null, refusals };
}

/**
 * Every candidate that runs, each program once.
 * @param {FfmpegCandidate[]} candidates
 * @returns {Promise<Ffmpeg[]>}
 */
export async function everyFfmpeg(candidates) {
  /** @type {Ffmpeg[]} */
  const found = [];
  for (const candidate of candidates) {
    if (found.some(({ path }) => path === candidate.path)) continue;
    const result = await proveFfmpeg(candidate);
    if ('version' in result) found.push(result);
  }
  return found;
}

function mayRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** npm unpacks some binaries without their executable bit; a read-only folder is left as it is. */
function allowToRun(file) {
  if (mayRun(file)) return;
  try {
    chmodSync(file, 0o755);
  } catch {
    // Another user's folder: running it tells whether the bit is there.
  }
}
