import { describe, expect, it } from 'vitest';
import type { CameraChoice } from '../../../../model/camera/types';
import { createPicker, TEST_PICTURE } from '../../../../renderer/source/camera/picker';

type Permission = 'ask' | 'allowed' | 'denied';
const device = (name: string): CameraChoice => ({ kind: 'device', name });

/** A picker over a window that remembers; `lists` are what each look for cameras comes back with. */
function rig(permission: Permission, lists: (() => Promise<string[]>)[] = []) {
  const window = {
    permission,
    used: [] as CameraChoice[],
    current: null as CameraChoice | null,
    last: null as CameraChoice | null,
    looks: 0,
  };
  const picker = createPicker({
    permission: () => Promise.resolve(window.permission),
    consent: (wanted) => Promise.resolve((window.permission = wanted ? 'allowed' : 'denied')),
    list: () => {
      const list = lists[Math.min(window.looks, lists.length - 1)];
      window.looks += 1;
      return list ? list() : Promise.resolve([]);
    },
    current: () => window.current,
    last: () => window.last,
    use: (choice) => void window.used.push(choice),
  });
  return { picker, window, now: () => picker.store.getState() };
}
const names =
  (...all: string[]) =>
  () =>
    Promise.resolve(all);

describe('the camera picker', () => {
  it('looks for no camera before it is allowed, and offers the test picture', async () => {
    const { picker, window, now } = rig('ask');
    await picker.open();
    expect(now()).toMatchObject({ open: true, permission: 'ask', chosen: TEST_PICTURE });
    expect(window.looks).toBe(0);
    picker.use();
    expect(window.used).toEqual([TEST_PICTURE]);
    expect(now().open).toBe(false);
  });

  it('keeps a yes, and lists the cameras by name', async () => {
    const { picker, window, now } = rig('ask', [names('Front', 'Back')]);
    await picker.open();
    picker.ask();
    await picker.answer(true);
    expect(window.permission).toBe('allowed');
    expect(now()).toMatchObject({
      asking: false,
      found: { is: 'listed', names: ['Front', 'Back'] },
    });
  });

  it('keeps a no, looks for nothing, and can ask again', async () => {
    const { picker, window, now } = rig('ask', [names('Front')]);
    await picker.open();
    picker.ask();
    await picker.answer(false);
    expect([window.permission, window.looks]).toEqual(['denied', 0]);
    picker.ask();
    expect(now().asking).toBe(true);
    await picker.answer(true);
    expect(now().found).toEqual({ is: 'listed', names: ['Front'] });
  });

  it('says why cameras cannot be listed, and looks again', async () => {
    const { picker, now } = rig('allowed', [
      () => Promise.reject(new Error('No way in.')),
      names('Front'),
    ]);
    await picker.open();
    expect(now().found).toEqual({ is: 'failed', detail: 'No way in.' });
    await picker.look();
    expect(now().found).toEqual({ is: 'listed', names: ['Front'] });
  });

  it('begins with what is in use, and lets go of a camera that was pulled out', async () => {
    const { picker, window, now } = rig('allowed', [names('Front'), names()]);
    window.current = device('Front');
    await picker.open();
    expect(now().chosen).toEqual(device('Front'));
    await picker.look();
    expect(now().chosen).toEqual(TEST_PICTURE);
  });

  it('counts the newest of several looks', async () => {
    let late: (names: string[]) => void = () => {};
    const first = new Promise<string[]>((resolve) => (late = resolve));
    const { picker, now } = rig('allowed', [() => first, names('New')]);
    const opening = picker.open();
    await Promise.resolve();
    await picker.look();
    late(['Old']);
    await opening;
    expect(now().found).toEqual({ is: 'listed', names: ['New'] });
  });

  it('tries the last camera again, but puts the question first where it stands open', async () => {
    const allowed = rig('allowed');
    allowed.window.last = device('Front');
    await allowed.picker.again();
    expect(allowed.window.used).toEqual([device('Front')]);
    const denied = rig('denied');
    denied.window.last = device('Front');
    await denied.picker.again();
    expect(denied.window.used).toEqual([]);
    expect(denied.now()).toMatchObject({ open: true, asking: true, chosen: device('Front') });
    denied.window.last = TEST_PICTURE;
    await denied.picker.again();
    expect(denied.window.used).toEqual([TEST_PICTURE]);
  });
});
