import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VideoJournal } from '../../../../electron/main/video-queue/video-journal';
import { VideoPace } from '../../../../electron/main/video-queue/video-pace';
import { VideoQueue } from '../../../../electron/main/video-queue/video-queue';
import { USUAL_VIDEO } from '../../../../model/video/options';
import { madeLog } from '../../../model/runs/made-runs';
import { eventually } from '../../../eventually';
import { testFolder } from './folder';
import { making } from './making';

const LOG = madeLog();

function made() {
  const folder = testFolder();
  const journal = new VideoJournal(join(folder, 'journal'));
  const pace = new VideoPace(join(folder, 'journal/pace.json'));
  const { make, begun } = making();
  const told: string[] = [];
  const queue = new VideoQueue({
    ...{ journal, pace, make },
    changed: (videos) => told.push(videos.map(({ state }) => state.is).join(' ')),
    progress: () => undefined,
    drawn: () => undefined,
  });
  const add = (name: string, force = false): Promise<string> => {
    const file = join(folder, 'out', name);
    return queue.add({ title: name, file, force, pictures: null, options: USUAL_VIDEO }, LOG);
  };
  const states = (): string[] => queue.videos().map(({ title, state }) => `${title} ${state.is}`);
  return { folder, journal, pace, queue, begun, told, add, states };
}

/** The one that was begun as the n-th, from 0. */
async function nth<T>(begun: readonly T[], n: number): Promise<T> {
  await eventually(() => expect(begun.length).toBeGreaterThan(n));
  const one = begun[n];
  if (one === undefined) throw new Error(`${String(n)} have begun`);
  return one;
}

