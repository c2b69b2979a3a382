/**
 * `npm run notices`: writes NOTICES.txt, the licences of everything that a packed app holds besides Electron, which
 * brings its own (LICENSE.electron.txt, LICENSES.chromium.html). Made from what the sources import and what that needs.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CUT_FONTS } from './setup/cut-fonts.mjs';
import { ROOT } from './setup/all.mjs';
import { runMain, say } from './setup/say.mjs';

export const NOTICES = join(ROOT, 'NOTICES.txt');

/** Folders whose imports end in the app. */
const SHIPPED = ['assets/words', 'electron', 'model', 'renderer'];

const LICENCE_FILE = /^(licen[cs]e|copying|notice|ofl)(\b|[-_.])/i;

/** The GPL asks that whoever has the program can have its sources. */
const SOURCES = {
  'ffmpeg-static':
    'The program that its installation fetches is ffmpeg, GPL-3.0-or-later; its sources: https://ffmpeg.org/ and ' +
    'https://github.com/eugeneware/ffmpeg-static/releases/tag/b6.1.1',
  '@ffmpeg-installer/ffmpeg':
    'The programs that its parts hold are ffmpeg, GPL-3.0-or-later (on macOS on Intel LGPL-2.1); their sources: ' +
    'https://ffmpeg.org/ and https://github.com/kribblo/node-ffmpeg-installer',
};

/** The GPL itself: the packages that bring ffmpeg do not all hold its text, nor are all there on every system. */
const GPL = 'assets/licences/gpl-3.0.txt';

/**
 * Every work that a packed app holds besides Electron, from the checkout's sources, lock and node_modules.
 * @returns {{ name: string, version: string, licence: string | null, direct: boolean, text: string }[]}
 */
export function shippedWorks(root = ROOT) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const { dependencies, devDependencies, optionalDependencies } = lock[''];
  const direct = { ...dependencies, ...devDependencies, ...optionalDependencies };
  return shippedPackages(root, lock)
    .map((path) => workOf(root, path, lock[path]))
    .map((work) => ({ ...work, direct: Object.hasOwn(direct, work.name) }));
}

/** The text of the notices. */
export function noticesText(root = ROOT) {
  const parts = shippedWorks(root).map(({ name, version, licence, text }) =>
    ['-'.repeat(80), `${name} ${version} (${licence ?? 'see below'})`, '', text, ''].join('\n'),
  );
  const gpl = readFileSync(join(root, GPL), 'utf8').trim();
  return `${HEAD}\n\n${parts.join('\n')}\n${'-'.repeat(80)}\n${gpl}\n`;
}

const HEAD =
  'Bufferscope is under the MIT licence (see LICENSE). A packed app holds, besides Electron and Chromium with their\n' +
  'own notices, the following works of others, each under its own licence.';

/** Where each package lies that the shipped sources import, or that one of those needs. */
function shippedPackages(root, lock) {
  const own = lock[''];
  const wanted = [
    ...importedBy(root),
    ...Object.values(CUT_FONTS).map(({ source }) => `@fontsource-variable/${source}`),
    ...Object.keys({ ...own.dependencies, ...own.optionalDependencies }),
  ];
  const found = new Set();
  const add = (name, from) => {
    const path = placeOf(name, from, lock);
    // Types end in no program.
    if (path === null || found.has(path) || name === 'electron' || name.startsWith('@types/'))
      return;
    found.add(path);
    const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } =
      lock[path];
    const peers = Object.keys(peerDependencies ?? {});
    const needed = peers.filter((each) => !peerDependenciesMeta?.[each]?.optional);
    for (const each of [...Object.keys({ ...dependencies, ...optionalDependencies }), ...needed]) {
      add(each, path);
    }
  };
  for (const name of wanted) add(name, '');
  return [...found].sort();
}

/** Names of packages in the import statements of the shipped folders. */
function importedBy(root) {
  const names = new Set();
  for (const folder of SHIPPED) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(tsx?|css)$/.test(entry.name)) continue;
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
      for (const [, name] of text.matchAll(
        /(?:from|import|import\() ?['"]((?:@[\w.-]+\/)?[\w][\w.-]*)/g,
      )) {
        names.add(name);
      }
    }
  }
  return names;
}

/** As Node looks for a package: beside the one that wants it, then further up. */
function placeOf(name, from, lock) {
  for (
    let folder = from;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules') - 1))
  ) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (lock[path]) return path;
    if (folder === '') return null;
  }
}

function workOf(root, path, { version, license = null }) {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const folder = join(root, path);
  const files = (() => {
    try {
      return readdirSync(folder)
        .filter((file) => LICENCE_FILE.test(file) && !/\.[cm]?[jt]s$/.test(file))
        .sort();
    } catch {
      // Another platform's part of a package.
      return [];
    }
  })();
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const source = SOURCES[name] ? [SOURCES[name]] : [];
  const body = texts.length > 0 ? texts : [`Licence: ${license ?? 'see its package'}.`];
  return { name, version, licence: license, text: [...source, ...body].join('\n') };
}

if (process.argv[1] === import.meta.filename) {
  await runMain(() => {
    const text = noticesText();
    writeFileSync(NOTICES, text);
    say(`Written: NOTICES.txt, ${text.match(/^-{80}$/gm)?.length ?? 0} works.`);
  });
}
