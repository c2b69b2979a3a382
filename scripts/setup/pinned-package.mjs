import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { lastLine, npm, run } from './run.mjs';
import { SetupError } from './say.mjs';

/** The npm integrity string of a file: its SHA-512 in base64. */
export async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/** Throws unless the file has exactly the pinned integrity. */
export async function checkIntegrity(file, pinned, name) {
  const found = await integrityOf(file);
  if (found !== pinned) {
    throw new SetupError(
      `${name}: the package is not the pinned one (${found}); nothing was used.`,
    );
  }
}

/** Fetches name@version from npm's own registry into dir, checks it, unpacks it, and gives its folder. */
export async function fetchPinned({ name, version, integrity }, dir) {
  const spec = `${name}@${version}`;
  const packed = await npm(['pack', spec, '--json', '--silent', '--pack-destination', dir]);
  if (packed.code !== 0) {
    throw new SetupError(`${spec} could not be fetched: ${lastLine(packed.stderr)}`);
  }
  const tarball = join(dir, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
  await checkIntegrity(tarball, integrity, spec);
  const unpacked = await run('tar', ['-xzf', tarball, '-C', dir]);
  if (unpacked.code !== 0) throw new SetupError(`${spec}: ${lastLine(unpacked.stderr)}`);
  return join(dir, 'package');
}
