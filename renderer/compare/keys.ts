import { breakAfter, nextMark } from '../../model/runs/moments';
import type { HideableControl } from '../../model/profile/schema';
import { kindOf } from '../../model/source/kinds';
import { PRESETS } from '../link/link-choice';
import type { LiveLane, LiveRun } from '../live/types';
import { preferences } from '../session/preferences';
import { isScenarioOpen, nextStep, previousStep } from '../scenario/opened-scenario';
import { session } from '../session/session';
import { copyNextSettings, pasteSettings } from '../session/settings-text';
import { cameraPicker } from '../source/camera/camera-picker';
import { nothingSelected, useKeyBindings, type KeyBinding } from '../ui/key-bindings';
import { togglePanel } from '../window/panels';
import { isHidden } from '../window/profile';
import { exportVideo } from './export-video';
import { cutLink } from './link-panel/cut-button';
import { choosePreset, editLink } from './link-panel/use-link';

/** One press of an arrow steps this far through what was recorded, ms. */
const STEP_MS = 1000;

/** A run that stands, or has ended, can show any moment. */
const isStanding = (): boolean => {
  const phase = session.getState().run?.store.getState().phase;
  return phase === 'paused' || phase === 'ended';
};

const step = (key: string, ms: number): KeyBinding => ({
  key,
  help: 'step',
  leaves: ['typing', 'overlay', 'choice'],
  repeats: true,
  when: isStanding,
  act: () => session.getState().step(ms),
});

/** A run that stands shows the mark before, or the next. */
const mark = (key: string, direction: 1 | -1): KeyBinding => ({
  key,
  help: 'mark',
  repeats: true,
  when: isStanding,
  act() {
    const { run, show } = session.getState();
    const to = run && nextMark(run.marks(), run.shownMs(), direction);
    if (to) show(to.tMs);
  },
});

/** Whether a control is there for this class. */
const shown = (control: HideableControl) => (): boolean => !isHidden(control);

/** The keys of the Compare room; its stage has others. */
export const COMPARE_KEYS: readonly KeyBinding[] = [
  {
    key: ' ',
    shift: 'any',
    help: 'startOrPause',
    // A radio or a slider that has the focus has nothing to do for Space; a button has.
    leaves: ['typing', 'overlay', 'button'],
    act: () => session.getState().startOrPause(),
  },
  { key: 'r', help: 'restart', act: () => session.getState().restart() },
  { key: 'c', help: 'cut', act: () => cutLink('press'), release: () => cutLink('release') },
  { key: 'c', shift: true, help: 'latch', act: () => cutLink('latch') },
  step('ArrowLeft', -STEP_MS),
  step('ArrowRight', STEP_MS),
  mark('[', -1),
  mark(']', 1),
  ...PRESETS.map((preset, i) => ({
    key: String(i + 1),
    help: 'preset',
    act: () => choosePreset(preset),
  })),
  { key: 'l', help: 'editLink', when: shown('link-editor'), act: editLink },
  { key: 'm', help: 'predicted', act: togglePredicted },
  { key: 'v', help: 'camera', when: shown('camera'), act: () => void cameraPicker.open() },
  { key: 'j', help: 'behind', act: () => decide((lane) => lane.seekToLiveEdge()) },
  { key: 'k', help: 'behind', act: () => decide((lane) => lane.stayBehind()) },
  {
    key: 'c',
    mod: true,
    help: 'copySettings',
    leaves: ['typing', 'overlay'],
    when: nothingSelected,
    act: () => void copyNextSettings(),
  },
  {
    key: 'v',
    mod: true,
    help: 'pasteSettings',
    leaves: ['typing', 'overlay'],
    act: () => void pasteSettings(),
  },
  { key: 'e', help: 'scenario', when: shown('scenarios'), act: () => togglePanel('scenario') },
  { key: 'PageDown', help: 'scenarioStep', when: isScenarioOpen, act: nextStep },
  { key: 'PageUp', help: 'scenarioStep', when: isScenarioOpen, act: previousStep },
  { key: 'x', help: 'exportVideo', when: shown('video-export'), act: exportVideo },
  { key: 's', help: 'settings', when: shown('settings'), act: () => togglePanel('settings') },
  {
    key: 'b',
    help: 'break',
    act: () => session.getState().setBreak(breakAfter(session.getState().breakAt)),
  },
  { key: 'p', help: 'presenter', when: shown('presenter'), act: () => togglePanel('presenter') },
];

/** The keys of the Compare room while it is shown. */
export function CompareKeys(): null {
  useKeyBindings('room', COMPARE_KEYS);
  return null;
}

/** A camera is not predicted: the switch is not there, so its key does nothing. */
function togglePredicted(): void {
  if (!kindOf(session.getState().media).predicted) return;
  const { predicted, setPredicted } = preferences.getState();
  setPredicted(!predicted);
}

const decide = (how: (lane: LiveLane) => void): void => decideBehind(session.getState().run, how);

/** Decides for every lane that has been offered the choice: to skip to live, or to stay behind. */
export function decideBehind(
  run: Pick<LiveRun, 'lanes' | 'store'> | null,
  how: (lane: LiveLane) => void,
): void {
  const { phase, lanes } = run?.store.getState() ?? { phase: null, lanes: {} };
  if (phase !== 'running') return;
  for (const lane of run?.lanes ?? []) {
    if (lanes[lane.method]?.behind === 'offered') how(lane);
  }
}
