import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkFfmpeg } from '../../../scripts/pack/after-pack.mjs';
import { debControl, readArguments } from '../../../scripts/pack/fpm.mjs';
import { wrongFuses } from '../../../scripts/pack/fuses.mjs';
import { drawIcons, icns, ico } from '../../../scripts/pack/icons.mjs';
import { programKind } from '../../../scripts/pack/program-kind.mjs';
import { reasonsNotToPublish } from '../../../scripts/pack/refuse-development.mjs';
import { bytesOf, ownerOf, sizesOf } from '../../../scripts/pack/sizes.mjs';

let dir = '';
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'packing-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** The head of a program: ELF, Mach-O or PE with its machine. */
function program(platform: string, machine: number): Buffer {
  const head = Buffer.alloc(256);
  if (platform === 'linux') {
    head.writeUInt32BE(0x7f454c46, 0);
    head.writeUInt16LE(machine, 18);
  } else if (platform === 'darwin') {
    head.writeUInt32LE(0xfeedfacf, 0);
    head.writeUInt32LE(machine, 4);
  } else {
    head.write('MZ', 0, 'latin1');
    head.writeUInt32LE(128, 0x3c);
    head.write('PE\0\0', 128, 'latin1');
    head.writeUInt16LE(machine, 132);
  }
  return head;
}

it('tells a program by its first bytes', () => {
  const kindOf = (bytes: Buffer) => {
    writeFileSync(join(dir, 'program'), bytes);
    return programKind(join(dir, 'program'));
  };
  expect(kindOf(program('linux', 0x3e))).toEqual({ platform: 'linux', arch: 'x64' });
  expect(kindOf(program('linux', 0xb7))).toEqual({ platform: 'linux', arch: 'arm64' });
  expect(kindOf(program('darwin', 0x0100000c))).toEqual({ platform: 'darwin', arch: 'arm64' });
  expect(kindOf(program('win32', 0x8664))).toEqual({ platform: 'win32', arch: 'x64' });
  expect(kindOf(Buffer.from('#!/bin/sh\n'.repeat(20)))).toBeNull();
  expect(kindOf(Buffer.alloc(3))).toBeNull();
  expect(programKind(process.execPath)).toEqual({
    platform: process.platform,
    arch: process.arch,
  });
});

it("packs no ffmpeg that is another platform's, and never none", () => {
  const resources = join(dir, 'resources');
  expect(() => checkFfmpeg(resources, 'linux', 'x64')).toThrow('No ffmpeg for linux x64');
  const folder = join(resources, 'app.asar.unpacked', 'node_modules', 'ffmpeg-static');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'ffmpeg'), program('linux', 0x3e));
  expect(() => checkFfmpeg(resources, 'linux', 'x64')).not.toThrow();
  expect(() => checkFfmpeg(resources, 'linux', 'arm64')).toThrow('is one for linux x64');
  expect(() => checkFfmpeg(resources, 'darwin', 'x64')).toThrow('is one for linux x64');
  writeFileSync(join(folder, 'ffmpeg'), 'an error page instead of a program');
  expect(() => checkFfmpeg(resources, 'linux', 'x64')).toThrow('is no program');
});

it('draws an icon of every size and form', async () => {
  await drawIcons(process.cwd(), dir);
  for (const size of [16, 32, 512]) {
    const png = readFileSync(join(dir, 'png', `${String(size)}x${String(size)}.png`));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  }
  const windows = readFileSync(join(dir, 'icon.ico'));
  expect(windows.readUInt16LE(4)).toBe(7);
  // The last entry, of 256 px, is written as 0 and points at a PNG.
  const at = 6 + 16 * 6;
  expect(windows.readUInt8(at)).toBe(0);
  expect(windows.readUInt32BE(windows.readUInt32LE(at + 12))).toBe(0x89504e47);
  const apple = readFileSync(join(dir, 'run.icns'));
  expect(apple.toString('latin1', 0, 4)).toBe('icns');
  expect(apple.readUInt32BE(4)).toBe(apple.length);
  expect(ico([[16, Buffer.from('p')]])).toHaveLength(6 + 16 + 1);
  expect(icns([['ic07', Buffer.from('p')]])).toHaveLength(8 + 8 + 1);
});

