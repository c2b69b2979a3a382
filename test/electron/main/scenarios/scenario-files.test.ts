import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OpenedScenario } from '../../../../electron/ipc/scenario-requests';
import { ScenarioFiles } from '../../../../electron/main/scenarios/scenario-files';
import { eventually } from '../../../eventually';
import { curveOf } from '../../../model/scenario/bundled';

const text = (title: string): string =>
  `title: ${title}\nmedia: film.mp4\nsteps:\n  - {at: 1s, end: true}\n`;

let folder = '';
let path = '';
let changed: OpenedScenario[] = [];
let files: ScenarioFiles;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bufferscope-scenarios-'));
  path = join(folder, 'own.yaml');
  writeFileSync(path, text('One'));
  changed = [];
  files = new ScenarioFiles({
    curveOf,
    opened: () => undefined,
    changed: (scenario) => changed.push(scenario),
  });
});
afterEach(() => {
  files.close();
  rmSync(folder, { recursive: true, force: true });
});

const title = (opened: OpenedScenario | undefined): string | undefined =>
  opened?.ok ? opened.scenario.title['en'] : undefined;

it('knows those that come with the app by their titles, and opens them', () => {
  const bundled = files.bundled();
  expect(bundled.length).toBeGreaterThanOrEqual(7);
  expect(bundled).toContainEqual({
    id: 'sixty-seconds',
    title: {
      en: 'The whole story in 60 seconds',
      ko: '60초로 보는 전체 이야기',
      zh: '60 秒看懂全过程',
    },
  });
  for (const { id } of bundled) expect(files.openBundled(id).ok).toBe(true);
});

it('the media of a scenario counts from its own folder', () => {
  const opened = files.open(path);
  expect(opened.ok && opened.scenario.media).toEqual({
    kind: 'file',
    path: join(folder, 'film.mp4'),
  });
});

it('follows the opened file: written over, put in its place by an editor, broken', async () => {
  expect(title(files.open(path))).toBe('One');
  writeFileSync(path, text('Two'));
  await eventually(() => expect(title(changed.at(-1))).toBe('Two'));
  const other = join(folder, 'own.yaml.swp');
  writeFileSync(other, text('Three'));
  renameSync(other, path);
  await eventually(() => expect(title(changed.at(-1))).toBe('Three'));
  writeFileSync(path, 'title: Four\n');
  await eventually(() => expect(changed.at(-1)?.ok).toBe(false));
});

it('a file that is not there is a sentence, and the others in its folder are not followed', () => {
  const opened = files.open(join(folder, 'none.yaml'));
  expect(opened).toMatchObject({ ok: false, problems: [] });
  expect(!opened.ok && opened.lines[0]).toContain('cannot be read (ENOENT)');
});
