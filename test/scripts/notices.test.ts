import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { noticesText } from '../../scripts/notices.mjs';

const text = noticesText();
const works = [...text.matchAll(/^-{80}\n(\S+) (\S+) \((.*)\)$/gm)].map(
  ([, name, version, licence]) => ({
    name,
    version,
    licence,
  }),
);

it('names what the app ships, with its version and licence', () => {
  for (const [name, licence] of [
    ['ffmpeg-static', 'GPL-3.0-or-later'],
    ['@ffmpeg-installer/linux-x64', 'GPLv3'],
    ['mediabunny', 'MPL-2.0'],
    ['@fontsource-variable/archivo', 'OFL-1.1'],
    ['@fontsource-variable/jetbrains-mono', 'OFL-1.1'],
    ['@fontsource-variable/noto-sans-kr', 'OFL-1.1'],
    ['@fontsource-variable/noto-sans-sc', 'OFL-1.1'],
    ['react', 'MIT'],
    ['execa', 'MIT'],
    ['scheduler', 'MIT'],
  ]) {
    expect(works).toContainEqual(expect.objectContaining({ name, licence }));
  }
});

it('holds their texts, and where the sources of the programs are', () => {
  expect(text).toContain('GNU GENERAL PUBLIC LICENSE');
  expect(text).toContain('Mozilla Public License Version 2.0');
  expect(text).toContain('SIL OPEN FONT LICENSE');
  expect(text).toContain('https://ffmpeg.org/');
});

it('names every dependency, and nothing that only builds or tests', async () => {
  const { dependencies, optionalDependencies } = JSON.parse(
    await readFile('package.json', 'utf8'),
  ) as Record<string, Record<string, string>>;
  const names = works.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(Object.keys({ ...dependencies, ...optionalDependencies })),
  );
  for (const tool of ['vite', 'vitest', 'eslint', 'typescript', 'electron', '@playwright/test']) {
    expect(names).not.toContain(tool);
  }
});
