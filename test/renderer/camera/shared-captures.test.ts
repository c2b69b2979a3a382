import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PICTURE } from '../../../model/camera/picture';
import type { CameraChoice } from '../../../model/camera/types';
import type { Capture } from '../../../renderer/camera/shared-captures';
import type { PictureSource } from '../../../renderer/camera/picture-source';
import { SharedCaptures } from '../../../renderer/camera/shared-captures';

const TEST: CameraChoice = { kind: 'test' };
const device = (name: string): CameraChoice => ({ kind: 'device', name });

interface Opened {
  name: string;
  closed: number;
  stagesClosed: number;
  unplug: () => void;
}

/** Captures over sources that are no devices; a camera called "broken" cannot be turned on. */
function bench() {
  const opened: Opened[] = [];
  const light: string[][] = [];
  const byStream = new Map<PictureSource, Opened>();
  const captures = new SharedCaptures({
    async openSource(choice, wish) {
      const name = choice.kind === 'test' ? 'Test picture' : choice.name;
      await Promise.resolve();
      if (name === 'broken')
        throw new DOMException('Could not start video source', 'NotReadableError');
      const one: Opened = { name, closed: 0, stagesClosed: 0, unplug: () => undefined };
      opened.push(one);
      const source: PictureSource = {
        name,
        real: choice.kind === 'device',
        picture: wish,
        sound: {} as MediaStreamTrack,
        takePainted: () => ({ kind: 'test' }),
        onGone: (callback) => (one.unplug = callback),
        close: () => (one.closed += 1),
      };
      byStream.set(source, one);
      return source;
    },
    openStage: (source) => ({
      feed: () => () => undefined,
      jpeg: () => Promise.resolve(new Uint8Array()),
      close() {
        const one = byStream.get(source);
        if (one) one.stagesClosed += 1;
      },
    }),
    onAir: (sources) => light.push(sources.map(({ name }) => name)),
  });
  const on = (): Opened[] => opened.filter(({ closed }) => closed === 0);
  return { captures, opened, on, light };
}

describe('SharedCaptures', () => {
  it('turns one source on for all who ask, even at once, and off with the last', async () => {
    const { captures, opened, light } = bench();
    const [a, b] = await Promise.all([captures.open(TEST), captures.open(TEST)]);
    const c = await captures.open(TEST);
    expect(opened).toHaveLength(1);
    expect(a.sound).toBe(c.sound);
    a.close();
    a.close();
    a.close();
    b.close();
    expect(opened[0]).toMatchObject({ closed: 0, stagesClosed: 0 });
    c.close();
    expect(opened[0]).toMatchObject({ closed: 1, stagesClosed: 1 });
    expect(light).toEqual([['Test picture'], []]);
    (await captures.open(TEST)).close();
    expect(opened.map(({ closed }) => closed)).toEqual([1, 1]);
  });

  it('turns a camera on once for each picture that is asked of it, and tells what it gives', async () => {
    const { captures, opened } = bench();
    const [usual, large, again] = await Promise.all([
      captures.open(device('Desk')),
      captures.open(device('Desk'), { ...DEFAULT_PICTURE, width: 1280, height: 720 }),
      captures.open(device('Desk'), { ...DEFAULT_PICTURE }),
    ]);
    expect(opened).toHaveLength(2);
    expect([usual.width, large.width, again.width]).toEqual([640, 1280, 640]);
    large.close();
    expect(opened.map(({ closed }) => closed).sort()).toEqual([0, 1]);
    usual.close();
    again.close();
    expect(opened.every(({ closed }) => closed === 1)).toBe(true);
  });

  it('tells each holder once that the device is gone, and who comes late at once', async () => {
    const { captures, opened, light } = bench();
    const a = await captures.open(device('Desk'));
    const b = await captures.open(device('Desk'));
    const heard: string[] = [];
    a.onGone(({ code, message }) => heard.push(`a ${code} ${message}`));
    b.onGone(() => heard.push('b'))();
    opened[0]?.unplug();
    opened[0]?.unplug();
    expect(heard).toEqual([expect.stringMatching(/^a gone Desk went away/)]);
    expect(opened[0]).toMatchObject({ closed: 1, stagesClosed: 1 });
    expect(light.at(-1)).toEqual([]);
    b.onGone(({ code }) => heard.push(`late ${code}`));
    expect(heard.at(-1)).toBe('late gone');
    const again = await captures.open(device('Desk'));
    a.close();
    b.close();
    expect(opened.map(({ closed }) => closed)).toEqual([1, 0]);
    again.close();
    expect(opened.map(({ closed }) => closed)).toEqual([1, 1]);
  });

  it('is silent about a device that goes after it was given back', async () => {
    const { captures, opened } = bench();
    const a = await captures.open(device('Desk'));
    const heard: string[] = [];
    a.onGone(({ code }) => heard.push(code));
    a.close();
    opened[0]?.unplug();
    expect(heard).toEqual([]);
    expect(opened[0]?.closed).toBe(1);
  });

  it('refuses all who asked for a camera that cannot be turned on, and tries anew for the next', async () => {
    const { captures, opened, light } = bench();
    const asked = await Promise.allSettled([
      captures.open(device('broken')),
      captures.open(device('broken')),
    ]);
    for (const each of asked) expect(each).toMatchObject({ status: 'rejected' });
    await expect(captures.open(device('broken'))).rejects.toMatchObject({
      code: 'busy',
      message: expect.stringMatching(/^broken is in use/) as string,
    });
    expect(opened).toEqual([]);
    expect(light).toEqual([]);
  });

  it('has on what somebody holds and nothing else, once, whatever is asked and given back', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('open' as const), name: fc.constantFrom('A', 'B', 'test') }),
      fc.record({ do: fc.constant('close' as const), nth: fc.nat({ max: 20 }) }),
      fc.record({ do: fc.constant('unplug' as const), nth: fc.nat({ max: 20 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { captures, opened, on, light } = bench();
        const held: { capture: Capture; gone: boolean }[] = [];
        for (const each of steps) {
          if (each.do === 'open') {
            const choice = each.name === 'test' ? TEST : device(each.name);
            const one = { capture: await captures.open(choice), gone: false };
            one.capture.onGone(() => (one.gone = true));
            held.push(one);
          } else if (each.do === 'close') {
            held.splice(each.nth, 1)[0]?.capture.close();
          } else {
            opened[each.nth]?.unplug();
          }
          const expected = new Set(
            held.filter(({ gone }) => !gone).map(({ capture }) => capture.name),
          );
          expect(new Set(on().map(({ name }) => name))).toEqual(expected);
          expect(on()).toHaveLength(expected.size);
          expect(new Set(light.at(-1) ?? [])).toEqual(expected);
        }
        for (const { capture } of held) capture.close();
        expect(on()).toEqual([]);
        expect(opened.every(({ closed, stagesClosed }) => closed === 1 && stagesClosed === 1)).toBe(
          true,
        );
      }),
    );
  });
});
