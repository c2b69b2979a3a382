import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dependencyProblems } from '../../scripts/dependency-rules.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (file: string) => JSON.parse(readFileSync(resolve(ROOT, file), 'utf8')) as never;

const GOOD = { version: '1.0.0', license: 'MIT', integrity: 'sha512-abc' };

describe('what the app and its tools are made of', () => {
  it('has licences and install scripts of the lists, and a hash for each package', () => {
    expect(dependencyProblems(read('package-lock.json'))).toEqual([]);
  });

  it('is pinned, each to one version', () => {
    const { dependencies, devDependencies, optionalDependencies } = read('package.json') as Record<
      string,
      Record<string, string>
    >;
    const all = { ...dependencies, ...devDependencies, ...optionalDependencies };
    for (const version of Object.values(all)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it.each([
    ['a licence of no list', { license: 'AGPL-3.0' }, /licence AGPL-3.0/],
    ['one that is only half free', { license: 'MIT AND AGPL-3.0' }, /licence MIT AND/],
    ['no licence', { license: undefined }, /nobody says/],
    ['an install script', { hasInstallScript: true }, /runs a script/],
    ['no hash', { integrity: undefined }, /no SHA-512/],
    ['an old hash', { integrity: 'sha1-abc' }, /no SHA-512/],
  ])('would be refused with %s', (_, wrong, sentence) => {
    const packages = { '': {}, 'node_modules/a/node_modules/some-one': { ...GOOD, ...wrong } };
    expect(dependencyProblems({ packages })).toEqual([expect.stringMatching(sentence)]);
  });

  it('may choose the free one of two licences', () => {
    const packages = { 'node_modules/one': { ...GOOD, license: '(AGPL-3.0 OR MIT)' } };
    expect(dependencyProblems({ packages })).toEqual([]);
  });
});
