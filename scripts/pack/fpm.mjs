#!/usr/bin/env node
/**
 * Takes fpm's place where it cannot be downloaded: electron-builder calls it (CUSTOM_FPM_PATH) with fpm's arguments and
 * everything that is in the package, which Debian's own dpkg-deb or rpmbuild then write. What is packed, where and with
 * which scripts is electron-builder's decision here as in a release.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** fpm's flags that have no value; all others have one. */
const SWITCHES = new Set(['--force', '--debug']);

/** Reads fpm's arguments: the values of each flag, and pairs of a file or folder and its place in the system. */
export function readArguments(args) {
  const values = new Map();
  const contents = [];
  for (let i = 0; i < args.length; i++) {
    const word = args[i];
    if (SWITCHES.has(word)) continue;
    if (word.startsWith('-')) values.set(word, [...(values.get(word) ?? []), args[++i]]);
    else {
      const at = word.lastIndexOf('=');
      contents.push({ from: word.slice(0, at), to: word.slice(at + 1) });
    }
  }
  const all = (flag) => values.get(flag) ?? [];
  return { all, one: (flag) => all(flag).at(-1) ?? '', contents };
}

/** Lays what is packed into a folder as into a system, each folder for everyone to enter. */
function lay(contents, root) {
  for (const { from, to } of contents) {
    const place = join(root, to);
    mkdirSync(dirname(place), { recursive: true });
    cpSync(from, place, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  }
  for (const path of under(root)) {
    const mode = lstatSync(path).mode;
    if (!lstatSync(path).isSymbolicLink()) chmodSync(path, mode & 0o111 ? 0o755 : 0o644);
  }
  chmodSync(root, 0o755);
}

const under = (root) =>
  readdirSync(root, { recursive: true }).map((name) => join(root, String(name)));

const filesUnder = (root) => under(root).filter((path) => lstatSync(path).isFile());

/** The control file of a Debian package (deb-control(5)); `bytes` is what it takes when installed. */
export function debControl({ all, one }, bytes) {
  const [synopsis, ...description] = one('--description').trim().split('\n');
  const fields = [
    ['Package', one('--name')],
    ['Version', one('--version')],
    ['License', one('--license')],
    ['Vendor', one('--vendor')],
    ['Architecture', one('--architecture')],
    ['Maintainer', one('--maintainer')],
    ['Installed-Size', String(Math.ceil(bytes / 1024))],
    ['Depends', all('-d').join(', ')],
    ['Recommends', all('--deb-recommends').join(', ')],
    ['Section', one('--category') || 'default'],
    ['Priority', one('--deb-priority') || 'optional'],
    ['Homepage', one('--url')],
    ['Description', [synopsis, ...description.map((line) => ` ${line.trim()}`)].join('\n')],
  ];
  return `${fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')}\n`;
}

function makeDeb(read, root, work) {
  const meta = join(root, 'DEBIAN');
  const files = filesUnder(root);
  const bytes = files.reduce((sum, file) => sum + lstatSync(file).size, 0);
  const sums = files.map((file) => {
    const sum = createHash('md5').update(readFileSync(file)).digest('hex');
    return `${sum}  ${relative(root, file)}\n`;
  });
  mkdirSync(meta);
  writeFileSync(join(meta, 'control'), debControl(read, bytes));
  writeFileSync(join(meta, 'md5sums'), sums.join(''));
  for (const [flag, name] of [
    ['--after-install', 'postinst'],
    ['--after-remove', 'postrm'],
  ]) {
    copyFileSync(read.one(flag), join(meta, name));
    chmodSync(join(meta, name), 0o755);
  }
  const file = join(work, 'package.deb');
  // fpm says gz where dpkg-deb says gzip; whoever asks for it wants a package quickly.
  const quick = read.one('--deb-compression') === 'gz';
  const compression = quick ? ['-Zgzip', '-z1'] : [`-Z${read.one('--deb-compression') || 'xz'}`];
  run('dpkg-deb', ['--root-owner-group', ...compression, '--build', root, file]);
  return file;
}

/** rpm's names of what electron-builder names as Debian does. */
const RPM_ARCHS = { amd64: 'x86_64', x86_64: 'x86_64', arm64: 'aarch64', aarch64: 'aarch64' };

function makeRpm(read, root, work) {
  const { all, one } = read;
  const script = (flag) => readFileSync(one(flag), 'utf8').replaceAll('%', '%%');
  const listed = filesUnder(root).map((file) => `"/${relative(root, file)}"`);
  const spec = [
    ...[`Name: ${one('--name')}`, `Version: ${one('--version')}`, 'Release: 1'],
    `Summary: ${one('--rpm-summary') || one('--description')}`,
    `License: ${one('--license')}`,
    ...[`Vendor: ${one('--vendor')}`, `Packager: ${one('--maintainer')}`, `URL: ${one('--url')}`],
    // The parts of Electron find each other by themselves; what they need is in the list of dependencies.
    'AutoReqProv: no',
    ...all('-d').map((name) => `Requires: ${name}`),
    ...['%description', one('--description')],
    ...['%post', script('--after-install'), '%postun', script('--after-remove')],
    ...['%files', '%defattr(-,root,root)', ...listed],
  ].join('\n');
  const file = join(work, 'package.spec');
  writeFileSync(file, `${spec}\n`);
  const defines = [
    `_topdir ${work}`,
    `_rpmdir ${work}/made`,
    '_build_id_links none',
    '__os_install_post %{nil}',
    '_binary_payload w1.gzdio',
  ];
  run('rpmbuild', [
    ...['-bb', '--quiet', '--target', RPM_ARCHS[one('--architecture')], '--buildroot', root],
    ...defines.flatMap((define) => ['--define', define]),
    file,
  ]);
  return filesUnder(join(work, 'made'))[0];
}

function run(command, args) {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

const MAKERS = { deb: makeDeb, rpm: makeRpm };

if (process.argv[1] === import.meta.filename) {
  const read = readArguments(process.argv.slice(2));
  const make = MAKERS[read.one('-t')];
  if (!make) throw new Error(`No ${read.one('-t')} can be made here, only deb and rpm.`);
  const work = mkdtempSync(join(tmpdir(), 'bufferscope-package-'));
  try {
    const root = join(work, 'root');
    lay(read.contents, root);
    copyFileSync(make(read, root, work), read.one('--package'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
