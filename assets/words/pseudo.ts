/** A catalogue as nested texts, and lists of lines. */
export interface Catalogue {
  [key: string]: string | readonly string[] | Catalogue;
}

const PLAIN = 'aceilnorsuyACEINOSUY';
const ACCENTED = 'åçéîļñöŕšüýÅÇÉÎÑÖŠÜÝ';

/** What is filled in, and what is written for machines: it stays as it is. */
const KEPT = /\{\{[^}]*\}\}|\$t\([^)]*\)|<[^>]+>/g;

/** A catalogue in a language that nobody speaks: accents on its letters, and a third longer, as translations are. */
export function pseudoCatalogue(words: Catalogue): Catalogue {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [key, pseudoValue(value)] as const),
  );
}

function pseudoValue(value: Catalogue[string]): Catalogue[string] {
  if (typeof value === 'string') return pseudoText(value);
  return Array.isArray(value) ? value : pseudoCatalogue(value as Catalogue);
}

/** A text in it: "Run" is "Ŕüñ·". */
export function pseudoText(text: string): string {
  const own = text.replace(KEPT, '');
  const parts = text.split(KEPT).map(accented);
  const kept = text.match(KEPT) ?? [];
  const accentedText = parts.map((part, i) => part + (kept[i] ?? '')).join('');
  return accentedText + '·'.repeat(Math.ceil(own.length / 3));
}

const accented = (text: string): string =>
  [...text].map((letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter).join('');
