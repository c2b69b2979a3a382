import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { linkHandlers } from '../../../../electron/main/links/link-handlers';
import { LinkCache } from '../../../../electron/main/links/link-cache';
import { UserProfiles } from '../../../../electron/main/links/user-profiles';
import { importTrace } from '../../../../model/link/formats/import-trace';
import { PROFILES } from '../../../../model/link/profiles';
import { SAMPLES } from '../../../model/link/formats/samples';
import { folder } from './folder';

/** What the person answers the dialogs, which no test can open. */
const dialogs = vi.hoisted(() => ({ save: '', asked: [] as string[] }));
vi.mock('electron', () => ({
  app: { getPath: () => '/documents' },
  dialog: {
    showSaveDialog: (_window: unknown, { defaultPath }: { defaultPath: string }) => {
      dialogs.asked.push(defaultPath);
      return Promise.resolve({ filePath: dialogs.save });
    },
    showOpenDialog: () => Promise.resolve({ filePaths: [] }),
  },
}));

function made() {
  const own = new UserProfiles(folder(), (path) => rm(path));
  return { own, handle: linkHandlers({ cache: new LinkCache(own), own }, {} as BrowserWindow) };
}

beforeEach(() => {
  dialogs.save = '';
  dialogs.asked = [];
});

describe('requests about links', () => {
  it('load a trace with what it was taken for, whatever its options say', async () => {
    const path = join(folder(), 'a.json');
    writeFileSync(path, SAMPLES.sabre);
    const { handle } = made();
    const text = `trace:${path};latency=99ms`;
    const answer = await handle['link:load']({ text });
    const { curve } = importTrace(SAMPLES.sabre);
    expect(answer).toEqual({
      ok: true,
      known: { curve, latencyMs: 20 },
      format: 'sabre',
      note: null,
    });
    expect(await handle['link:load']({ text: 'trace:/none' })).toEqual({
      ok: false,
      message: 'There is no file /none; check the path of the trace.',
    });
    expect(await handle['link:load']({ text: 'unlimited' })).toMatchObject({ ok: false });
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
      format: null,
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

  it('export any link with a rate to the file that is chosen, and to none when dismissed', async () => {
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
