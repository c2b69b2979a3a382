import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFont, woff2 } from 'fonteditor-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogueOf } from '../../scripts/words/catalogues.mjs';
import { charactersOf, CUT_WEIGHTS, cutFonts } from '../../scripts/setup/cut-fonts.mjs';

const root = process.cwd();
const FONTSOURCE = join(root, 'node_modules', '@fontsource-variable');

/** The fonts that the window brings for every language. */
const LATIN = [
  'archivo/files/archivo-latin-standard-normal.woff2',
  'archivo/files/archivo-latin-ext-standard-normal.woff2',
  'jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  'jetbrains-mono/files/jetbrains-mono-latin-ext-wght-normal.woff2',
];

beforeAll(() => woff2.init());

/** The characters that a font has a shape for. */
function charactersIn(file: string): Set<string> {
  const { cmap } = createFont(readFileSync(file), { type: 'woff2' }).get();
  return new Set(Object.keys(cmap).map((code) => String.fromCodePoint(Number(code))));
}

/** All words of a language; the menu names the others in their own letters, with their own fonts. */
const wordsOf = (language: string): string =>
  [...catalogueOf(root, language)]
    .filter(([key]) => !key.startsWith('shell.languages'))
    .map(([, text]) => text)
    .join('');

const lacking = (text: string, fonts: readonly Set<string>[]): string[] =>
  [...new Set(text)].filter(
    (character) => character.trim() !== '' && !fonts.some((font) => font.has(character)),
  );

describe.each(['ko', 'zh'])('the fonts that are cut to %s', (language) => {
  it.each(CUT_WEIGHTS)(
    'have a glyph for every character of its words at weight %i',
    async (weight) => {
      const cut = charactersIn(join(await cutFonts(root), `${language}-${weight}.woff2`));
      const latin = LATIN.map((file) => charactersIn(join(FONTSOURCE, file)));
      expect(lacking(wordsOf(language), [cut, ...latin])).toEqual([]);
      expect(lacking(charactersOf(root, language), [cut])).toEqual([]);
    },
  );
});

it('what English has is in the fonts of the window', () => {
  const latin = LATIN.map((file) => charactersIn(join(FONTSOURCE, file)));
  // Arrows are in the fonts of every system.
  expect(lacking(wordsOf('en').replace(/[←→↑↓]/g, ''), latin)).toEqual([]);
});
