import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../model/language';

const text = readFileSync('docs/develop.md', 'utf8');
const quoted = [...text.matchAll(/`([^`\n]+)`/g)].map(([, words = '']) => words);
const commands = [...text.matchAll(/```sh\n([^]*?)```/g)].flatMap(([, block = '']) =>
  block.trim().split('\n'),
);
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};

/** The first command builds what the others run, which takes minutes on a machine that does much else, ms. */
const COMMAND_MS = 240_000;

describe('docs/develop.md', () => {
  it('has at least four commands to follow', () => {
    expect(commands.length).toBeGreaterThanOrEqual(4);
  });

  it.each(commands)('has a command that works: %s', { timeout: COMMAND_MS }, async (command) => {
    const [file = '', ...words] = command.split(' ');
    await promisify(execFile)(file, words, { shell: process.platform === 'win32' });
  });

  it('names no path that is not there', () => {
    const paths = quoted.filter((words) =>
      /^(model|electron|renderer|assets|scripts|test|docs)\/\S*$|^eslint\.config\.js$/.test(words),
    );
    expect(paths.length).toBeGreaterThan(25);
    for (const path of paths) expect([path, existsSync(path)]).toEqual([path, true]);
  });

  it('names no script that is not there', () => {
    const named = [...text.matchAll(/npm (?:run )?(?:--silent )?([a-z:-]+)/g)].map(
      ([, name = '']) => name,
    );
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });

  it.each([
    ['renderer/window/rooms.ts', /export const ROOMS = /],
    ['renderer/window/rooms.ts', /export const HELP_PAGES = /],
    ['eslint.config.js', /const LAYERS = /],
    ['model/link/formats/import-trace.ts', /const READERS/],
    ['model/link/formats/types.ts', /ReadTrace/],
    ['scripts/words/catalogues.mjs', /TRANSLATIONS/],
  ])('says what %s holds: %s', (file, holds) => {
    expect(readFileSync(file, 'utf8')).toMatch(holds);
  });

  it('says where each language is', () => {
    for (const language of LANGUAGES) {
      expect(existsSync(`assets/words/${language}/index.ts`)).toBe(true);
    }
  });
});
