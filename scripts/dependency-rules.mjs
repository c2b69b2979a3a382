/** Licences that anything of ours may stand on, as SPDX names them. */
const FREE = new Set([
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...['Zlib', 'WTFPL', 'CC0-1.0', 'OFL-1.1', 'MPL-2.0', 'Python-2.0', 'CC-BY-4.0'],
]);

/** Packages whose licence is another, or is not said in their package.json: looked at by a person. */
const LOOKED_AT = new Map([
  // ffmpeg is a program of its own, run and not linked; its licence goes with the app (scripts/notices.mjs).
  [/^@ffmpeg-installer\//, 'GPL or LGPL'],
  [/^ffmpeg-static$/, 'GPL-3.0-or-later'],
  [/^@derhuerst\/http-basic$/, 'MIT'],
  // Its LICENSE file is the MIT licence.
  [/^fonteditor-core$/, 'MIT'],
  [/^parse-cache-control$/, 'MIT'],
]);

/** Packages that may run a script of theirs when they are installed. */
const MAY_INSTALL = [
  // Gives the program the right to run.
  /^@ffmpeg-installer\/[a-z0-9-]+$/,
  // Fetches ffmpeg; what comes is checked against a pinned hash (scripts/ffmpeg-hashes.mjs).
  /^ffmpeg-static$/,
  // Part of electron-builder; chooses a 7-Zip for Windows.
  /^electron-winstaller$/,
];

/** What a package-lock.json holds against these rules, one sentence each: licence, script, and a hash for every package. */
export function dependencyProblems(lock) {
  return Object.entries(lock.packages).flatMap(([path, found]) => {
    if (path === '') return [];
    const name =
      found.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const problems = [];
    if (!isFree(found.license) && ![...LOOKED_AT.keys()].some((known) => known.test(name))) {
      problems.push(
        `${name} has the licence ${found.license ?? 'nobody says'}, which is in no list.`,
      );
    }
    if (found.hasInstallScript && !MAY_INSTALL.some((known) => known.test(name))) {
      problems.push(`${name} runs a script when it is installed, and is in no list.`);
    }
    if (!/^sha512-/.test(found.integrity ?? '')) {
      problems.push(`${name} has no SHA-512 in the lock.`);
    }
    return problems;
  });
}

/** Whether an SPDX expression can be met by licences of the list: one of each OR, all of each AND. */
function isFree(expression) {
  if (typeof expression !== 'string') return false;
  return expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => FREE.has(licence.trim())));
}
