import { accessSync, chmodSync, constants, existsSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { join } from 'node:path';

/**
 * @typedef {'FFMPEG_BIN' | 'ffmpeg-static' | '@ffmpeg-installer/ffmpeg' | 'PATH'} FfmpegSource who names it
 * @typedef {{ source: FfmpegSource, path: string }} FfmpegCandidate where an ffmpeg may be
 * @typedef {FfmpegCandidate & { version: string }} Ffmpeg a candidate that has run and told its version
 * @typedef {FfmpegCandidate & { reason: string }} FfmpegRefusal a candidate that did not run, and why
 */

/**
 * Where ffmpeg may be, in the order in which to try: FFMPEG_BIN, ffmpeg-static, @ffmpeg-installer, the PATH.
 * Shared by set-up and by the app, which passes the node_modules folder that lies outside its asar.
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
  const installer = join(modules, '@ffmpeg-installer', `${platform}-${arch}`, file);
  return [
    ...(env.FFMPEG_BIN ? [{ source: 'FFMPEG_BIN', path: env.FFMPEG_BIN }] : []),
    { source: 'ffmpeg-static', path: join(modules, 'ffmpeg-static', file) },
    { source: '@ffmpeg-installer/ffmpeg', path: installer },
    { source: 'PATH', path: file },
  ];
}

/**
 * Runs `-version` of one candidate, after giving it the right to run if it lost it.
 * @param {FfmpegCandidate} candidate
 * @returns {Promise<Ffmpeg | FfmpegRefusal>}
 */
export function proveFfmpeg({ source, path }) {
  const file = source === 'PATH' ? null : path;
  if (file && !existsSync(file)) {
    return Promise.resolve({ source, path, reason: 'there is no such file' });
  }
  if (file && source !== 'FFMPEG_BIN') allowToRun(file);
  return new Promise((resolve) => {
    execFile(path, ['-version'], { timeout: 20_000, windowsHide: true }, (error, stdout) => {
      const version = /^ffmpeg version (\S+)/.exec(stdout)?.[1];
      if (!error && version) resolve({ source, path, version });
      else resolve({ source, path, reason: error?.message.trim() ?? 'it is not ffmpeg' });
    });
  });
}

/**
 * The first candidate that runs, or null with every refusal.
 * @param {FfmpegCandidate[]} candidates
 * @returns {Promise<{ found: Ffmpeg | null, refusals: FfmpegRefusal[] }>}
 */
export async function findFfmpeg(candidates) {
  /** @type {FfmpegRefusal[]} */
  const refusals = [];
  for (const candidate of candidates) {
    const result = await proveFfmpeg(candidate);
    if ('version' in result) return { found: result, refusals };
    refusals.push(result);
  }
  return { found: null, refusals };
}

/** npm unpacks some binaries without their executable bit; a read-only folder is left as it is. */
function allowToRun(file) {
  try {
    return accessSync(file, constants.X_OK);
  } catch {
    // Not executable by us: try to make it so.
  }
  try {
    chmodSync(file, 0o755);
  } catch {
    // Another user's folder: running it tells whether the bit is there.
  }
}
