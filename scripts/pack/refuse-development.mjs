/**
 * `node scripts/pack/refuse-development.mjs FOLDER`: fails when anything in a folder of packages was made with the
 * development runtime, so that the release workflow does not publish it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMain, say, SetupError } from '../setup/say.mjs';

/**
 * Why packages must not be published: by their names, by the folder they lie in, or by what their SBOM says is packed;
 * also when there is none, or no SBOM says which Electron is in them.
 * @param {string} folder
 * @param {string} electron the version of Electron that a release has
 * @returns {string[]} a sentence for each, none when they may be published
 */
export function reasonsNotToPublish(folder, electron) {
  const files = readdirSync(folder, { recursive: true }).map(String);
  const reasons = files
    .filter((file) => /[-~]dev(?![a-z])|not-for-release/.test(file))
    .map((file) => `${file} was made with the development runtime.`);
  const boms = files.filter((file) => file.endsWith('.cdx.json'));
  if (!files.some((file) => /\.(deb|rpm|AppImage|dmg|exe|zip|tar\.gz)$/.test(file))) {
    reasons.push(`No package is in ${folder}.`);
  }
  if (boms.length === 0) reasons.push(`No SBOM in ${folder} says which Electron is packed.`);
  for (const bom of boms) {
    const { components } = JSON.parse(readFileSync(join(folder, bom), 'utf8'));
    const packed = components.find(({ name }) => name === 'electron')?.version ?? 'none';
    if (packed !== electron) {
      reasons.push(`${bom} says Electron ${packed}; a release has ${electron}.`);
    }
  }
  return reasons;
}

if (process.argv[1] === import.meta.filename) {
  await runMain(() => {
    const [folder] = process.argv.slice(2);
    if (folder === undefined) throw new SetupError('Name the folder of the packages.');
    const root = join(import.meta.dirname, '..', '..');
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const reasons = reasonsNotToPublish(folder, devDependencies.electron);
    if (reasons.length > 0) throw new SetupError(reasons.join('\n'));
    say(`Every package in ${folder} may be published.`);
  });
}
