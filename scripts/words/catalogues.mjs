import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The language in which words are written first, and those that they are translated into. */
export const SOURCE = 'en';
export const TRANSLATIONS = ['ko', 'zh'];

/**
 * Every text of a language by its key, "caption.lead.ready"; lists of lines are joined.
 * @param {string} root
 * @param {string} language
 * @returns {Map<string, string>}
 */
export function catalogueOf(root, language) {
  const folder = join(root, 'assets', 'words', language);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return new Map(
    files.flatMap((file) =>
      flat(JSON.parse(readFileSync(join(folder, file), 'utf8')), file.slice(0, -'.json'.length)),
    ),
  );
}

function flat(value, path) {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value)) return [[path, value.join('\n')]];
  return Object.entries(value).flatMap(([key, each]) => flat(each, `${path}.${key}`));
}

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** A key without the ending of its plural form. */
const baseOf = (key) => key.replace(PLURAL, '');

/** The keys that a language needs where English has these: a plural in each of its own forms. */
export function neededKeys(source, language) {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return new Set(
    [...source.keys()].flatMap((key) =>
      PLURAL.test(key) ? forms.map((form) => `${baseOf(key)}_${form}`) : [key],
    ),
  );
}

/** The names of the places that a text has: {{seconds}}. */
export const placesOf = (text) =>
  new Set([...text.matchAll(/\{\{\s*([^},\s]+)[^}]*\}\}/g)].map(([, name]) => name));

/** What is wrong with a translation, one line each: keys that are missing or too many, places that differ. */
export function problemsOf(source, translation, language) {
  const needed = neededKeys(source, language);
  const problems = [];
  for (const key of needed) {
    if (!translation.has(key)) problems.push(`${language}: ${key} is missing`);
  }
  for (const [key, text] of translation) {
    if (!needed.has(key)) problems.push(`${language}: ${key} is not in English`);
    else problems.push(...placeProblems(source, key, text, language));
  }
  return problems;
}

function placeProblems(source, key, text, language) {
  const english = [key, `${baseOf(key)}_other`, `${baseOf(key)}_one`].flatMap(
    (each) => source.get(each) ?? [],
  );
  const known = new Set(english.flatMap((each) => [...placesOf(each)]));
  const own = placesOf(text);
  const problems = [...own]
    .filter((name) => !known.has(name))
    .map((name) => `${language}: ${key} has {{${name}}}, which English has not`);
  for (const name of placesOf(english[0] ?? '')) {
    if (!own.has(name)) problems.push(`${language}: ${key} has no {{${name}}}`);
  }
  return problems;
}

/** What of the glossary's terms a translation says otherwise: where English has a term, the translation has its own. */
export function termProblems(source, translation, language, glossary) {
  const byLength = [...glossary].sort((a, b) => b.en.length - a.en.length);
  const problems = [];
  for (const [key, text] of translation) {
    let english = source.get(key) ?? source.get(`${baseOf(key)}_other`) ?? '';
    // Places and paths are no words.
    english = english.replace(/\{\{[^}]*\}\}|\/\w+/g, ' ');
    for (const { en, ...own } of byLength) {
      const word = new RegExp(`\\b${en}s?\\b`, 'gi');
      if (!word.test(english)) continue;
      english = english.replace(word, ' ');
      // A word of a file or of a command is kept as it is.
      if ([en, ...own[language]].some((term) => text.toLowerCase().includes(term))) continue;
      problems.push(`${language}: ${key} says "${en}", not ${own[language].join(' or ')}: ${text}`);
    }
  }
  return problems;
}

/** What a text was when it was translated is told from what it is now by this. */
export const markOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** Keys whose English has changed since it was translated; `translated` holds the mark of each. */
export const staleKeys = (source, translated) =>
  [...source].flatMap(([key, text]) =>
    translated[key] !== undefined && translated[key] !== markOf(text) ? [key] : [],
  );
