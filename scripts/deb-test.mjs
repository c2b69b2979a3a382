/**
 * `npm run test:deb -- PACKAGE.deb`: installs a .deb in a bare Debian 12 root, starts it as a person's own user with its
 * sandbox on, upgrades it over an older version of itself and removes it. Wants root, debootstrap and a Debian mirror;
 * `--root FOLDER` takes a bare root that is there instead of making one.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runChild } from './child.mjs';
import { olderVersionOf } from './deb-test/older-version.mjs';
import { ROOT } from './setup/all.mjs';
import { lastLine, run } from './setup/run.mjs';
import { runMain, say, SetupError } from './setup/say.mjs';
import { isRoot } from './sandbox.mjs';
import { startXvfb } from './xvfb.mjs';

const MIRROR = 'http://deb.debian.org/debian';

await runMain(async () => {
  const { packageFile, base } = readArguments(process.argv.slice(2));
  if (!isRoot()) throw new SetupError('A Debian root is made by root alone: run this with sudo.');
  const work = mkdtempSync(join(tmpdir(), 'bufferscope-deb-'));
  const root = join(work, 'root');
  const xvfb = await startXvfb();
  try {
    await checkProfile(packageFile, join(work, 'profile'));
    await bareRoot(base, root);
    cpSync(packageFile, join(root, 'new.deb'));
    await olderVersionOf(packageFile, join(root, 'old.deb'));
    cpSync(join(ROOT, 'scripts', 'deb-test', 'inside.sh'), join(root, 'inside.sh'));
    const enter = join(ROOT, 'scripts', 'deb-test', 'enter.sh');
    const args = ['--mount', '--pid', '--fork', '--kill-child', 'sh', enter, root, xvfb.display];
    const code = await runChild('unshare', args);
    if (code === 0) say('1 passed, 0 failed');
    return code;
  } finally {
    await xvfb.stop();
    rmSync(work, { recursive: true, force: true });
  }
});

function readArguments(args) {
  const at = args.indexOf('--root');
  const base = at < 0 ? null : resolve(args[at + 1] ?? '');
  const rest = at < 0 ? args : args.toSpliced(at, 2);
  const packageFile = rest[0] === undefined ? newestDeb() : resolve(rest[0]);
  if (!existsSync(packageFile)) throw new SetupError(`${packageFile} is not there.`);
  return { packageFile, base };
}

/** The .deb that `npm run dist` has made here. */
function newestDeb() {
  for (const folder of ['dist', 'dist/not-for-release']) {
    const path = join(ROOT, folder);
    const name = existsSync(path) && readdirSync(path).find((file) => file.endsWith('.deb'));
    if (name) return join(path, name);
  }
  throw new SetupError('No .deb is in dist: run npm run dist first, or name one.');
}

/** The rules that the profile is written for are AppArmor 4's, as Ubuntu 24.04 has it; Debian 12 has 3 and asks for none. */
const APPARMOR_RULES = '/etc/apparmor.d/abi/4.0';

/** Has this system's AppArmor read the profile of a package, where it can. */
async function checkProfile(packageFile, folder) {
  const parser = ['/usr/sbin', '/sbin'].map((bin) => join(bin, 'apparmor_parser')).find(existsSync);
  if (!parser || !existsSync(APPARMOR_RULES)) {
    return say('Deb: no AppArmor 4 is here to read the profile.');
  }
  await succeed('dpkg-deb', ['-x', packageFile, folder]);
  const profile = join(folder, 'opt', 'Bufferscope', 'resources', 'apparmor-profile');
  // -Q loads nothing into the kernel, -K leaves no cache.
  await succeed(parser, ['-Q', '-K', profile]);
  rmSync(folder, { recursive: true });
  return say('Deb: the AppArmor profile parses.');
}

async function succeed(command, args) {
  const { code, stdout, stderr } = await run(command, args);
  if (code !== 0) throw new SetupError(`${command} failed: ${lastLine(stderr || stdout)}`);
}

/** Lays a Debian 12 with nothing but what every Debian has. */
async function bareRoot(base, root) {
  if (base === null) say('Deb: debootstrap makes a bare Debian 12.');
  const [command, ...args] =
    base === null
      ? ['debootstrap', '--variant=minbase', 'bookworm', root, MIRROR]
      : ['cp', '--archive', base, root];
  await succeed(command, args);
}
