import { useMemo } from 'react';
import type { RecordedRun } from '../../../model/run/recorded-run';
import { breakAfter, nextMoment } from '../../../model/runs/moments';
import { copySettings } from '../../session/settings-text';
import { nothingSelected, useKeyBindings, type KeyBinding } from '../../ui/key-bindings';
import type { Playback } from './playback';

/** What the keys of the page reach; the functions are the same ones each time. */
export interface ScrubActions {
  run: RecordedRun;
  playback: Playback;
  note: () => void;
  jump: () => void;
  leave: () => void;
  hand: () => void;
  repeat: () => void;
  /** Shows so many times as much of the run. */
  zoom: (factor: number) => void;
}

/** One press of an arrow moves this far, ms; with Shift, or Page Up and Down, ten times as far. */
const MOVE_MS = 100;

/** A mark closer than this is the one that is shown, ms. */
const SAME_MARK_MS = 1;

/** One press of + or - shows so much less or more. */
export const ZOOM = 1.25;

/** The keys of a run that is scrubbed. */
export function useScrubKeys(actions: ScrubActions): void {
  const { run, playback, note, jump, leave, hand, repeat, zoom } = actions;
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
        const mark = nextMoment(run.log.marks, run.shownMs(), direction, SAME_MARK_MS);
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
      { key: 'n', help: 'note', act: note },
      { key: 'g', help: 'jump', act: jump },
      {
        key: 'b',
        help: 'break',
        act: () => playback.setBreak(breakAfter(playback.store.getState().breakAt)),
      },
      { key: '+', shift: 'any', help: 'zoom', repeats: true, act: () => zoom(1 / ZOOM) },
      { key: '=', repeats: true, act: () => zoom(1 / ZOOM) },
      { key: '-', help: 'zoom', repeats: true, act: () => zoom(ZOOM) },
      { key: 'r', help: 'runAgain', act: repeat },
      { key: 'e', help: 'exportRun', act: hand },
      {
        key: 'c',
        mod: true,
        help: 'copySettings',
        leaves: ['typing', 'overlay'],
        when: nothingSelected,
        act: () => void copySettings(termsOf(run)),
      },
      { key: 'Escape', help: 'toList', act: leave },
    ],
    [run, playback, note, jump, leave, hand, repeat, zoom],
  );
  useKeyBindings('room', bindings);
}

/** What a kept run was set to. */
export const termsOf = ({ log }: RecordedRun): Parameters<typeof copySettings>[0] => ({
  settings: log.settings,
  link: log.link.spec,
  seed: log.link.seed,
});

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
