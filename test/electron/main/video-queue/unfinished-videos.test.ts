import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BrokenOffVideo } from '../../../../electron/ipc/video';
import { UnfinishedVideos } from '../../../../electron/main/video-queue/unfinished-videos';
import { VideoJournal } from '../../../../electron/main/video-queue/video-journal';
import { VideoPace } from '../../../../electron/main/video-queue/video-pace';
import { VideoQueue } from '../../../../electron/main/video-queue/video-queue';
import { USUAL_VIDEO } from '../../../../model/video/options';
import { madeLog } from '../../../model/runs/made-runs';
import { eventually } from '../../../eventually';
import { testFolder } from './folder';
import { making } from './making';

const LOG = madeLog();

/** What stands in for the notes of the drawing: a file for each video that was broken off. */
function brokenOff(folder: string) {
  let broken: BrokenOffVideo[] = [];
  const drop = (id: string): BrokenOffVideo | undefined => {
    const one = broken.find((video) => video.id === id);
    broken = broken.filter((video) => video !== one);
    return one;
  };
  return {
    breaks(name: string): BrokenOffVideo {
      mkdirSync(join(folder, 'journal/notes'), { recursive: true });
      const part = join(folder, `${name}.part.mp4`);
      writeFileSync(part, 'drawn');
      const one = { id: name, title: name, file: join(folder, name), part, bytes: 5 };
      broken.push(one);
      return one;
    },
    module: () =>
      Promise.resolve({
        listBrokenOff: () => Promise.resolve(broken),
        keepBrokenOff: (_notes: string, id: string) => {
          const file = drop(id)?.file ?? '';
          return Promise.resolve({ file, bytes: 5, durationMs: 2000, beside: [] });
        },
        deleteBrokenOff: (_notes: string, id: string) => {
          rmSync(drop(id)?.part ?? '');
          return Promise.resolve();
        },
        forgetBrokenOff: (_notes: string, id: string) => {
          drop(id);
          return Promise.resolve();
        },
      }),
  };
}

/** A start of the app over what earlier ones have left. */
function start(folder: string, off: ReturnType<typeof brokenOff>) {
  const journal = new VideoJournal(join(folder, 'journal'));
  const { make, begun } = making();
  const queue = new VideoQueue({
    ...{ journal, make, pace: new VideoPace(join(folder, 'pace.json')) },
    ...{ changed: () => undefined, progress: () => undefined, drawn: () => undefined },
  });
  return { queue, begun, journal, unfinished: new UnfinishedVideos(journal, queue, off.module) };
}

/** A start that is killed while it draws the first of these. */
async function killed(names: string[]) {
  const folder = testFolder();
  const off = brokenOff(folder);
  const { queue, begun } = start(folder, off);
  for (const name of names) {
    const wanted = {
      ...{ title: name, file: join(folder, name), force: false },
      ...{ pictures: null, options: USUAL_VIDEO },
    };
    await queue.add(wanted, LOG);
  }
  await eventually(() => expect(begun).toHaveLength(1));
  off.breaks(names[0] ?? '');
  return { folder, off };
}

describe('UnfinishedVideos', () => {
  it('offers what was broken off and what waited, once', async () => {
    const { folder, off } = await killed(['a.mp4', 'b.mp4']);
    const offered = await start(folder, off).unfinished.offer();
    expect(offered).toMatchObject([
      { title: 'a.mp4', bytes: 5, again: true },
      { title: 'b.mp4', bytes: null, again: true },
    ]);
    const { unfinished, journal } = start(folder, off);
    expect(await unfinished.offer()).toEqual([]);
    expect(await journal.left()).toEqual([]);
    // What was drawn stays where it is.
    expect(existsSync(join(folder, 'a.mp4.part.mp4'))).toBe(true);
    expect(await start(folder, off).unfinished.offer()).toEqual([]);
  });

  it('draws one again from its run, and what was drawn goes', async () => {
    const { folder, off } = await killed(['a.mp4']);
    const { unfinished, queue, begun } = start(folder, off);
    const [one] = await unfinished.offer();
    await unfinished.recover(one?.id ?? '', 'finish');
    await eventually(() => expect(begun).toHaveLength(1));
    expect(begun[0]?.job).toMatchObject({ title: 'a.mp4', file: join(folder, 'a.mp4') });
    expect(begun[0]?.job.log).toEqual(LOG);
    expect(existsSync(join(folder, 'a.mp4.part.mp4'))).toBe(false);
    begun[0]?.finish();
    await eventually(() => expect(queue.videos()[0]?.state.is).toBe('done'));
    expect(await start(folder, off).unfinished.offer()).toEqual([]);
  });

  it('keeps what is there among the videos that are over', async () => {
    const { folder, off } = await killed(['a.mp4']);
    const { unfinished, queue, journal } = start(folder, off);
    const [one] = await unfinished.offer();
    await unfinished.recover(one?.id ?? '', 'keep');
    expect(queue.videos()).toMatchObject([
      { title: 'a.mp4', state: { is: 'done', result: { durationMs: 2000 } } },
    ]);
    expect(await journal.left()).toEqual([]);
  });

  it('deletes what is left of one, with its run', async () => {
    const { folder, off } = await killed(['a.mp4']);
    const { unfinished } = start(folder, off);
    const [one] = await unfinished.offer();
    await unfinished.recover(one?.id ?? '', 'delete');
    expect(existsSync(join(folder, 'a.mp4.part.mp4'))).toBe(false);
    const left = readdirSync(join(folder, 'journal')).filter((name) => /^\d/.test(name));
    expect(left).toEqual([]);
    await expect(unfinished.recover(one?.id ?? '', 'delete')).rejects.toThrow('not in the queue');
  });

  it('offers what was made without a window, though it cannot be drawn again', async () => {
    const folder = testFolder();
    const off = brokenOff(folder);
    off.breaks('headless.mp4');
    const { unfinished } = start(folder, off);
    const offered = await unfinished.offer();
    expect(offered).toMatchObject([{ title: 'headless.mp4', bytes: 5, again: false }]);
    await unfinished.recover('headless.mp4', 'leave');
    expect(await start(folder, off).unfinished.offer()).toEqual([]);
  });

  it('takes a damaged entry for none', async () => {
    const { folder, off } = await killed(['a.mp4']);
    const entry = readdirSync(join(folder, 'journal')).find((name) => name.endsWith('.json'));
    writeFileSync(join(folder, 'journal', entry ?? ''), '{"title":');
    const offered = await start(folder, off).unfinished.offer();
    expect(offered).toMatchObject([{ id: 'a.mp4', again: false, bytes: 5 }]);
  });
});
