/**
 * `npm run dist`: every package that this system can make, the SBOM and the sums of all, and the table of what takes the
 * space. Where the development runtime is packed, its packages are named -dev and lie in dist/not-for-release.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { buildPackages } from './pack/electron-builder.mjs';
import { writeSbom } from './pack/sbom.mjs';
import { bytesOf, MAX_OWN_BYTES, sizeLines, sizesOf } from './pack/sizes.mjs';
import { ROOT, setup } from './setup/all.mjs';
import { runMain, say, SetupError } from './setup/say.mjs';

/** A release is made with electron-builder's own tools, which it downloads. */
const OF_RELEASE = {
  linux: ['--linux', 'deb', 'AppImage', 'rpm', 'tar.gz'],
  darwin: ['--mac', 'dmg', 'zip', `--${process.arch}`],
  win32: ['--win', 'nsis', 'zip'],
};

await runMain(async () => {
  const { electron } = await setup();
  const { targets, options } = electron.release
    ? { targets: OF_RELEASE[process.platform], options: {} }
    : withToolsOfDebian();
  say(`Dist: electron-builder ${targets.join(' ')}, with Electron ${electron.version}.`);
  const { output, executable, version } = await buildPackages(electron, targets, options);
  await writeSbom(ROOT, join(output, `bufferscope-${version}.cdx.json`), {
    version,
    electron: electron.version,
  });
  const made = await writeSums(output);
  for (const { name, bytes } of made) say(`Dist: ${name}, ${(bytes / 1e6).toFixed(1)} MB.`);
  const sizes = sizesOf(unpackedOf(executable));
  say(
    `\n${sizeLines(sizes).join('\n')}\n${(bytesOf(sizes) / 1e6).toFixed(1).padStart(8)} MB  in all\n`,
  );
  if (!electron.release)
    say(`Dist: ${version} holds the development runtime and must not be released.`);
  const own = bytesOf(sizes, 'Bufferscope');
  if (own <= MAX_OWN_BYTES) return 0;
  throw new SetupError(
    `Without Electron and ffmpeg it takes ${(own / 1e6).toFixed(1)} MB; ${MAX_OWN_BYTES / 1e6} MB is the most.`,
  );
});

/**
 * Where nothing can be downloaded Debian's programs take the place of electron-builder's. The runtime is none to be
 * released, so that its packages are packed quickly rather than tightly.
 */
function withToolsOfDebian() {
  const sevenZip = found('7za');
  if (!sevenZip || !found('dpkg-deb')) {
    throw new SetupError(
      'Packages are made with 7za and dpkg-deb here: install p7zip-full and dpkg.',
    );
  }
  const rpm = found('rpmbuild') ? ['rpm'] : [];
  if (rpm.length === 0) say('Dist: no rpm, since rpmbuild is not there (install rpm).');
  return {
    targets: ['--linux', 'dir', 'deb', ...rpm, 'tar.gz'],
    options: {
      env: {
        ELECTRON_BUILDER_7ZIP_PATH: sevenZip,
        CUSTOM_FPM_PATH: join(ROOT, 'scripts', 'pack', 'fpm.mjs'),
      },
      settings: { 'deb.compression': 'gz', compression: 'store' },
    },
  };
}

/** The first program of this name on the PATH. */
function found(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/** The folder of the unpacked app: on macOS the bundle, elsewhere what the executable lies in. */
function unpackedOf(executable) {
  const bundle = executable.indexOf('.app/');
  return bundle < 0 ? dirname(executable) : executable.slice(0, bundle + '.app'.length);
}

/** Writes SHA256SUMS over what was made, as sha256sum reads it; gives names and sizes. */
async function writeSums(output) {
  const names = readdirSync(output)
    .filter((name) => /^bufferscope.*\.(deb|rpm|tar\.gz|AppImage|dmg|zip|exe|json)$/i.test(name))
    .sort();
  const lines = [];
  for (const name of names) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(output, name)), hash);
    lines.push(`${hash.digest('hex')}  ${name}\n`);
  }
  writeFileSync(join(output, 'SHA256SUMS'), lines.join(''));
  return names.map((name) => ({ name, bytes: statSync(join(output, name)).size }));
}
