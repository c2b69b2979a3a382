import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { Inspector } from '../../../../electron/media/inspect/inspector';
import { nodeInspector } from '../../../../electron/media/inspect/node-process';
import { ensureCliBuild } from '../../../../scripts/setup/build-cli.mjs';
import { MediaRegistry, type FirstSource } from '../../../../electron/main/media/media-registry';

let inspectorBundle: string;
beforeAll(async () => {
  const cli = await ensureCliBuild(join(import.meta.dirname, '../../../..'), () => undefined);
  inspectorBundle = join(dirname(cli), 'inspector.mjs');
});

function made(first: Partial<FirstSource> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'bufferscope-registry-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const opened: string[] = [];
  const vanished: string[] = [];
  const ready: string[] = [];
  const cacheDir = join(folder, 'cache');
  const registry = new MediaRegistry({
    cacheDir,
    cacheCapBytes: 1e9,
    first: {
      ...{ path: null, camera: null, live: null },
      ...{ as: 'auto', sampleSeconds: 10, consumeRate: 1e6, ...first },
    },
    inspector: new Inspector(() => nodeInspector(inspectorBundle)),
    onProgress: () => undefined,
    onReady: ({ name }) => ready.push(name),
    onOpened: (path) => opened.push(path),
    onVanished: (path) => vanished.push(path),
  });
  onTestFinished(() => registry.close());
  return { registry, file, folder, cacheDir, opened, vanished, ready };
}

describe('MediaDesk', () => {
  it('opens a file, knows it by its id and hashes what is delivered', async () => {
    const { registry, file, opened } = made();
    const path = file('notes.txt', 'one line\n');
    const result = await registry.open(path, 'auto');
    if (!result.ok) throw new Error(result.refusal.message);
    expect(result.media).toMatchObject({ kind: 'text', deliveredBytes: 9, sourcePath: path });
    expect(registry.get(result.media.id)).toEqual(result.media);
    expect(await registry.hash(result.media.id)).toBe(
      createHash('sha256').update('one line\n').digest('hex'),
    );
    expect(opened).toEqual([path]);
    expect(() => registry.get('other')).toThrow(/no longer open/);
  });

  it('opens first what the command line named, and later what is open', async () => {
    const { registry, file } = made();
    const [one, two] = [file('one.txt', 'one'), file('two.txt', 'two')];
    const other = made({ path: one });
    expect(await other.registry.initial()).toMatchObject({ ok: true, media: { name: 'one.txt' } });
    await registry.open(two, 'bytes');
    expect(await registry.initial()).toMatchObject({ ok: true, media: { name: 'two.txt' } });
  });

  it('opens what is first once, however early and often it is asked for', async () => {
    const path = made().file('one.txt', 'one');
    const { registry, ready } = made({ path });
    const [early, late] = await Promise.all([registry.initial(), registry.initial()]);
    expect(early).toMatchObject({ ok: true, media: { name: 'one.txt' } });
    expect(late).toEqual(early);
    expect(ready).toEqual(['one.txt']);
  });

  it('refuses with the sentence of the refusal, and forgets a file that is gone', async () => {
    const { registry, folder, file, vanished, opened } = made();
    expect(await registry.open(join(folder, 'gone.mp4'), 'auto')).toMatchObject({
      ok: false,
      refusal: { code: 'vanished' },
    });
    expect(await registry.open(file('empty.mp4', ''), 'auto')).toMatchObject({
      ok: false,
      refusal: { code: 'empty' },
    });
    expect(vanished).toEqual([join(folder, 'gone.mp4')]);
    expect(opened).toEqual([]);
  });

  it('cancels an opening for the next one, and leaves nothing of it', async () => {
    const { registry, file, cacheDir } = made();
    const sample = registry.sample();
    const text = registry.open(file('a.txt', 'text'), 'auto');
    expect(await sample).toMatchObject({ ok: false, refusal: { code: 'cancelled' } });
    expect(await text).toMatchObject({ ok: true });
    const again = registry.sample();
    await registry.cancel();
    expect(await again).toMatchObject({ ok: false, refusal: { code: 'cancelled' } });
    expect(readdirSync(cacheDir)).toEqual([]);
    await registry.cancel();
  });
});
