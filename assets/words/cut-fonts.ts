import type { SpokenLanguage } from '../../model/language';

/** The fonts that are cut to the words of a language, as data URLs; what has no script of its own has none. */
export async function cutFontsOf(
  language: SpokenLanguage,
): Promise<{ regular: string; bold: string } | null> {
  if (language !== 'ko' && language !== 'zh') return null;
  const { default: fonts } = await (language === 'ko'
    ? import('./ko/cut-fonts')
    : import('./zh/cut-fonts'));
  return fonts;
}

/** The same as rules of a style sheet, for a page that is to need nothing else. */
export async function cutFontFaces(language: SpokenLanguage): Promise<string> {
  const fonts = await cutFontsOf(language);
  if (!fonts) return '';
  const face = (url: string, weights: string): string =>
    `@font-face{font-family:"Bufferscope ${language}";font-weight:${weights};` +
    `src:url("${url}") format("woff2")}`;
  return face(fonts.regular, '100 500') + face(fonts.bold, '501 900');
}
