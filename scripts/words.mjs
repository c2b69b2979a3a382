/**
 * `npm run words`: what is to be translated: keys that a language lacks or has too many, places that differ, and English
 * that has changed since it was translated. `npm run words -- --done` notes that all English there is now is translated.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup/all.mjs';
import { runMain, say } from './setup/say.mjs';
import {
  catalogueOf,
  markOf,
  problemsOf,
  SOURCE,
  staleKeys,
  TRANSLATIONS,
} from './words/catalogues.mjs';

/** The mark of the English of each key, as it was when it was translated last. */
const TRANSLATED = join(ROOT, 'assets', 'words', 'translated.json');

await runMain(() => {
  const source = catalogueOf(ROOT, SOURCE);
  const found = TRANSLATIONS.flatMap((language) =>
    problemsOf(source, catalogueOf(ROOT, language), language),
  );
  if (process.argv.includes('--done')) {
    const marks = Object.fromEntries([...source].map(([key, text]) => [key, markOf(text)]).sort());
    writeFileSync(TRANSLATED, `${JSON.stringify(marks, null, 1)}\n`);
  }
  const translated = JSON.parse(readFileSync(TRANSLATED, 'utf8'));
  const stale = staleKeys(source, translated).map(
    (key) => `${key} has changed in English since it was translated: ${source.get(key)}`,
  );
  for (const line of [...found, ...stale]) say(line);
  say(`Words: ${source.size} in English, ${found.length + stale.length} to look at.`);
  if (found.length + stale.length > 0) process.exitCode = 1;
});
