import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import {
  digitOf,
  focusOfClick,
  givesFocusBack,
  letterOf,
  pressOf,
  type KeyPress,
  type KeyTarget,
} from './key-press';

/** A key and what it does: heard by its room or by the window, and shown in the help. */
export interface KeyBinding {
  /** A letter in lower case, a digit, or the name of a key as KeyboardEvent.key has it. */
  key: string;
  /** With Ctrl, or Cmd on a Mac; such a key is heard wherever the focus is. */
  mod?: boolean;
  /** With Shift; `any` where a keyboard may need it to write the key at all. */
  shift?: boolean | 'any';
  /** Name of its words in the help; bindings of one name stand in one row, those without a name in none. */
  help?: string;
  /** Focused elements that have this key for themselves; a field and a sheet when left out. */
  leaves?: readonly KeyTarget[];
  /** Acts again and again while it is held down. */
  repeats?: boolean;
  /** False while the key means nothing here; the next who listens then hears it. */
  when?(this: void): boolean;
  act(this: void): void;
  /** The key was let go. */
  release?(this: void): void;
}

const OWN: readonly KeyTarget[] = ['typing', 'overlay'];

/** The binding that hears a press; undefined when none does, or the key belongs to the focused element. */
export function bindingOf(
  press: KeyPress,
  bindings: readonly KeyBinding[],
): KeyBinding | undefined {
  return bindings.find((binding) => {
    const leaves = binding.leaves ?? (binding.mod ? [] : OWN);
    return isOf(press, binding) && !leaves.includes(press.target) && (binding.when?.() ?? true);
  });
}

/** By name; a letter or digit also by its place, where the keyboard is not Latin or a digit needs Shift. */
function isOf(press: KeyPress, { key, mod = false, shift = false }: KeyBinding): boolean {
  if (press.alt || press.command !== mod) return false;
  if (shift !== 'any' && shift !== press.shift) return false;
  return [press.key, letterOf(press), digitOf(press)].includes(key);
}

/** Who listens, the first heard first: the lanes of the room, what is shown, then the window around it. */
const KEY_LAYERS = ['picture', 'room', 'window'] as const;
export type KeyLayer = (typeof KEY_LAYERS)[number];

const layers = createStore<Record<KeyLayer, readonly KeyBinding[]>>()(() => ({
  picture: [],
  room: [],
  window: [],
}));

/** The keys that are heard now, for those who show them. */
export const useHeardKeys = (layer: KeyLayer): readonly KeyBinding[] =>
  useStore(layers, (heard) => heard[layer]);

/** These are the keys of a layer for as long as the caller is mounted; hand it the same array again and again. */
export function useKeyBindings(layer: KeyLayer, bindings: readonly KeyBinding[]): void {
  useEffect(() => {
    layers.setState({ [layer]: bindings });
    return () => {
      if (layers.getState()[layer] === bindings) layers.setState({ [layer]: [] });
    };
  }, [layer, bindings]);
}

/** False while text of the page is selected: what copies is about that then. */
export const nothingSelected = (): boolean => window.getSelection()?.isCollapsed !== false;

/** Listens to the keys of a page for all layers; gives what ends it. */
export function followKeys(page: Window): () => void {
  /** Keys that are held, by place: Shift may change the name of one before it is let go. */
  const held = new Map<string, () => void>();
  const down = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const heard = layers.getState();
    const all = KEY_LAYERS.flatMap((layer) => heard[layer]);
    const binding = bindingOf(pressOf(event), all);
    if (!binding) return;
    event.preventDefault();
    if (event.repeat && !binding.repeats) return;
    if (binding.release) held.set(event.code, binding.release);
    binding.act();
  };
  const up = ({ code }: KeyboardEvent): void => {
    held.get(code)?.();
    held.delete(code);
  };
  /**
   * A control that was clicked gives the focus back, so that Space and arrows go to the room again. By the
   * next frame it has opened what it opens; where the focus has gone elsewhere until then, it stays there.
   */
  const clicked = (event: MouseEvent): void => {
    if (event.detail === 0) return;
    const control = focusOfClick(event.target);
    requestAnimationFrame(() => givesFocusBack(control));
  };
  page.addEventListener('click', clicked);
  page.addEventListener('keydown', down);
  page.addEventListener('keyup', up);
  return () => {
    page.removeEventListener('click', clicked);
    page.removeEventListener('keydown', down);
    page.removeEventListener('keyup', up);
  };
}
