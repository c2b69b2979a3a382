import { useEffect } from 'react';
import { preferences } from '../session/preferences';
import { panels, togglePanel } from '../window/panels';
import { isDark } from '../window/theme';
import { rooms } from '../window/rooms';
import { cameraPicker } from '../source/camera/camera-picker';
import { focusOfClick, givesFocusBack, pressOf } from '../ui/key-press';
import { editLink, choosePreset } from './link-panel/use-link';
import { session } from '../session/session';
import { commandOf, isForEveryRoom, scrolls, type KeyCommand } from './key-rules';
import { cutLink, useLettingGo } from './link-panel/cut-button';
import type { LiveLane, LiveRun } from '../live/types';
import { kindOf } from '../../model/source/kinds';

/** The keys of the Compare room and those that mean the same in every room; mount it once. */
export function useKeys(): void {
  useLettingGo();
  useEffect(() => {
    const stop = followKeys(window);
    return stop;
  }, []);
}

function followKeys(page: Window): () => void {
  /** The key that holds the link cut, by place: Shift may change its name before it is let go. */
  let holding: string | null = null;
  const down = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const press = pressOf(event);
    const command = commandOf(press, session.getState().run?.store.getState().phase ?? null);
    const inCompare = rooms.getState().room === 'compare';
    if (!inCompare && !(command && isForEveryRoom(command))) return;
    if (command || scrolls(press)) event.preventDefault();
    if (!command) return;
    if (command.do === 'cut') holding = event.code;
    carryOut(command);
  };
  const up = (event: KeyboardEvent): void => {
    if (holding === null || event.code !== holding) return;
    holding = null;
    cutLink('release');
  };
  /**
   * A control that was clicked gives the focus back, so that Space and arrows go to the run again. By the
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

function carryOut(command: KeyCommand): void {
  const now = session.getState();
  const { predicted, setPredicted } = preferences.getState();
  switch (command.do) {
    case 'start-or-pause':
      return now.startOrPause();
    case 'restart':
      return now.restart();
    case 'cut':
      return cutLink('press');
    case 'latch':
      return cutLink('latch');
    case 'open':
      return void now.chooseFile();
    case 'step':
      return now.step(command.ms);
    case 'preset':
      return choosePreset(command.preset);
    case 'presenter':
      return togglePanel('presenter');
    case 'leave':
      return leave();
    case 'theme':
      return preferences.getState().setTheme(isDark() ? 'light' : 'dark');
    case 'full-screen':
      return toggleFullScreen();
    case 'help':
      return togglePanel('help');
    case 'room':
      return rooms.getState().go(command.room);
    case 'settings':
      return togglePanel('settings');
    case 'edit-link':
      return editLink();
    case 'predicted':
      // A camera is not predicted: the switch is not there, so its key does nothing.
      if (kindOf(now.media).predicted) setPredicted(!predicted);
      return;
    case 'camera':
      return void cameraPicker.open();
    case 'skip-to-live':
      return decideBehind(now.run, (lane) => lane.seekToLiveEdge());
    case 'stay-behind':
      return decideBehind(now.run, (lane) => lane.stayBehind());
  }
}

/** Esc takes away what stands in front: a refusal, then the presenter's picture, then full screen. */
function leave(): void {
  const { refusal, dismissRefusal } = session.getState();
  if (refusal) dismissRefusal();
  else if (panels.getState().presenter) togglePanel('presenter');
  else if (document.fullscreenElement) void document.exitFullscreen();
}

function toggleFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen();
}

/** Decides for every lane that has been offered the choice: to skip to live, or to stay behind. */
export function decideBehind(
  run: Pick<LiveRun, 'lanes' | 'store'> | null,
  decide: (lane: LiveLane) => void,
): void {
  const { phase, lanes } = run?.store.getState() ?? { phase: null, lanes: {} };
  if (phase !== 'running') return;
  for (const lane of run?.lanes ?? []) {
    if (lanes[lane.method]?.behind === 'offered') decide(lane);
  }
}
