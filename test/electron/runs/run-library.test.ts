import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RunFileError } from '../../../electron/runs/run-file';
import { RunLibrary } from '../../../electron/runs/run-library';
import { troubleOf } from '../../../electron/runs/trouble';
import { RunWriter } from '../../../electron/runs/run-writer';
import { linesOfRun } from '../../../model/runs/run-lines';
import { summaryOf } from '../../../model/runs/summary';
import { eventually } from '../../eventually';
import { madeLog, madeRun } from '../../model/runs/made-runs';
import { freshFolder } from './folder';

const run = madeRun(madeLog(), { name: 'Lecture 3' });
const [plan = '', ...rest] = linesOfRun(run).split(/(?<=\n)/);

/** A process that has ended: its number is no other's for a while. */
const deadPid = (): number =>
  Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }));

/** The names in a folder, but for the index. */
const namesIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name !== 'index.json');

describe('writing a run while it goes on', () => {
  const written = async (folder: string, lines = rest.join('')) => {
    const said: string[] = [];
    const writer = new RunWriter(folder, { trouble: (s) => said.push(s) }, { plan, name: '' });
    writer.append(lines.slice(0, 5000));
    writer.append(lines.slice(5000));
    await writer.finish();
    return { said, id: writer.id };
  };

  it('ends as one packed file that is the run', async () => {
    const folder = join(freshFolder(), 'new', 'runs');
    const { said, id } = await written(folder);
    expect(said).toEqual([]);
    expect(namesIn(folder)).toEqual([`${id}.bufferrun`]);
    expect(readFileSync(join(folder, `${id}.bufferrun`)).length).toBeLessThan(plan.length * 20);
    expect(await new RunLibrary(folder).read(id)).toEqual(run);
  });

  it('says once that a folder cannot be one, and throws nothing', async () => {
    const file = join(freshFolder(), 'file');
    writeFileSync(file, '');
    const { said } = await written(join(file, 'runs'));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/is not there any more\. The run goes on\.$/);
  });

  it('says once that the folder was deleted under way, and throws nothing', async () => {
    const folder = join(freshFolder(), 'runs');
    const said: string[] = [];
    const writer = new RunWriter(folder, { trouble: (s) => said.push(s) }, { plan, name: '' });
    writer.append(rest.slice(0, 3).join(''));
    await eventually(() => expect(existsSync(folder)).toBe(true));
    rmSync(folder, { recursive: true });
    writer.append(rest.slice(3).join(''));
    await writer.finish();
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('is not there any more. The run goes on.');
  });

  it.each([
    ['ENOSPC', /the disk of \/runs is full/],
    ['EROFS', /nothing may be written into \/runs/],
    ['ENOENT', /\/runs is not there any more/],
    ['EIO', /writing into \/runs failed \(EIO\)/],
  ])('has a sentence for %s', (code, sentence) => {
    expect(troubleOf(Object.assign(new Error('x'), { code }), '/runs')).toMatch(sentence);
  });
});

describe('a library of runs', () => {
  it('lists what was added, with its size', async () => {
    const library = new RunLibrary(freshFolder());
    const id = await library.add(run);
    const { runs, broken, bytes } = await library.list();
    expect(broken).toEqual([]);
    expect(runs).toEqual([summaryOf(run, { id, bytes })]);
  });

  it('is empty where there is no folder', async () => {
    const library = new RunLibrary(join(freshFolder(), 'none'));
    expect(await library.list()).toEqual({ runs: [], broken: [], bytes: 0 });
  });

  it('keeps names, pins and notes in the run itself', async () => {
    const folder = freshFolder();
    const library = new RunLibrary(folder);
    const id = await library.add(run);
    const note = { tMs: 1000, kind: 'note', from: 'person', text: { en: 'look' } } as const;
    await library.change(id, { name: 'The tunnel' });
    await library.change(id, { pinned: true });
    await library.note(id, note, false);
    await library.note(id, { ...note, tMs: 2000 }, false);
    await library.note(id, { ...note, tMs: 2000 }, true);
    const kept = await new RunLibrary(folder).read(id);
    expect(kept).toMatchObject({ name: 'The tunnel', pinned: true });
    expect(kept.log).toEqual({ ...run.log, marks: [note] });
    expect((await library.list()).runs[0]).toMatchObject({ name: 'The tunnel', pinned: true });
  });

  it('brings back what was deleted until it is closed', async () => {
    const folder = freshFolder();
    const library = new RunLibrary(folder);
    const id = await library.add(run);
    await library.moveAside([id]);
    expect((await library.list()).runs).toEqual([]);
    await library.restore([id]);
    expect((await library.list()).runs).toHaveLength(1);
    await library.moveAside([id]);
    await library.close();
    expect(namesIn(folder)).toEqual([]);
  });

  it('removes the oldest unpinned runs over its cap, and names them', async () => {
    const folder = freshFolder();
    const library = new RunLibrary(folder);
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      ids.push(await library.add({ ...run, startedMs: 1e12 + i * 1000, pinned: i === 0 }));
    }
    const size = namesIn(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    expect(await library.keepWithin(size)).toEqual([]);
    // Nothing has to go: no run was looked into, and nothing is remembered of any.
    expect(existsSync(join(folder, 'index.json'))).toBe(false);
    const { bytes } = await library.list();
    expect(bytes).toBe(size);
    const gone = await library.keepWithin(bytes - 1);
    expect(gone.map(({ id }) => id)).toEqual([ids[1]]);
    expect((await library.list()).runs.map(({ id }) => id).sort()).toEqual([ids[0], ids[2]].sort());
  });

  it.each(['../../etc/passwd', 'a/b', '', 'a.b'])('has no run "%s"', async (id) => {
    const library = new RunLibrary(freshFolder());
    await expect(library.read(id)).rejects.toThrow(RunFileError);
  });
});

