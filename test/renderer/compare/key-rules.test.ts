import { describe, expect, it } from 'vitest';
import { commandOf, scrolls } from '../../../renderer/compare/key-rules';
import type { KeyPress } from '../../../renderer/ui/key-press';

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
const does = (key: string, more: Partial<KeyPress> = {}) =>
  commandOf(press(key, more), 'running')?.do ?? null;

describe('commandOf', () => {
  it('knows the keys of the design', () => {
    expect(
      [' ', 'r', 'c', 'p', 'd', 'f', 's', 'l', 'm', 'Escape', '?'].map((key) => does(key)),
    ).toEqual([
      'start-or-pause',
      'restart',
      'cut',
      'presenter',
      'theme',
      'full-screen',
      'settings',
      'edit-link',
      'predicted',
      'leave',
      'help',
    ]);
    expect(['v', 'j', 'k'].map((key) => does(key))).toEqual([
      'camera',
      'skip-to-live',
      'stay-behind',
    ]);
    expect(does('C', { shift: true })).toBe('latch');
    expect(does('o', { command: true })).toBe('open');
  });

  it('goes to a room by Ctrl and its place on the rail', () => {
    const room = (key: string) => commandOf(press(key, { command: true }), 'running');
    expect(room('1')).toEqual({ do: 'room', room: 'compare' });
    expect(room('3')).toEqual({ do: 'room', room: 'what-if' });
    expect(room('9')).toBeNull();
  });

  it('takes C with Caps Lock for a hold, not for a latch', () => {
    expect(does('C')).toBe('cut');
  });

  it('chooses a preset by digit, also where digits need Shift', () => {
    const preset = (more: Partial<KeyPress>) => commandOf(press('', more), null);
    expect(preset({ key: '1' })).toEqual({ do: 'preset', preset: 'steady' });
    expect(preset({ key: '4' })).toEqual({ do: 'preset', preset: 'unlimited' });
    expect(preset({ key: 'é', code: 'Digit2' })).toEqual({ do: 'preset', preset: 'unstable' });
    expect(preset({ key: '5' })).toBeNull();
  });

  it('finds letters on a keyboard that is not Latin', () => {
    expect(does('к', { code: 'KeyR' })).toBe('restart');
  });

  it('steps only while paused, and may repeat', () => {
    const arrow = press('ArrowRight', { repeat: true });
    expect(commandOf(arrow, 'paused')).toEqual({ do: 'step', ms: 1000 });
    expect(commandOf(press('ArrowLeft'), 'paused')).toEqual({ do: 'step', ms: -1000 });
    expect(commandOf(arrow, 'running')).toBeNull();
    expect(commandOf(press('ArrowLeft', { target: 'choice' }), 'paused')).toBeNull();
  });

  it('leaves keys to a field, a sheet, a button', () => {
    for (const target of ['typing', 'overlay'] as const) {
      expect([' ', 'r', 'c', '1', 'Escape', '?'].map((key) => does(key, { target }))).toEqual(
        Array(6).fill(null),
      );
      expect(does('o', { command: true, target })).toBe('open');
    }
    expect(does(' ', { target: 'button' })).toBeNull();
    expect(does(' ', { target: 'choice' })).toBe('start-or-pause');
    expect(does('r', { target: 'button' })).toBe('restart');
  });

  it('does nothing twice while a key is held, and nothing with other modifiers', () => {
    expect([' ', 'r', 'c', '1'].map((key) => does(key, { repeat: true }))).toEqual(
      Array(4).fill(null),
    );
    expect(does('r', { command: true })).toBeNull();
    expect(does('r', { alt: true })).toBeNull();
    expect(does('R', { shift: true })).toBeNull();
  });
});

describe('scrolls', () => {
  it('keeps the page still under a held Space', () => {
    expect(scrolls(press(' ', { repeat: true }))).toBe(true);
    expect(scrolls(press(' ', { target: 'button' }))).toBe(false);
    expect(scrolls(press('r'))).toBe(false);
  });
});
