import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { renameFree } from '../../electron/free-name';
import { writePacked } from '../../electron/lessons/packed/write-packed';
import { writeReport } from '../../electron/main/headless/write-report';
import { UserProfiles } from '../../electron/main/links/user-profiles';
import { PreferencesFile } from '../../electron/main/preferences/preferences-file';
import { RecordingWriter } from '../../electron/main/recording/recording-writer';
import { PicturesWriter } from '../../electron/runs/pictures-writer';
import { RunLibrary } from '../../electron/runs/run-library';
import { RunWriter } from '../../electron/runs/run-writer';
import { writeWhole } from '../../electron/whole-file';
import { curveOfSegments } from '../../model/link/rate-curve';
import { linesOfRun } from '../../model/runs/run-lines';
import { FailingDisk, NO_FAILING_DISK } from '../failing-disk/disk';
import { noCurves } from '../model/lesson/files';
import { madeLog, madeRun } from '../model/runs/made-runs';

let disk: FailingDisk | null;
let folder = '';
let nth = 0;
beforeAll(async () => (disk = await FailingDisk.mount()));
afterAll(() => disk?.unmount());
beforeEach(async (context) => {
  if (!disk) return context.skip(NO_FAILING_DISK);
  await disk.mend();
  folder = join(disk.path, `test-${String((nth += 1))}`);
  mkdirSync(folder);
});

/** What goes wrong, and the system's code for it. */
const FAULTS = [
  { fault: 'no more files may be opened', code: 'EMFILE', faults: { open: 'EMFILE' } },
  { fault: 'the disk gives up', code: 'EIO', faults: { write: 'EIO' } },
  { fault: 'the disk is full', code: 'ENOSPC', faults: { write: 'ENOSPC' } },
] as const;
const rejection = (promise: Promise<unknown>): Promise<Error | null> =>
  promise.then(
    () => null,
    (error: Error) => error,
  );

const run = madeRun(madeLog(), { name: 'Lecture 3' });
const [plan = '', ...lines] = linesOfRun(run).split(/(?<=\n)/);

/** What writes a file that a person has named, over one that is there: a sentence, or the system's code. */
const WRITERS: Record<string, (path: string) => Promise<unknown>> = {
  'a text, a report, an exported run, a handout': (path) => writeWhole(path, 'new'.repeat(9000)),
  'a packed lesson': (path) => {
    const [folder, signal] = [resolve('assets/templates/en'), new AbortController().signal];
    const packing = { folder, file: 'lesson.md', curveOf: noCurves, signal };
    return writePacked(path, { ...packing, onProgress: () => undefined });
  },
};

