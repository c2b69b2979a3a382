// Makes assets/profiles/*.json from the statistics and seeds in scripts/profiles/recipes.mjs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeProfile, profileText } from './profiles/make-profile.mjs';
import { RECIPES } from './profiles/recipes.mjs';

const folder = join(import.meta.dirname, '../assets/profiles');
mkdirSync(folder, { recursive: true });
for (const [name, recipe] of Object.entries(RECIPES)) {
  writeFileSync(join(folder, `${name}.json`), profileText(makeProfile(recipe)));
  process.stdout.write(`Made ${name}.json\n`);
}
