import type { Preferences } from '../../electron/ipc/contract';
import type { CameraChoice } from '../../model/camera/types';
import type { Method } from '../../model/delivery/types';
import type { MediaInfo, MediaProgress, MediaRefusal } from '../../model/media/types';
import type { RunLog, RunSettings } from '../../model/run/schema';
import type { LiveRun } from '../live/types';

/** Light, dark or what the system says. */
export type Theme = Preferences['theme'];

/** What the Compare room knows: the opened source, what the next run will be, and the run itself. */
export interface SessionState {
  /** True once the first file has been asked for. */
  booted: boolean;
  media: MediaInfo | null;
  /** Not null while a file is being opened or prepared. */
  opening: MediaProgress | null;
  refusal: MediaRefusal | null;
  /** The path asked for last, so that a refused file can be opened as bytes. */
  askedPath: string | null;
  /** Absolute paths, newest first. */
  recent: readonly string[];
  /** Of the next run; a run that goes on keeps its own. */
  settings: RunSettings;
  /** Link SPEC of the next run, see model/link/spec.ts. */
  link: string;
  seed: number;
  run: LiveRun | null;
  /** True while readers are being started for a run. */
  preparing: boolean;
  /** Why no run could be made ready, one sentence; null when all is well. */
  problem: string | null;
  /** The run before this one, kept in memory until the next. */
  lastLog: RunLog | null;
  /** The only lane that is heard. */
  audible: Method;
  /** [0, 1] */
  volume: number;
  muted: boolean;
  theme: Theme;
  /** What the model predicts is shown behind what is measured. */
  predicted: boolean;
  presenter: boolean;
  settingsOpen: boolean;
  helpOpen: boolean;
}

/** What a person can do; each returns once it is under way and reports through the state. */
export interface SessionActions {
  /** Reads preferences and opens the file of the command line, or the sample. */
  init: () => Promise<void>;
  openPath: (path: string, as?: 'auto' | 'bytes') => Promise<void>;
  /** Shows the open dialog, then opens what was chosen. */
  chooseFile: () => Promise<void>;
  openSample: () => Promise<void>;
  /** Makes a camera the source; why it cannot be used becomes the refusal. */
  openCamera: (camera: CameraChoice) => Promise<void>;
  /** The Compare room is no longer shown: its run stands, and a camera is let go. */
  suspend: () => void;
  /** It is shown again. */
  resume: () => void;
  cancelOpening: () => Promise<void>;
  dismissRefusal: () => void;
  /** Changes the next run; a run that is merely ready is made anew with them. */
  setSettings: (change: Partial<RunSettings>) => void;
  setLink: (link: string) => void;
  setSeed: (seed: number) => void;
  /** Space: starts, pauses, continues, or runs again after the end. */
  startOrPause: () => void;
  /** R: a new run from the beginning, started at once. */
  restart: () => void;
  /** Back to a run that is ready and not started. */
  reset: () => void;
  /** While paused: moves by this many ms through what was recorded. */
  step: (deltaMs: number) => void;
  /** Cuts the link by hand or joins it again; nothing happens unless a run is going on. */
  setCut: (down: boolean) => void;
  setAudible: (method: Method) => void;
  setVolume: (volume: number, muted: boolean) => void;
  setTheme: (theme: Theme) => void;
  setPredicted: (on: boolean) => void;
  setPresenter: (on: boolean) => void;
  setSettingsOpen: (open: boolean) => void;
  setHelpOpen: (open: boolean) => void;
}

export type Session = SessionState & SessionActions;
