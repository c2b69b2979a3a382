import { useMemo } from 'react';
import type { RecordedRun } from '../../../model/run/recorded-run';
import { breakAfter, nextMark } from '../../../model/runs/moments';
import { nothingSelected, useKeyBindings, type KeyBinding } from '../../ui/key-bindings';
import type { Playback } from './playback';

/** What the keys of the page reach; the functions are the same ones each time. */
export interface ScrubActions {
  run: RecordedRun;
  playback: Playback;
  /** Null where there is nothing of the kind to be done, and no key for it. */
  note: (() => void) | null;
  jump: () => void;
  leave: (() => void) | null;
  hand: (() => void) | null;
  repeat: (() => void) | null;
  copy: (() => void) | null;
  /** Shows so many times as much of the run. */
  zoom: (factor: number) => void;
}

/** One press of an arrow moves this far, ms; with Shift, or Page Up and Down, ten times as far. */
const MOVE_MS = 100;

/** One press of + or - shows so much less or more. */
export const ZOOM = 1.25;

/** The keys of a run that is scrubbed. */
export function useScrubKeys(actions: ScrubActions): void {
  const { run, playback, note, jump, leave, hand, repeat, copy, zoom } = actions;
  const bindings = useMemo(
    (): readonly KeyBinding[] => [
      {
        key: ' ',
        help: 'play',
        leaves: ['typing', 'overlay', 'button'],
        act: () => playback.toggle(),
      },
      { key: 'j', help: 'playBack', act: () => playback.play(-1) },
      { key: 'l', help: 'playOn', act: () => playback.play(1) },
      ...both(',', '.', 'stepEvent', (direction) => playback.step(direction)),
      ...both('[', ']', 'mark', (direction) => {
        const mark = nextMark(run.log.marks, run.shownMs(), direction);
        if (mark) playback.jump(mark.tMs);
      }),
      ...both('ArrowLeft', 'ArrowRight', 'move', (sign) => playback.move(sign * MOVE_MS)),
      ...both(
        'ArrowLeft',
        'ArrowRight',
        'move',
        (sign) => playback.move(sign * 10 * MOVE_MS),
        true,
      ),
      ...both('PageDown', 'PageUp', undefined, (sign) => playback.move(sign * 10 * MOVE_MS)),
      { key: 'Home', help: 'ends', act: () => playback.jump(0) },
      { key: 'End', help: 'ends', act: () => playback.jump(run.lengthMs) },
      ...optional('n', 'note', note),
      { key: 'g', help: 'jump', act: jump },
      {
        key: 'b',
        help: 'break',
        act: () => playback.setBreak(breakAfter(playback.store.getState().breakAt)),
      },
      { key: '+', shift: 'any', help: 'zoom', repeats: true, act: () => zoom(1 / ZOOM) },
      { key: '=', repeats: true, act: () => zoom(1 / ZOOM) },
      { key: '-', help: 'zoom', repeats: true, act: () => zoom(ZOOM) },
      ...optional('r', 'runAgain', repeat),
      ...optional('e', 'exportRun', hand),
      ...optional('c', 'copySettings', copy, {
        mod: true,
        leaves: ['typing', 'overlay'],
        when: nothingSelected,
      }),
      ...optional('Escape', 'toList', leave),
    ],
    [run, playback, note, jump, leave, hand, repeat, copy, zoom],
  );
  useKeyBindings('room', bindings);
}

const optional = (
  key: string,
  help: string,
  act: (() => void) | null,
  how: Partial<KeyBinding> = {},
): KeyBinding[] => (act ? [{ key, help, act, ...how }] : []);

/** Two keys that do the same, one back and one on. */
function both(
  back: string,
  on: string,
  help: string | undefined,
  act: (direction: 1 | -1) => void,
  shift = false,
): KeyBinding[] {
  const how = { ...(help !== undefined && { help }), shift, repeats: true };
  return [
    { ...how, key: back, act: () => act(-1) },
    { ...how, key: on, act: () => act(1) },
  ];
}
