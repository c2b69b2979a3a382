import { existsSync } from 'node:fs';
import { hasDisplay } from './display.mjs';
import { lastLine, run } from './run.mjs';
import { SetupError } from './say.mjs';

/** What Electron loads on Debian and Ubuntu; newer releases have another name for some, given first. */
const LIBRARIES = [
  ['libnss3'],
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libgbm1'],
  ['libasound2t64', 'libasound2'],
  ['libx11-xcb1'],
];
/** What makes a display where there is none. */
const DISPLAY = [['xvfb'], ['xauth']];

/** The groups of alternative names of which none is among the installed names. */
export function missingGroups(groups, installed) {
  return groups.filter((names) => !names.some((name) => installed.has(name)));
}

/** The names in dpkg-query's lines of `<status> <package>` that are installed. */
export function installedNames(lines) {
  const rows = lines.split('\n').map((line) => line.split(' '));
  return new Set(rows.filter(([status]) => status === 'installed').map(([, name]) => name));
}

/**
 * Sees to it that Debian or Ubuntu has what Electron loads: as root by apt-get, else by one clear
 * sentence. Only Debian and its kin can be asked; elsewhere Electron itself names what it cannot load.
 */
export async function ensureSystemLibraries(say) {
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version')) return;
  const groups = hasDisplay() ? LIBRARIES : [...LIBRARIES, ...DISPLAY];
  const format = '${db:Status-Status} ${Package}\\n';
  const query = await run('dpkg-query', ['-W', '-f', format, ...groups.flat()]);
  const missing = missingGroups(groups, installedNames(query.stdout));
  if (missing.length === 0) return;
  if (process.getuid() !== 0) {
    const names = (await existing(missing)).join(' ');
    throw new SetupError(`System libraries are missing. Run: sudo apt-get install -y ${names}`);
  }
  await install(missing, say);
}

async function install(missing, say) {
  say(`System libraries: installing ${missing.map((names) => names.at(-1)).join(', ')}.`);
  const updated = await apt(['update']);
  if (updated.code !== 0) {
    throw new SetupError(`System libraries: apt-get update failed: ${lastLine(updated.stderr)}`);
  }
  const names = await existing(missing);
  const installed = await apt(['install', '-y', '--no-install-recommends', ...names]);
  if (installed.code !== 0) {
    const command = `apt-get install -y ${names.join(' ')}`;
    throw new SetupError(`System libraries: ${command} failed: ${lastLine(installed.stderr)}`);
  }
}

/** The first name of each group that this release of Debian or Ubuntu has. */
async function existing(groups) {
  const all = await run('apt-cache', ['pkgnames']);
  const known = new Set(all.stdout.split('\n'));
  return groups.map((names) => names.find((name) => known.has(name)) ?? names.at(-1));
}

/** Waits for another apt instead of failing, and asks nothing. */
function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], { env });
}
