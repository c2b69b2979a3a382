import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from './cache-dir.mjs';
import { isWritable, passingFolder } from './writable.mjs';

/** The fonts that stand in where a system has none, by language, and the characters that a Latin font lacks. */
export const CUT_FONTS = {
  ko: {
    source: 'noto-sans-kr',
    locale: 'ko',
    foreign: /[\p{Script=Hangul}\u2190-\u21ff\u3000-\u303f\uff00-\uffef]/u,
  },
  zh: {
    source: 'noto-sans-sc',
    locale: 'zh-CN',
    foreign: /[\p{Script=Han}\u2190-\u21ff\u3000-\u303f\uff00-\uffef]/u,
  },
};

/** Weights that are cut: what the window sets lighter or bolder takes the nearer one. */
export const CUT_WEIGHTS = [400, 600];

/** Raised when the same words would be cut another way. */
const VERSION = 1;

/**
 * A plugin for Vite: `@cut-fonts/ko-400.woff2` is the font of a language and weight, cut to the characters that our
 * words have. Cut once, before the build, and again when a word or the font changes.
 * @param {string} root the checkout
 */
export function cutFontsPlugin(root) {
  return {
    name: 'bufferscope-cut-fonts',
    config: async () => ({ resolve: { alias: { '@cut-fonts': await cutFonts(root) } } }),
  };
}

/** What is being cut: several parts of one build ask for it. */
const asked = new Map();

/**
 * Cuts what is not there yet; settles with the folder that has all.
 * @param {string} root
 * @returns {Promise<string>}
 */
export function cutFonts(root) {
  if (!asked.has(root)) asked.set(root, cutAll(root));
  return asked.get(root);
}

async function cutAll(root) {
  const texts = Object.keys(CUT_FONTS).map((language) => charactersOf(root, language));
  const lock = readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8');
  const versions = Object.values(CUT_FONTS).map(
    ({ source }) =>
      JSON.parse(lock).packages[`node_modules/@fontsource-variable/${source}`]?.version,
  );
  const key = JSON.stringify([VERSION, CUT_WEIGHTS, versions, texts]);
  const name = createHash('sha256').update(key).digest('hex').slice(0, 16);
  const parents = [join(root, 'out-build', 'cut-fonts'), join(cacheDir(), 'cut-fonts')];
  const cut = parents.find((parent) => existsSync(join(parent, name)));
  if (cut) return join(cut, name);
  // The checkout may be somebody else's, and this user may have no cache.
  const parent = parents.find(isWritable) ?? passingFolder();
  const folder = join(parent, name);
  const part = `${folder}.${process.pid}.part`;
  mkdirSync(part, { recursive: true });
  for (const [i, language] of Object.keys(CUT_FONTS).entries()) {
    for (const weight of CUT_WEIGHTS) {
      const font = await cutFont(root, CUT_FONTS[language].source, texts[i], weight);
      writeFileSync(join(part, `${language}-${weight}.woff2`), font);
    }
  }
  try {
    renameSync(part, folder);
  } catch (error) {
    // Another build was as quick.
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  for (const other of readdirSync(parent)) {
    if (other !== name && !other.endsWith('.part'))
      rmSync(join(parent, other), { recursive: true });
  }
  return folder;
}

/**
 * Every character of a language's own script that words have, sorted: of its catalogue, of files, and of what Intl writes.
 * @param {string} root
 * @param {string} language
 * @returns {string}
 */
export function charactersOf(root, language) {
  const texts = [
    ...filesUnder(join(root, 'assets', 'words', language), '.json'),
    // The menu names every language by itself.
    join(root, 'assets', 'words', 'en', 'shell.json'),
    ...filesUnder(join(root, 'assets', 'scenarios'), '.yaml'),
    ...filesUnder(join(root, 'assets', 'lessons'), '.md'),
    ...filesUnder(join(root, 'assets', 'templates'), '.md'),
    ...filesUnder(join(root, 'assets', 'templates'), '.yaml'),
  ].map((file) => readFileSync(file, 'utf8'));
  texts.push(writtenByIntl(CUT_FONTS[language].locale));
  const { foreign } = CUT_FONTS[language];
  return [...new Set(texts.join(''))]
    .filter((character) => foreign.test(character))
    .sort()
    .join('');
}

function filesUnder(folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
}

/** Dates of a year, units and lists, as Intl writes them. */
function writtenByIntl(locale) {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' });
  const days = Array.from({ length: 48 }, (_, i) => date.format(new Date(2026, i % 12, i + 1, i)));
  const short = new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
  });
  const units = ['second', 'megabyte', 'megabyte-per-second', 'minute', 'hour'].map((unit) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit }).format(1),
  );
  const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(['a', 'b', 'c']);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const ago = ['day', 'hour', 'minute'].flatMap((unit) =>
    [-2, -1, 0].map((n) => relative.format(n, unit)),
  );
  return [...days, short.format(0), ...units, list, ...ago].join('');
}

/**
 * One weight of a font of which npm has the slices that browsers load one by one: each is cut to the characters wanted
 * of it, and what is left of all is put into one.
 */
async function cutFont(root, source, text, weight) {
  const { default: subset } = await import('subset-font');
  const { createFont } = await import('fonteditor-core');
  const folder = join(root, 'node_modules', '@fontsource-variable', source);
  const slices = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8'));
  const left = new Set(text);
  let whole = null;
  for (const [name, ranges] of Object.entries(slices)) {
    const wanted = [...left].filter(inRanges(ranges));
    if (wanted.length === 0) continue;
    for (const character of wanted) left.delete(character);
    const file = join(folder, 'files', `${source}-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`);
    const cut = await subset(readFileSync(file), wanted.join(''), {
      targetFormat: 'truetype',
      variationAxes: { wght: weight },
      noHinting: true,
    });
    const font = createFont(cut, { type: 'ttf', compound2simple: true });
    if (whole) whole.merge(font);
    else whole = font;
  }
  if (left.size > 0) throw new Error(`${source} has no ${[...left].join('')}`);
  whole.get()['OS/2'].usWeightClass = weight;
  const ttf = whole.write({ type: 'ttf', toBuffer: true });
  return subset(ttf, text, { targetFormat: 'woff2' });
}

/** Whether a character is in the ranges of a style sheet: "U+ac00-ac1f,U+d55c". */
function inRanges(ranges) {
  const pairs = ranges.split(',').map((range) => {
    const [from, to = from] = range.trim().slice(2).split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
  return (character) => {
    const code = character.codePointAt(0);
    return pairs.some(([from, to]) => code >= from && code <= to);
  };
}