describe('VideoQueue', () => {
  it('makes one after the other, in order, into folders that it makes', async () => {
    const { queue, begun, add, states, folder } = made();
    await add('a.mp4');
    await add('b.mp4');
    await eventually(() => expect(states()).toEqual(['a.mp4 running', 'b.mp4 waiting']));
    (await nth(begun, 0)).finish();
    await eventually(() => expect(states()).toEqual(['a.mp4 done', 'b.mp4 running']));
    (await nth(begun, 1)).finish();
    await eventually(() => expect(states()).toEqual(['a.mp4 done', 'b.mp4 done']));
    expect(begun).toHaveLength(2);
    expect(readdirSync(join(folder, 'out')).toSorted()).toEqual(['a.mp4', 'b.mp4']);
    expect(queue.busy).toBe(false);
  });

  it('never makes two at once and none twice, whatever is added, moved, removed and ended when', async () => {
    const step = fc.oneof(
      fc.constant('add' as const),
      fc.tuple(fc.constantFrom('remove', 'keep', 'up', 'down'), fc.nat(5)),
      fc.constantFrom('finish' as const, 'fail' as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const { queue, begun, add } = made();
        let added = 0;
        for (const each of steps) {
          const running = queue.videos().filter(({ state }) => state.is === 'running');
          expect(running.length).toBeLessThanOrEqual(1);
          if (each === 'add') await add(`${String(added++)}.mp4`);
          else if (each === 'finish' || each === 'fail') {
            const last = begun.at(-1);
            if (each === 'finish') last?.finish();
            else last?.fail(new Error('No.'));
          } else {
            const [what, at] = each;
            const id = queue.videos()[at]?.id ?? 'none';
            if (what === 'up' || what === 'down') queue.move(id, what === 'up' ? -1 : 1);
            else await queue.remove(id, what === 'keep');
          }
        }
        await queue.leave();
        const jobs = begun.map(({ job }) => job.title);
        expect(new Set(jobs).size).toBe(jobs.length);
        expect(queue.busy).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('moves those that wait among themselves alone', async () => {
    const { queue, add, states } = made();
    await add('a');
    const b = await add('b');
    const c = await add('c');
    queue.move(c, -1);
    expect(states()).toEqual(['a running', 'c waiting', 'b waiting']);
    queue.move(c, -1);
    queue.move(b, 1);
    expect(states()).toEqual(['a running', 'c waiting', 'b waiting']);
  });

  it('keeps what is drawn of one that is stopped, or leaves nothing, and goes on with the next', async () => {
    const { queue, begun, add, states, folder } = made();
    const a = await add('a.mp4');
    const b = await add('b.mp4');
    await add('c.mp4');
    await nth(begun, 0);
    await queue.remove(a, true);
    expect(queue.videos()[0]?.state).toMatchObject({ is: 'done', early: 'It was stopped.' });
    await nth(begun, 1);
    await queue.remove(b, false);
    await eventually(() => expect(states()).toEqual(['a.mp4 done', 'c.mp4 running']));
    expect(readdirSync(join(folder, 'out'))).toEqual(['a.mp4']);
  });

  it('says why there is no video, and makes the next', async () => {
    const { begun, queue, add, states } = made();
    await add('a.mp4');
    await add('b.mp4');
    (await nth(begun, 0)).fail(new Error('The disk is full.'));
    await eventually(() => expect(states()).toEqual(['a.mp4 failed', 'b.mp4 running']));
    expect(queue.videos()[0]?.state).toEqual({ is: 'failed', message: 'The disk is full.' });
  });

  it('takes a free name where one has come to lie there, unless it was asked about', async () => {
    const { begun, add, folder } = made();
    await add('first.mp4');
    await add('a.mp4');
    await add('b.mp4', true);
    const first = await nth(begun, 0);
    for (const name of ['a.mp4', 'b.mp4']) writeFileSync(join(folder, 'out', name), 'of others');
    first.finish();
    const second = await nth(begun, 1);
    expect(second.job).toMatchObject({ file: join(folder, 'out', 'a (2).mp4'), force: false });
    second.finish();
    expect((await nth(begun, 2)).job).toMatchObject({
      file: join(folder, 'out', 'b.mp4'),
      force: true,
    });
  });

  it('has no two videos at one place, and tells how much is still to come where', async () => {
    const { queue, add, folder } = made();
    await add('a.mp4');
    await expect(add('a.mp4')).rejects.toThrow('choose another name');
    expect(queue.takes(join(folder, 'out', 'a.mp4'))).toBe(true);
    const [foreseen] = queue.foreseen();
    expect(foreseen?.file).toBe(join(folder, 'out', 'a.mp4'));
    expect(foreseen?.bytes).toBeGreaterThan(1e6);
  });

  it('remembers in its journal what is to be made, and forgets it when it is', async () => {
    const { begun, add, folder, queue, journal } = made();
    await add('a.mp4');
    const b = await add('b.mp4');
    expect((await journal.left()).map(({ title }) => title)).toEqual(['a.mp4', 'b.mp4']);
    (await nth(begun, 0)).finish();
    await nth(begun, 1);
    await queue.remove(b, false);
    expect(await journal.left()).toEqual([]);
    expect(existsSync(join(folder, 'out', 'a.mp4'))).toBe(true);
  });

  it('learns its pace from a whole video', async () => {
    const { begun, add, pace, folder } = made();
    await add('a.mp4');
    const before = pace.paceMs;
    (await nth(begun, 0)).finish();
    await eventually(() => expect(pace.paceMs).not.toBe(before));
    expect(new VideoPace(join(folder, 'journal/pace.json')).paceMs).toBe(pace.paceMs);
  });

  it('keeps what is drawn when the app ends, and leaves those that wait for the next start', async () => {
    const { queue, begun, add, journal } = made();
    await add('a.mp4');
    await add('b.mp4');
    await nth(begun, 0);
    await queue.leave();
    expect(queue.videos()[0]?.state).toMatchObject({ is: 'done', early: 'It was stopped.' });
    expect(begun).toHaveLength(1);
    expect((await journal.left()).map(({ title }) => title)).toEqual(['b.mp4']);
  });
});
