import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../setup/run.mjs';
import { SetupError } from '../setup/say.mjs';

/** A file that the older version has and the newer one not: an upgrade has to take it away. */
const GONE_SINCE = 'opt/Bufferscope/of-an-older-version';

/** Makes of a .deb the one of an older version: the same app with a lower number and one file more. */
export async function olderVersionOf(packageFile, file) {
  const work = mkdtempSync(join(tmpdir(), 'bufferscope-older-'));
  try {
    await dpkgDeb('-R', packageFile, work);
    const control = join(work, 'DEBIAN', 'control');
    const text = readFileSync(control, 'utf8');
    writeFileSync(control, text.replace(/^Version: .*$/m, 'Version: 0.0.1'));
    writeFileSync(join(work, GONE_SINCE), 'old\n');
    await dpkgDeb('--root-owner-group', '-Znone', '--build', work, file);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function dpkgDeb(...args) {
  const { code, stderr } = await run('dpkg-deb', args);
  if (code !== 0) throw new SetupError(`dpkg-deb ${args[0]} failed: ${stderr.trim()}`);
}
