import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const MANTINE = join(ROOT, 'node_modules/@mantine/core/esm');
/** What every page of Mantine needs, whatever components are on it. */
const OF_ALL = ['baseline', 'default-css-variables', 'global'];

/** Names that the window's code imports from Mantine, types left out. */
function usedNames(): Set<string> {
  const files = readdirSync(join(ROOT, 'renderer'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file),
  );
  const lists = files.flatMap((file) => [
    ...readFileSync(join(ROOT, 'renderer', file), 'utf8').matchAll(
      /import (?:type )?\{([^}]*)\} from '@mantine\/core'/g,
    ),
  ]);
  const names = lists.flatMap(([whole, list = '']) =>
    whole.startsWith('import type') ? [] : list.split(','),
  );
  return new Set(names.map((name) => name.trim()).filter((name) => /^\w+$/.test(name)));
}

/** The style sheets that a module of Mantine's and those it imports have, by name. */
function stylesOf(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return new Set();
  seen.add(path);
  if (path.endsWith('.module.mjs')) return new Set([basename(path, '.module.mjs')]);
  const imports = readFileSync(path, 'utf8').matchAll(/from "(\.[^"]+)"/g);
  const below = [...imports].flatMap(([, name = '']) => [
    ...stylesOf(join(dirname(path), name), seen),
  ]);
  return new Set(below);
}

it('the style sheets of every Mantine component that is used are there, and no others', () => {
  const index = readFileSync(join(MANTINE, 'index.mjs'), 'utf8');
  const needed = [...usedNames()].flatMap((name) => {
    const [, path] =
      new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from "([^"]+)"`).exec(index) ?? [];
    return path ? [...stylesOf(join(MANTINE, path))] : [];
  });
  const sheet = readFileSync(join(ROOT, 'renderer/styles/mantine-components.css'), 'utf8');
  const imported = [...sheet.matchAll(/styles\/([\w-]+)\.layer\.css/g)].map(
    ([, name = '']) => name,
  );
  expect(imported.toSorted()).toEqual([...new Set([...OF_ALL, ...needed])].toSorted());
});
