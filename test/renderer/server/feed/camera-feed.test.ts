import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ToServer } from '../../../../electron/ipc/server-port';
import type { CameraChoice } from '../../../../model/camera/types';
import { CameraProblem } from '../../../../renderer/camera/camera-problem';
import { CameraFeed } from '../../../../renderer/server/feed/camera-feed';
import { MadeCapture } from './made-capture';

const TEST: CameraChoice = { kind: 'test' };
const CAM: CameraChoice = { kind: 'device', name: 'Cam' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Lets everything happen that is due within so many ms. */
const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

function setUp() {
  const captures: MadeCapture[] = [];
  const opened: CameraChoice[] = [];
  const sent: ToServer[] = [];
  const told: (string | null)[] = [];
  const doors: { problem: Error | null; held: Promise<void> } = {
    problem: null,
    held: Promise.resolve(),
  };
  const feed = new CameraFeed({
    async open(choice) {
      opened.push(choice);
      await doors.held;
      if (doors.problem) throw doors.problem;
      captures.push(new MadeCapture());
      return captures.at(-1) as MadeCapture;
    },
    send: (message) => sent.push(message),
    told: (problem) => told.push(problem),
  });
  const on = () => captures.filter(({ closed }) => closed === 0).length;
  const frames = () => sent.filter((message) => message.type === 'frame');
  return { feed, captures, opened, sent, told, doors, on, frames };
}

describe('the camera of the feed', () => {
  it('is on while someone looks, and at no other time', async () => {
    const { feed, captures, opened, on } = setUp();
    feed.use(CAM);
    await pass(1000);
    expect(opened).toEqual([]);
    feed.want(true);
    await pass();
    expect([opened, on()]).toEqual([[CAM], 1]);
    feed.want(false);
    expect(on()).toBe(0);
    expect(captures[0]).toMatchObject({ closed: 1, listeners: 0 });
    await pass(1000);
    expect(captures[0]?.asked).toBe(1);
  });

  it('makes a frame when the one before has been taken, and not sooner', async () => {
    const { feed, captures, frames } = setUp();
    feed.use(TEST);
    feed.want(true);
    await pass(10_000);
    expect(captures[0]?.asked).toBe(1);
    expect(frames()).toEqual([{ type: 'frame', id: 1, data: new Uint8Array([1]) }]);
    feed.taken(7);
    await pass(10_000);
    expect(frames()).toHaveLength(1);
    feed.taken(1);
    feed.taken(1);
    await pass();
    expect(frames()).toHaveLength(2);
  });

  it('makes twenty a second for a server that takes them at once', async () => {
    const { feed, frames } = setUp();
    feed.use(TEST);
    feed.want(true);
    await pass();
    for (let ms = 0; ms < 1000; ms += 5) {
      feed.taken(frames().length);
      await pass(5);
    }
    expect(frames().length).toBeGreaterThanOrEqual(15);
    expect(frames().length).toBeLessThanOrEqual(25);
  });

  it('says why a camera cannot be opened, to the room and to the server, once', async () => {
    const { feed, doors, sent, told, on } = setUp();
    const problem = new CameraProblem('busy', 'Cam');
    doors.problem = problem;
    feed.use(CAM);
    feed.want(true);
    await pass(1000);
    expect(sent).toEqual([{ type: 'camera-gone', detail: problem.message }]);
    expect(told).toEqual([null, problem.message]);
    expect(on()).toBe(0);
    // The server wants it once more, and this time it can be had.
    doors.problem = null;
    feed.want(false);
    feed.want(true);
    await pass();
    expect([told.at(-1), on()]).toEqual([null, 1]);
  });

  it('says that a camera went away, and gives it back', async () => {
    const { feed, captures, sent, told, on } = setUp();
    feed.use(CAM);
    feed.want(true);
    await pass();
    const problem = new CameraProblem('gone', 'Cam');
    captures[0]?.lose(problem);
    expect(sent.at(-1)).toEqual({ type: 'camera-gone', detail: problem.message });
    expect([told.at(-1), on()]).toEqual([problem.message, 0]);
  });

  it('says that no camera has been chosen', async () => {
    const { feed, sent, told, opened } = setUp();
    feed.want(true);
    await pass();
    expect(told[0]).toContain('No camera has been chosen');
    expect(sent).toEqual([{ type: 'camera-gone', detail: told[0] }]);
    expect(opened).toEqual([]);
  });

  it('changes to another camera while someone looks, and stays with the same', async () => {
    const { feed, captures, opened, on, frames } = setUp();
    feed.use(TEST);
    feed.want(true);
    await pass();
    feed.use({ kind: 'test' });
    await pass();
    expect(opened).toHaveLength(1);
    feed.use(CAM);
    await pass();
    expect([opened.at(-1), captures[0]?.closed, on()]).toEqual([CAM, 1, 1]);
    // The last frame of the old one may still be taken; the new one waits for its own.
    feed.taken(1);
    await pass(1000);
    expect(frames().map(({ id }) => id)).toEqual([1, 2]);
  });

  it('gives a camera back that opens after everyone has left', async () => {
    const { feed, doors, captures, sent } = setUp();
    let open = (): void => undefined;
    doors.held = new Promise((resolve) => (open = resolve));
    feed.use(CAM);
    feed.want(true);
    feed.want(false);
    open();
    await pass();
    expect(captures[0]?.closed).toBe(1);
    expect(sent).toEqual([]);
  });

  it('has one capture at most, none that nobody wants, and one frame under way, whatever happens', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('want' as const), on: fc.boolean() }),
      fc.record({ do: fc.constant('use' as const), camera: fc.constantFrom(TEST, CAM) }),
      fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 120 }) }),
      fc.record({ do: fc.constant('take' as const), back: fc.integer({ min: 0, max: 2 }) }),
      fc.record({ do: fc.constant('lose' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const { feed, captures, frames, on } = setUp();
        feed.use(TEST);
        let wanted = false;
        const taken = new Set<number>();
        for (const now of steps) {
          const before = frames().length;
          if (now.do === 'want') feed.want((wanted = now.on));
          if (now.do === 'use') feed.use(now.camera);
          if (now.do === 'pass') await pass(now.ms);
          if (now.do === 'take') {
            feed.taken(before - now.back);
            taken.add(before - now.back);
          }
          if (now.do === 'lose') captures.at(-1)?.lose(new CameraProblem('gone', 'Cam'));
          await pass();
          expect(on()).toBeLessThanOrEqual(wanted ? 1 : 0);
          expect(captures.every(({ closed }) => closed <= 1)).toBe(true);
          if (!wanted) expect(frames()).toHaveLength(before);
        }
        feed.want(false);
        expect(on()).toBe(0);
        expect(captures.every(({ listeners }) => listeners === 0)).toBe(true);
        const ids = frames().map(({ id }) => id);
        expect(ids).toEqual(ids.map((_, n) => n + 1));
        // Each capture may make one; for any other one before it must have been taken.
        expect(ids.length).toBeLessThanOrEqual(captures.length + taken.size);
      }),
      { numRuns: 100 },
    );
  });
});
