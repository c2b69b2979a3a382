import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MANIFEST } from '../../../electron/lessons/packed/manifest';
import { unpackLesson } from '../../../electron/lessons/packed/read-packed';
import { writePacked } from '../../../electron/lessons/packed/write-packed';
import { readLessonFile } from '../../../electron/lessons/read-lesson-file';
import { noCurves } from '../../model/lesson/files';
import { rawZip } from './raw-zip';

const TEMPLATE = resolve(import.meta.dirname, '../../../assets/templates/en/lesson.md');
const FILM = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * i) % 251));

let root: string;
const at = (...names: string[]): string => join(root, ...names);
const never = new AbortController().signal;
const hash = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'packed-'));
  mkdirSync(at('own', 'ko'), { recursive: true });
  writeFileSync(at('film.mp4'), FILM);
  const text = readFileSync(TEMPLATE, 'utf8').replace('media: sample', 'media: ../film.mp4');
  writeFileSync(at('own', 'tunnel.md'), text);
  copyFileSync(at('own', 'tunnel.md'), at('own', 'ko', 'tunnel.md'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const pack = (to = at('tunnel.bufferlesson'), signal = never): Promise<void> =>
  writePacked(to, {
    ...{ folder: at('own'), file: 'tunnel.md', curveOf: noCurves, signal },
    onProgress: () => undefined,
  });
const unpack = (file = at('tunnel.bufferlesson'), signal = never) =>
  unpackLesson(file, () => at('out'), signal);

describe('a lesson with its media', () => {
  test('is unpacked as it was packed, wherever its media lay', async () => {
    await pack();
    // What it came from is not needed any more.
    rmSync(at('film.mp4'));
    rmSync(at('own'), { recursive: true });
    const { folder, manifest } = await unpack();
    expect(manifest.lesson).toBe('tunnel.md');
    expect(Object.keys(manifest.languages)).toEqual(['ko']);
    const entry = manifest.files['../film.mp4'] ?? '';
    expect(readFileSync(join(folder, entry)).equals(FILM)).toBe(true);
    const fileOf = (named: string): string => join(folder, manifest.files[named] ?? '-');
    const read = readLessonFile({ folder, file: manifest.lesson, fileOf }, 'en', noCurves);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const [hook] = read.lesson.steps;
    expect(hook).toMatchObject({
      run: { scenario: { media: { kind: 'file', path: join(folder, entry) } } },
    });
  });

  test('takes the place of an earlier one only once all of it has been read', async () => {
    await pack();
    await unpack();
    const whole = readFileSync(at('tunnel.bufferlesson'));
    const before = hash(at('out', 'tunnel.md'));
    // The media is damaged: its check sum no longer fits, or it is cut off.
    writeFileSync(at('cut.bufferlesson'), whole.subarray(0, whole.length / 2));
    await expect(unpack(at('cut.bufferlesson'))).rejects.toThrow(/is no lesson with its media/);
    expect(hash(at('out', 'tunnel.md'))).toBe(before);
    expect(readdirSync(root).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('that is stopped leaves nothing behind', async () => {
    const stopped = AbortSignal.abort();
    await expect(pack(at('tunnel.bufferlesson'), stopped)).rejects.toThrow();
    await pack(at('whole.bufferlesson'));
    await expect(unpack(at('whole.bufferlesson'), stopped)).rejects.toThrow();
    expect(readdirSync(root).sort()).toEqual(['film.mp4', 'own', 'whole.bufferlesson']);
  });

  test('is not written where its media is missing, or the lesson has mistakes', async () => {
    rmSync(at('film.mp4'));
    await expect(pack()).rejects.toThrow(/film\.mp4 is named by the lesson and is not there/);
    writeFileSync(at('own', 'tunnel.md'), '---\ntitle: A\n---\n');
    await expect(pack()).rejects.toThrow(/tunnel\.md has mistakes/);
  });
});

describe('a file that is none', () => {
  const manifest = (files: Record<string, string> = {}): Buffer =>
    Buffer.from(
      JSON.stringify({
        ...{ schema: 'bufferscope.lesson-file/1', lesson: 'a.md', languages: {}, files },
      }),
    );
  const zeros = deflateRawSync(Buffer.alloc(30_000_000));
  const cases: Record<string, { zip: Buffer; says: RegExp }> = {
    'no zip': { zip: Buffer.from('Hello'), says: /is no lesson with its media/ },
    'a zip without a manifest': { zip: rawZip([{ name: 'a.md' }]), says: /holds no lesson/ },
    'a path that leaves': {
      zip: rawZip([{ name: MANIFEST, data: manifest() }, { name: '../a.md' }]),
      says: /outside of its own folder/,
    },
    'an absolute path': {
      zip: rawZip([{ name: MANIFEST, data: manifest() }, { name: '/etc/a.md' }]),
      says: /outside of its own folder/,
    },
    'a path of another system': {
      zip: rawZip([{ name: MANIFEST, data: manifest() }, { name: '..\\a.md' }]),
      says: /outside of its own folder/,
    },
    'too many files': {
      zip: rawZip(Array.from({ length: 70 }, (_, i) => ({ name: `${String(i)}.md` }))),
      says: /more than 64 files/,
    },
    'a bomb': {
      zip: rawZip([
        { name: MANIFEST, data: manifest({ film: 'film' }) },
        { name: 'a.md' },
        { name: 'film', data: zeros, method: 8, size: 30_000_000 },
      ]),
      says: /would unpack to 30 MB/,
    },
    'more than it says': {
      zip: rawZip([
        { name: MANIFEST, data: manifest({ film: 'film' }) },
        { name: 'a.md' },
        { name: 'film', data: zeros, method: 8, size: 1000 },
      ]),
      says: /is damaged/,
    },
    'more than there can be': {
      zip: rawZip([
        { name: MANIFEST, data: manifest() },
        { name: 'a.md', method: 8, size: 3_000_000_000 },
      ]),
      says: /would unpack to 3/,
    },
    'a file that its manifest lacks': {
      zip: rawZip([{ name: MANIFEST, data: manifest({ film: 'film' }) }, { name: 'a.md' }]),
      says: /lacks its file film/,
    },
    'a lesson of another name': {
      zip: rawZip([
        { name: MANIFEST, data: Buffer.from(manifest().toString().replace('a.md', 'b/a.md')) },
      ]),
      says: /holds no lesson/,
    },
  };
  test.each(Object.entries(cases))('%s is refused in a sentence', async (_name, { zip, says }) => {
    writeFileSync(at('tunnel.bufferlesson'), zip);
    await expect(unpack()).rejects.toThrow(says);
    expect(readdirSync(root).sort()).toEqual(['film.mp4', 'own', 'tunnel.bufferlesson']);
  });
});
