import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../setup/run.mjs';
import { SetupError } from '../setup/say.mjs';
import { shippedWorks } from '../notices.mjs';

/**
 * Writes what a package holds as CycloneDX: npm's own list, left with the packages that are shipped, and Electron, of the
 * version that is packed.
 */
export async function writeSbom(root, file, { version, electron }) {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const { code, stdout, stderr } = await npm(args, { cwd: root });
  if (code !== 0) throw new SetupError(`The SBOM could not be made: ${stderr.trim()}`);
  writeFileSync(
    file,
    `${JSON.stringify(shippedOf(JSON.parse(stdout), root, { version, electron }), null, 1)}\n`,
  );
}

/** The same SBOM with the shipped components alone; Electron's is of the packed version. */
function shippedOf(sbom, root, { version, electron }) {
  const shipped = new Set(shippedWorks(root).map((work) => `${work.name}@${work.version}`));
  const { electron: pinned } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ).devDependencies;
  const components = sbom.components
    .filter(({ name, version: its }) => shipped.has(`${name}@${its}`) || name === 'electron')
    .map((component) =>
      component.name === 'electron' && electron !== pinned
        ? {
            type: 'framework',
            name: 'electron',
            version: electron,
            'bom-ref': `electron@${electron}`,
          }
        : // What npm calls optional or for development is shipped all the same.
          { ...component, scope: 'required' },
    );
  const kept = new Set(components.map((component) => component['bom-ref']));
  const { component, ...metadata } = sbom.metadata;
  return {
    ...sbom,
    metadata: { ...metadata, component: { ...component, version } },
    components,
    dependencies: sbom.dependencies
      .filter(({ ref }) => kept.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn?.filter((one) => kept.has(one)) })),
  };
}
