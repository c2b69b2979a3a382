import { describe, expect, it } from 'vitest';
import { WINDOW_KEYS } from '../../../renderer/app/window-keys';
import { COMPARE_KEYS } from '../../../renderer/compare/keys';
import { bindingOf, type KeyBinding } from '../../../renderer/ui/key-bindings';
import type { KeyPress } from '../../../renderer/ui/key-press';
import { words } from '../../../renderer/ui/words';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
  shift: false,
  command: false,
  alt: false,
  repeat: false,
  target: 'page',
  ...more,
});

const ALL = [...COMPARE_KEYS, ...WINDOW_KEYS];
const does = (key: string, more: Partial<KeyPress> = {}): string | null =>
  bindingOf(press(key, more), ALL)?.help ?? null;

describe('the keys of Compare and of the window', () => {
  it('are those of the design', () => {
    const keys = [' ', 'r', 'c', 'p', 'd', 'f', 's', 'l', 'm', 'v', 'j', 'k', 'Escape', '?'];
    expect(keys.map((key) => does(key))).toEqual([
      'startOrPause',
      'restart',
      'cut',
      'presenter',
      'theme',
      'fullScreen',
      'settings',
      'editLink',
      'predicted',
      'camera',
      'behind',
      'behind',
      'leave',
      'help',
    ]);
    expect(does('C', { shift: true })).toBe('latch');
    expect(does('?', { shift: true })).toBe('help');
    expect(does('o', { command: true })).toBe('open');
  });

  it('go to a room by Ctrl and its place on the rail', () => {
    expect(['1', '2', '3', '9'].map((key) => does(key, { command: true }))).toEqual([
      'room.compare',
      'room.server',
      'room.what-if',
      null,
    ]);
  });

  it('take C with Caps Lock for a hold, not for a latch', () => {
    expect(does('C')).toBe('cut');
  });

  it('choose a preset by digit, also where digits need Shift', () => {
    const second = bindingOf(press('2'), ALL);
    expect(second?.help).toBe('preset');
    expect(bindingOf(press('é', { code: 'Digit2' }), ALL)).toBe(second);
    expect(does('5')).toBeNull();
  });

  it('are found on a keyboard that is not Latin', () => {
    expect(does('к', { code: 'KeyR' })).toBe('restart');
  });

  it('step only while a run is paused', () => {
    expect(does('ArrowRight')).toBeNull();
    const paused = ALL.map((binding): KeyBinding => ({ ...binding, when: () => true }));
    expect(bindingOf(press('ArrowRight'), paused)).toMatchObject({ help: 'step', repeats: true });
    expect(bindingOf(press('ArrowRight', { target: 'choice' }), paused)).toBeUndefined();
    expect(bindingOf(press('ArrowRight', { shift: true }), paused)).toBeUndefined();
  });

  it('leave to a field, a sheet and a button what is theirs', () => {
    for (const target of ['typing', 'overlay'] as const) {
      const own = [' ', 'r', 'c', '1', 'Escape', '?'].map((key) => does(key, { target }));
      expect(own).toEqual(Array(6).fill(null));
      expect(does('o', { command: true, target })).toBe('open');
    }
    expect(does(' ', { target: 'button' })).toBeNull();
    expect(does(' ', { target: 'choice' })).toBe('startOrPause');
    expect(does('r', { target: 'button' })).toBe('restart');
  });

  it('are none with other modifiers', () => {
    expect(does('r', { command: true })).toBeNull();
    expect(does('r', { alt: true })).toBeNull();
    expect(does('R', { shift: true })).toBeNull();
  });

  it('have words in the help, and no two of a layer are the same key', () => {
    for (const layer of [COMPARE_KEYS, WINDOW_KEYS]) {
      for (const { help } of layer)
        expect(words.exists(`shell.keys.does.${help ?? ''}`)).toBe(true);
      const keys = layer.map(({ key, mod, shift }) => `${key} ${String(mod)} ${String(shift)}`);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

describe('bindingOf', () => {
  const act = (): void => undefined;

  it('passes a key on to the next who listens where it means nothing', () => {
    const first: KeyBinding = { key: 'Escape', when: () => false, act };
    const second: KeyBinding = { key: 'Escape', act };
    expect(bindingOf(press('Escape'), [first, second])).toBe(second);
  });
});
