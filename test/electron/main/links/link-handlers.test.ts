import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { GivenFiles } from '../../../../electron/main/given-files';
import { linkHandlers } from '../../../../electron/main/links/link-handlers';
import { LinkCache } from '../../../../electron/main/links/link-cache';
import { UserProfiles } from '../../../../electron/main/links/user-profiles';
import { importTrace } from '../../../../model/link/formats/import-trace';
import { PROFILES } from '../../../../model/link/profiles';
import { SAMPLES } from '../../../model/link/formats/samples';
import { folder } from './folder';

/** What the person answers the dialogs, which no test can open. */
const dialogs = vi.hoisted(() => ({
  save: '',
  open: '',
  useLong: false,
  asked: [] as string[],
  questions: [] as string[],
}));
vi.mock('electron', () => ({
  app: { getPath: () => '/documents' },
  dialog: {
    showSaveDialog: (_window: unknown, { defaultPath }: { defaultPath: string }) => {
      dialogs.asked.push(defaultPath);
      return Promise.resolve({ filePath: dialogs.save });
    },
    showOpenDialog: () => Promise.resolve({ filePaths: dialogs.open ? [dialogs.open] : [] }),
    showMessageBox: (_window: unknown, { message }: { message: string }) => {
      dialogs.questions.push(message);
      return Promise.resolve({ response: dialogs.useLong ? 0 : 1 });
    },
  },
}));

function made() {
  const own = new UserProfiles(folder(), (path) => rm(path));
  const given = new GivenFiles();
  const links = { cache: new LinkCache(own), own, given };
  return { own, given, handle: linkHandlers(links, {} as BrowserWindow) };
}

beforeEach(() => {
  Object.assign(dialogs, { save: '', open: '', useLong: false, asked: [], questions: [] });
});

describe('requests about links', () => {
  it('load a trace with what it was read as, whatever its options say', async () => {
    const path = join(folder(), 'a.json');
    writeFileSync(path, SAMPLES.sabre);
    const { handle, given } = made();
    given.give(path);
    given.give('/none');
    const text = `trace:${path};latency=99ms`;
    const answer = await handle['link:load']({ text });
    const { curve } = importTrace(SAMPLES.sabre);
    expect(answer).toEqual({
      ok: true,
      known: { curve, latencyMs: 20 },
      note: 'Read as Sabre JSON: 2.0 s long, 0.7 MB/s in the mean.',
    });
    expect(await handle['link:load']({ text: 'trace:/none' })).toEqual({
      ok: false,
      message: 'There is no file /none; check the path of the trace.',
    });
    expect(await handle['link:load']({ text: 'unlimited' })).toMatchObject({ ok: false });
  });

  it('read no trace that nobody chose, under any name of it', async () => {
    const path = join(folder(), 'a.json');
    writeFileSync(path, SAMPLES.sabre);
    const { handle } = made();
    const message = expect.stringContaining('Nobody has chosen') as string;
    for (const text of [`trace:${path}`, `trace:${path};latency=1ms`, 'trace:/etc/passwd']) {
      expect(await handle['link:load']({ text })).toEqual({ ok: false, message });
      expect(await handle['link:save']({ name: 'x', curve: text, replace: false })).toMatchObject({
        ok: false,
        message,
      });
      const exported = async () => handle['link:export']({ text, format: 'sabre' });
      await expect(exported()).rejects.toThrow('Nobody has chosen');
    }
    dialogs.open = path;
    expect(await handle['link:choose-trace'](undefined)).toBe(path);
    expect(await handle['link:load']({ text: `trace:${path};latency=1ms` })).toMatchObject({
      ok: true,
    });
    expect(dialogs.questions).toEqual([]);
  });

  it('ask about a trace of more than a day, and leave it when it is not wanted', async () => {
    const path = join(folder(), 'ms.txt');
    // Times in ms where the format has seconds.
    writeFileSync(path, '0 8\n1000 9\n200000 7\n');
    const { handle } = made();
    dialogs.open = path;
    expect(await handle['link:choose-trace'](undefined)).toBeNull();
    expect(dialogs.questions).toEqual(['Does this trace last 4.6 days?']);
    expect(await handle['link:load']({ text: `trace:${path}` })).toMatchObject({ ok: false });
    dialogs.useLong = true;
    expect(await handle['link:choose-trace'](undefined)).toBe(path);
    expect(await handle['link:load']({ text: `trace:${path}` })).toMatchObject({
      ok: true,
      note: expect.stringContaining('That is more than a day') as string,
    });
  });

  it('save a drawn link, list it behind the built-in ones, and remove it', async () => {
    const { handle } = made();
    const profile = {
      name: 'Tram',
      curve: 'steps:0=1MB/s,5=0;repeat=9s;latency=7ms',
      replace: false,
    };
    expect(await handle['link:save'](profile)).toEqual({ ok: true });
    expect(await handle['link:save'](profile)).toMatchObject({ ok: false, exists: true });
    const names = async () => (await handle['link:list'](undefined)).map(({ name }) => name);
    expect(await names()).toEqual([...PROFILES.map(({ name }) => name), 'Tram']);
    expect(await handle['link:load']({ text: 'profile:Tram' })).toMatchObject({
      ok: true,
      known: { latencyMs: 7, curve: { periodMs: 9000 } },
      note: null,
    });
    await handle['link:remove']({ name: 'Tram' });
    expect(await names()).not.toContain('Tram');
    for (const curve of ['unlimited', 'steps:5=1MB/s', 'profile:Tram']) {
      expect(await handle['link:save']({ ...profile, curve })).toMatchObject({
        ok: false,
        exists: false,
        message: expect.stringMatching(/\.$/) as string,
      });
    }
  });

  it('export any link with a rate to the file that is given, and to none when dismissed', async () => {
    const { handle } = made();
    const request = { text: 'dropouts:1.5MB/s@1-2;latency=30ms', format: 'sabre' } as const;
    expect(await handle['link:export'](request)).toBeNull();
    dialogs.save = join(folder(), 'out');
    expect(await handle['link:export'](request)).toBe(dialogs.save);
    const sabre = importTrace(readFileSync(dialogs.save, 'utf8'));
    expect(sabre).toMatchObject({ format: 'sabre', latencyMs: 30, curve: { periodMs: 12_000 } });
    await handle['link:export']({ text: 'profile:bus-3g', format: 'mahimahi' });
    expect(importTrace(readFileSync(dialogs.save, 'utf8')).format).toBe('mahimahi');
    expect(dialogs.asked.at(-1)).toBe('/documents/bus-3g.mahimahi');
  });

  it('refuse to export a link without a limit, and write nothing', async () => {
    const { handle } = made();
    dialogs.save = join(folder(), 'out');
    const exported = async () => handle['link:export']({ text: 'unlimited', format: 'sabre' });
    await expect(exported()).rejects.toThrow('A link without a limit has no rate to export');
    expect(existsSync(dialogs.save)).toBe(false);
  });
});
