import { createContext, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { HeldMethod, Method } from '../../model/delivery/types';
import type { LanePlan } from '../../model/run/run-plan';
import type { RunPictures, RunView, RunViewState } from '../../model/run/run-view';
import { useStore } from 'zustand';
import { useLanguage } from '../ui/words';
import { ChunkPointer } from './chunk-pointer';
import { laneViews, type LaneView } from './lane-view';
import { PaintLoop } from './paint-loop';

/** What a person can do to a run that is drawn; without actions nothing in the picture can be pressed. */
export interface RunActions {
  /** The only lane that is heard; null while all are silent. */
  heard: Method | null;
  /** Makes this lane the one that is heard; pressed again, it mutes. */
  hear: (method: Method) => void;
  /** Of a camera: the lane goes on from the newest picture and leaves out what lies between. */
  seekToLiveEdge: (method: Method) => void;
  /** Of a camera: the lane goes on where it is and leaves nothing out. */
  stayBehind: (method: Method) => void;
  chooseFile: () => void;
  runAgain: () => void;
  /** The method of which the next run has a lane without backpressure; null for none. */
  nextBackpressureOff: HeldMethod | null;
  /** Changes that; the run that is shown stays as it is. */
  switchBackpressure: (off: HeldMethod | null) => void;
}

/** What one picture is drawn from. */
export interface ApparatusParts {
  /** Null while there is no run: the lanes of the plan are then drawn empty. */
  run: RunView | null;
  plan: LanePlan;
  actions: RunActions | null;
  pictures: RunPictures | null;
  /** Its loop is driven from without. */
  driven?: boolean;
}

interface ApparatusValue extends ApparatusParts {
  views: readonly LaneView[];
  loop: PaintLoop;
  pointer: ChunkPointer;
}

const Context = createContext<ApparatusValue | null>(null);

/** One picture of one run: everything below it draws this run, with an animation loop of its own. */
export function Apparatus({
  run,
  plan,
  actions,
  pictures,
  driven = false,
  children,
}: ApparatusParts & { children: ReactNode }) {
  const views = useMemo(() => laneViews(plan), [plan]);
  const pointer = useMemo(() => new ChunkPointer(views), [views]);
  const loop = useMemo(() => new PaintLoop(run, pointer, driven), [run, pointer, driven]);
  const language = useLanguage();
  useEffect(() => () => loop.stop(), [loop]);
  useEffect(() => loop.refresh(), [loop, language]);
  useEffect(() => pointer.store.subscribe(() => loop.refresh()), [pointer, loop]);
  const value = useMemo(
    () => ({ run, plan, actions, pictures, views, loop, pointer }),
    [run, plan, actions, pictures, views, loop, pointer],
  );
  return <Context value={value}>{children}</Context>;
}

/** The picture that a component is part of; throws outside of an `Apparatus`. */
export function useApparatus(): ApparatusValue {
  const value = useContext(Context);
  if (!value) throw new Error('A part of the picture stands outside of an Apparatus.');
  return value;
}

/** The chunk whose story is told in this picture, as a place of its grid; null while none is. */
export function useShownChunk(): number | null {
  const { pointer } = useApparatus();
  return useStore(pointer.store, ({ kept, over }) => kept ?? over);
}

const NEVER = (): (() => void) => () => undefined;

/** A part of the drawn run's state in a component; `select` gets null while there is no run. */
export function useRunView<T>(select: (state: RunViewState | null) => T): T {
  const { run } = useApparatus();
  const subscribe = useMemo(() => run?.subscribe.bind(run) ?? NEVER, [run]);
  const selected = (): T => select(run?.state() ?? null);
  return useSyncExternalStore(subscribe, selected, selected);
}
