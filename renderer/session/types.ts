import type { CameraChoice } from '../../model/camera/types';
import type { Method } from '../../model/delivery/types';
import type { LinkSpec } from '../../model/link/types';
import type { MediaProgress } from '../../model/media/types';
import type { Fit } from '../../model/run/fit';
import type { Break } from '../../model/runs/moments';
import type { RunSettings } from '../../model/run/schema';
import type { ManagedState } from '../live/run-manager';

/** What the Compare room knows: the opened source, what the next run will be, and the run itself. */
export interface SessionState extends ManagedState {
  /** True once the first file has been asked for. */
  booted: boolean;
  /** Not null while a file is being opened or prepared. */
  opening: MediaProgress | null;
  /** The path asked for last, so that a refused file can be opened as bytes. */
  askedPath: string | null;
  /** Absolute paths, newest first. */
  recent: readonly string[];
  /** What sizes and link presets suit; SAMPLE_FIT unless they are fitted to the source. */
  fit: Fit;
  /** How sources are fitted when they are opened: the sample, too, or not, and what is left alone; null fits none. */
  fitting: { given: readonly string[]; sample: boolean } | null;
  /** The only lane that is heard. */
  audible: Method;
  /** What a run pauses at as it goes on; null plays through. */
  breakAt: Break | null;
}

/** What a person can do; each returns once it is under way and reports through the state. */
export interface SessionActions {
  /** Reads preferences and opens the file of the command line, or the sample. */
  init: () => Promise<void>;
  openPath: (path: string, as?: 'auto' | 'bytes') => Promise<void>;
  /** Shows the open dialog, then opens what was chosen. */
  chooseFile: () => Promise<void>;
  /** The sample of so many seconds; null for the length that the command line says. */
  openSample: (seconds?: 10 | 100 | null) => Promise<void>;
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
  setLink: (link: LinkSpec) => void;
  setSeed: (seed: number) => void;
  /** Gives sizes and link presets that suit the source, or exactly those of the sample. */
  setFit: (on: boolean) => void;
  /** Space: starts, pauses, continues, or runs again after the end. */
  startOrPause: () => void;
  /** R: a new run from the beginning, started at once. */
  restart: () => void;
  /** Back to a run that is ready and not started. */
  reset: () => void;
  /** While paused: moves by this many ms through what was recorded. */
  step: (deltaMs: number) => void;
  /** Shows this moment of a run that stands or has ended, ms of its clock. */
  show: (tMs: number) => void;
  /** Cuts the link by hand or joins it again; nothing happens unless a run is going on. */
  setCut: (down: boolean) => void;
  setAudible: (method: Method) => void;
  /** This run and those to come pause at the next moment of this kind; null plays through. */
  setBreak: (breakAt: Break | null) => void;
}

export type Session = SessionState & SessionActions;