describe.each(FAULTS)('where $fault', ({ code, faults }) => {
  it.each(Object.keys(WRITERS))('what was there stays: %s', async (name) => {
    const path = join(folder, 'mine');
    writeFileSync(path, 'old');
    await disk?.fail(faults);
    expect(await rejection(WRITERS[name]?.(path) ?? Promise.resolve())).not.toBeNull();
    await disk?.mend();
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['mine']);
  });

  it('a report stays whole, and nothing half-written is left', async () => {
    const files = { log: run.log, html: '<html>', picture: Buffer.alloc(9000, 1) };
    await writeReport(folder, files);
    await disk?.fail(faults);
    const error = await rejection(writeReport(folder, { ...files, html: 'new' }));
    expect(error).toMatchObject({ code });
    await disk?.mend();
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toBe('<html>');
    expect(readdirSync(folder).sort()).toEqual(['compare.png', 'report.html', 'report.json']);
  });

  it('preferences hold for the session, and what was kept stays', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const path = join(folder, 'preferences.json');
    const file = new PreferencesFile(path);
    file.change({ theme: 'dark' });
    await disk?.fail(faults);
    expect(file.change({ theme: 'light' }).theme).toBe('light');
    await disk?.mend();
    expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(code));
    expect(new PreferencesFile(path).current.theme).toBe('dark');
    expect(readdirSync(folder)).toEqual(['preferences.json']);
    said.mockRestore();
  });

  it('a profile of a link is refused in a sentence, and the one that was there stays', async () => {
    const profiles = new UserProfiles(folder, () => Promise.resolve());
    const curve = (rate: number) => ({
      curve: curveOfSegments([{ fromMs: 0, rate }], 2000),
      latencyMs: 20,
    });
    expect(profiles.save('train', curve(1e6), false)).toEqual({ ok: true });
    const kept = readFileSync(profiles.pathOf('train') ?? '', 'utf8');
    await disk?.fail(faults);
    const outcome = profiles.save('train', curve(2e6), true);
    expect(outcome).toMatchObject({ ok: false, message: expect.stringContaining(code) as string });
    await disk?.mend();
    expect(readFileSync(profiles.pathOf('train') ?? '', 'utf8')).toBe(kept);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('a run is said once to be kept no further', async () => {
    const said: string[] = [];
    await disk?.fail(faults);
    const writer = new RunWriter(folder, { trouble: (s) => said.push(s) }, { plan, name: '' });
    writer.append(lines.join(''));
    await writer.finish();
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(code === 'ENOSPC' ? /is full/ : new RegExp(`failed \\(${code}\\)`));
    await disk?.mend();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('the pictures of a camera are said once to be kept no further', async () => {
    const said: string[] = [];
    await disk?.fail(faults);
    const writer = new PicturesWriter(folder, 'run-1', { trouble: (s) => said.push(s) });
    for (let i = 0; i < 3; i += 1) writer.write(new Uint8Array(1000), 1000 * i);
    await writer.close();
    expect(said).toHaveLength(1);
  });

  it('a recording that cannot begin is refused in a sentence', async () => {
    const noted = { note: () => undefined, clear: () => undefined };
    const writer = new RecordingWriter(folder, noted);
    await disk?.fail(faults);
    const begun = writer.begin(join(folder, 'a.webm')).then(() => writer.slice(new Uint8Array(10)));
    const sentence = (await rejection(begun))?.message ?? '';
    expect(sentence).toMatch(/^(The recording cannot be kept|Nothing of the recording could be)/);
    expect(sentence).toContain(code === 'ENOSPC' ? 'full' : code);
    await disk?.mend();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('where the disk gives up in mid-run', () => {
  it('a run is kept as far as it went', async () => {
    const said: string[] = [];
    const writer = new RunWriter(folder, { trouble: (s) => said.push(s) }, { plan, name: '' });
    writer.append(lines.slice(0, 3).join(''));
    await vi.waitFor(() => expect(readdirSync(folder)).toHaveLength(1));
    const [going = ''] = readdirSync(folder);
    await vi.waitFor(() => {
      expect(readFileSync(join(folder, going), 'utf8')).toBe(plan + lines.slice(0, 3).join(''));
    });
    await disk?.fail({ write: 'EIO' });
    writer.append(lines.slice(3).join(''));
    await writer.finish();
    await disk?.mend();
    expect(said).toEqual([expect.stringContaining('failed (EIO)')]);
    const { runs, broken } = await new RunLibrary(folder).list();
    expect(broken).toEqual([]);
    expect(runs).toHaveLength(1);
  });

  it('the slices of a recording that went are kept', async () => {
    const noted = { note: () => undefined, clear: () => undefined };
    const writer = new RecordingWriter(folder, noted);
    const path = join(folder, 'a.webm');
    await writer.begin(path);
    await writer.slice(new Uint8Array(100_000).fill(7));
    await disk?.fail({ write: 'EIO' });
    const error = await rejection(writer.slice(new Uint8Array(100_000)));
    expect(error?.message).toMatch(/The recording has ended: .*EIO/);
    await disk?.mend();
    expect(readFileSync(path)).toEqual(Buffer.alloc(100_000, 7));
  });
});

it('gives a file its name on a disk that has no room for another', async () => {
  const [from, to] = [join(folder, 'video.part.mp4'), join(folder, 'video.mp4')];
  writeFileSync(from, 'drawn');
  await disk?.fail({ open: 'ENOSPC' });
  expect(await renameFree(from, to)).toBe(to);
  await disk?.mend();
  expect(readFileSync(to, 'utf8')).toBe('drawn');
  expect(readdirSync(folder)).toEqual(['video.mp4']);
});