describe('what a killed app has left', () => {
  it('is a run that broke off, packed, and nothing that was deleted', async () => {
    const folder = freshFolder();
    const pid = deadPid();
    writeFileSync(join(folder, `a.${pid}.going`), plan + rest.slice(0, 200).join('') + '["samp');
    mkdirSync(join(folder, `removed-${pid}-`));
    const library = new RunLibrary(folder);
    const { runs } = await library.list();
    expect(runs).toMatchObject([{ id: 'a', brokenOff: true }]);
    expect(runs[0]?.lengthMs).toBeGreaterThan(500);
    expect(namesIn(folder)).toEqual(['a.bufferrun']);
  });

  it('is left alone while its process lives, unless this computer has started since', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, `a.${process.pid}.going`), plan);
    writeFileSync(join(folder, `b.${process.pid}.going`), plan);
    utimesSync(join(folder, `b.${process.pid}.going`), 1, 1);
    const { runs } = await new RunLibrary(folder).list();
    expect(runs.map(({ id }) => id)).toEqual(['b']);
    expect(existsSync(join(folder, `a.${process.pid}.going`))).toBe(true);
  });
});

describe('the index of a library', () => {
  it.each([
    ['missing', null],
    ['no JSON', 'x'],
    ['of another kind', '{"version":2,"entries":{"a":{}}}'],
    ['of another version', '{"version":0,"entries":{}}'],
  ])('that is %s is made again', async (_how, content) => {
    const folder = freshFolder();
    const id = await new RunLibrary(folder).add(run);
    if (content !== null) writeFileSync(join(folder, 'index.json'), content);
    const { runs, bytes } = await new RunLibrary(folder).list();
    expect(runs).toEqual([summaryOf(run, { id, bytes })]);
    expect(JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'))).toMatchObject({
      entries: { [id]: { message: '' } },
    });
  });

  it('saves reading: a run whose size and date are those of the index is taken from it', async () => {
    const folder = freshFolder();
    const id = await new RunLibrary(folder).add(run);
    await new RunLibrary(folder).list();
    const path = join(folder, 'index.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Lecture 3', 'From the index'));
    const library = new RunLibrary(folder);
    expect((await library.list()).runs[0]?.name).toBe('From the index');
    await library.change(id, { pinned: true });
    expect((await library.list()).runs[0]?.name).toBe('Lecture 3');
  });

  it('says which files are no runs, and forgets those that are gone', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'x.bufferrun'), 'text');
    const library = new RunLibrary(folder);
    const { runs, broken } = await library.list();
    expect(runs).toEqual([]);
    expect(broken).toMatchObject([{ id: 'x', message: /^x\.bufferrun is no run/ }]);
    execFileSync('rm', [join(folder, 'x.bufferrun')]);
    expect((await library.list()).broken).toEqual([]);
  });

  it('holds for two libraries of one folder', async () => {
    const folder = freshFolder();
    const [one, other] = [new RunLibrary(folder), new RunLibrary(folder)];
    const ids = await Promise.all([one.add(run), other.add(run), one.add(run)]);
    const lists = await Promise.all([one.list(), other.list()]);
    for (const { runs } of lists) expect(runs.map(({ id }) => id).sort()).toEqual(ids.toSorted());
  });
});
