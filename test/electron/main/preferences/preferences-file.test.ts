import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  DEFAULT_PREFERENCES,
  PreferencesFile,
} from '../../../../electron/main/preferences/preferences-file';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'bufferscope-preferences-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

describe('PreferencesFile', () => {
  it('begins with the defaults, and writes whole files into a folder that it makes', () => {
    const path = join(folder(), 'new', 'preferences.json');
    const file = new PreferencesFile(path);
    expect(file.current).toEqual(DEFAULT_PREFERENCES);
    expect(file.change({ theme: 'dark', volume: undefined })).toMatchObject({
      theme: 'dark',
      volume: DEFAULT_PREFERENCES.volume,
    });
    expect(new PreferencesFile(path).current.theme).toBe('dark');
    expect(readdirSync(join(path, '..'))).toEqual(['preferences.json']);
  });

  it.each(['{ "theme": "dar', '[]x', '{"theme":"pink"}', '', '{"recent":[7]}'])(
    'sets a damaged file aside and holds the defaults: %j',
    (text) => {
      const path = join(folder(), 'preferences.json');
      writeFileSync(path, text);
      expect(new PreferencesFile(path).current).toEqual(DEFAULT_PREFERENCES);
      expect(readFileSync(`${path}.damaged`, 'utf8')).toBe(text);
      expect(existsSync(path)).toBe(false);
    },
  );

  it('sets each damaged file aside under a name of its own', () => {
    const path = join(folder(), 'preferences.json');
    for (const text of ['first', 'second', 'third']) {
      writeFileSync(path, text);
      const { damaged } = new PreferencesFile(path);
      expect(readFileSync(damaged ?? '', 'utf8')).toBe(text);
    }
    expect(readdirSync(join(path, '..'))).toHaveLength(3);
  });

  it('fills in what an older version did not know', () => {
    const path = join(folder(), 'preferences.json');
    writeFileSync(path, '{"muted":true}');
    expect(new PreferencesFile(path).current).toEqual({ ...DEFAULT_PREFERENCES, muted: true });
  });

  it('remembers ten files, the newest first, each once', () => {
    const file = new PreferencesFile(join(folder(), 'preferences.json'));
    for (let i = 0; i < 12; i++) file.remember(`/f${i}`);
    file.remember('/f5');
    expect(file.current.recent).toEqual([5, 11, 10, 9, 8, 7, 6, 4, 3, 2].map((i) => `/f${i}`));
    file.forget('/f9');
    file.forget('/never');
    expect(file.current.recent).not.toContain('/f9');
    expect(file.current.recent.length).toBe(9);
  });

  it('goes on in memory when it cannot be written', () => {
    const path = join(folder(), 'preferences.json');
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => complaint.mockRestore());
    const file = new PreferencesFile(path);
    mkdirSync(join(path, 'in-the-way'), { recursive: true });
    expect(file.change({ muted: true }).muted).toBe(true);
    expect(file.current.muted).toBe(true);
    expect(complaint).toHaveBeenCalledOnce();
  });
});