it("reads fpm's arguments and writes what Debian asks of a package", () => {
  const read = readArguments([
    ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libnss3', '-d', 'libgbm1'],
    ...['--name', 'bufferscope', '--version', '0.1.0~dev', '--architecture', 'amd64'],
    ...['--description', 'Short\n Long', '--maintainer', 'A <a@b.invalid>'],
    ...['/made/a=b/=/opt/App', '/tmp/x.desktop=/usr/share/applications/x.desktop'],
  ]);
  expect(read.contents).toEqual([
    { from: '/made/a=b/', to: '/opt/App' },
    { from: '/tmp/x.desktop', to: '/usr/share/applications/x.desktop' },
  ]);
  const control = debControl(read, 2049);
  expect(control).toContain('Depends: libnss3, libgbm1\n');
  expect(control).toContain('Installed-Size: 3\n');
  expect(control).toContain('Description: Short\n Long\n');
  expect(control).not.toContain('Homepage');
});

it('tells a program whose fuses are set otherwise', async () => {
  // A line of fuses as @electron/fuses writes it: a mark, the version, how many, and a digit for each.
  const fuses = (states: string) =>
    writeFileSync(
      join(dir, 'program'),
      Buffer.concat([
        Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', 'latin1'),
        Buffer.from([1, states.length]),
        Buffer.from(states, 'latin1'),
      ]),
    );
  const { electronFuses } = parse(readFileSync('electron-builder.yml', 'utf8')) as {
    electronFuses: Record<string, boolean>;
  };
  const wrong = () => wrongFuses(join(dir, 'program'), electronFuses);
  fuses('01001100');
  expect(await wrong()).toEqual([]);
  fuses('11001101');
  expect(await wrong()).toEqual(['runAsNode', 'grantFileProtocolExtraPrivileges']);
});

it('publishes nothing that the development runtime made', () => {
  const bom = (version: string) =>
    writeFileSync(
      join(dir, 'bufferscope-1.cdx.json'),
      JSON.stringify({ components: [{ name: 'electron', version }] }),
    );
  expect(reasonsNotToPublish(dir, '45.4.1').join()).toContain('No package is in');
  writeFileSync(join(dir, 'bufferscope_1.0.0_amd64.deb'), '');
  expect(reasonsNotToPublish(dir, '45.4.1').join()).toContain('No SBOM');
  bom('45.4.1');
  expect(reasonsNotToPublish(dir, '45.4.1')).toEqual([]);
  bom('33.2.1');
  expect(reasonsNotToPublish(dir, '45.4.1').join()).toContain('says Electron 33.2.1');
  bom('45.4.1');
  for (const name of ['bufferscope_1.0.0~dev_amd64.deb', 'bufferscope-1.0.0-dev.tar.gz']) {
    writeFileSync(join(dir, name), '');
    expect(reasonsNotToPublish(dir, '45.4.1').join()).toContain(name);
    rmSync(join(dir, name));
  }
});

it('counts what the packed app takes by whose it is', () => {
  const unpacked = 'resources/app.asar.unpacked/node_modules/@ffmpeg-installer/linux-x64';
  expect(ownerOf(`${unpacked}/ffmpeg`)).toBe('ffmpeg');
  expect(ownerOf(`${unpacked}/package.json`)).toBe('Bufferscope');
  expect(ownerOf('resources/app.asar')).toBe('Bufferscope');
  expect(ownerOf('libffmpeg.so')).toBe('Electron');
  mkdirSync(join(dir, unpacked), { recursive: true });
  writeFileSync(join(dir, unpacked, 'ffmpeg'), 'x'.repeat(7));
  writeFileSync(join(dir, 'resources/app.asar'), 'x'.repeat(5));
  writeFileSync(join(dir, 'chrome.pak'), 'x'.repeat(3));
  const sizes = sizesOf(dir);
  expect(bytesOf(sizes, 'ffmpeg')).toBe(7);
  expect(bytesOf(sizes, 'Bufferscope')).toBe(5);
  expect(bytesOf(sizes)).toBe(15);
});
