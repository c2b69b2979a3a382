import { useEffect, useMemo } from 'react';
import type { SweepPoint } from '../../../model/sweep/types';
import { useSession } from '../../session/session';
import { hardestSeed, runnable, sweetSpotOf } from '../findings/sweet-spot';
import { client, useSweep, type Swept, type SweepState } from '../worker/sweep-client';
import type { Detail, Rest } from '../worker/messages';
import { roomSource, type RoomSource } from './room-source';
import { takeUp, useRoomState } from './room-state';
import { detailOrder, setupOf, sweepKey, sweepOrder, type Setup } from './setup';
import { useBaseLink } from './use-base-link';

/** Everything that the room draws. */
export interface Picture {
  setup: Setup;
  /** The newest points, perhaps not all yet. */
  points: readonly SweepPoint[];
  /** Points of the sweep before, drawn dimmed; null when the newest stand alone. */
  before: readonly SweepPoint[] | null;
  phase: SweepState['phase'];
  /** The sweep has been running for long enough to say how far it is. */
  late: boolean;
  /** Why the model stopped, one sentence; empty when it did not. */
  message: string;
  spot: number | null;
  /** The point of the chosen value; null while it is worked out. */
  at: SweepPoint | null;
  detail: Detail | null;
  /** Everything shown is of what is set now. */
  complete: boolean;
}

/** What there is to draw, or why there is nothing; keeps the worker at work on the newest set-up. */
export function usePicture(): {
  source: RoomSource;
  picture: Picture | null;
  problem: string | null;
} {
  const media = useSession((s) => s.media);
  const consumeRate = useSession((s) => s.settings.consumeRate);
  const source = useMemo(() => roomSource(media, consumeRate), [media, consumeRate]);
  const state = useRoomState((s) => s);
  const { link: base, problem } = useBaseLink(state.link, source);
  const fits = state.sourceId === source.id;
  const setup = useMemo(
    () => (base && fits ? setupOf(state, source, base) : null),
    [state, source, base, fits],
  );
  useEffect(() => takeUp(source), [source]);
  useEffect(() => () => client.dispose(), []);
  const key = setup && `${sweepKey(setup)} ${String(state.again)}`;
  useEffect(() => {
    if (setup && key !== null) client.sweep(key, sweepOrder(setup), setup.source.shape);
  }, [setup, key]);
  return { source, picture: useShown(setup, key, useRest()), problem };
}

/** A reader's process takes about so much at rest, bytes, as long as none has been measured. */
const USUAL_REST_BYTES = 100e6;

/** What a server's process takes at rest: the largest of the last run's lanes. */
function useRest(): Rest {
  const lastLog = useSession((s) => s.lastLog);
  return useMemo(() => {
    const rests = lastLog?.lanes.map(({ memory }) => memory.baselineRssBytes) ?? [];
    const bytes = Math.max(0, ...rests);
    return bytes > 0 ? { bytes, measured: true } : { bytes: USUAL_REST_BYTES, measured: false };
  }, [lastLog]);
}

function useShown(setup: Setup | null, key: string | null, rest: Rest): Picture | null {
  const sweep = useSweep((s) => s);
  const { now, phase } = sweep;
  const settled = now !== null && now.key === key && (phase === 'done' || phase === 'cancelled');
  const seed = settled && setup ? hardestSeed(setup.range.axis, now.points) : null;
  const order = useMemo(() => {
    if (!setup || !settled || seed === null) return null;
    const values = runnable(now.points).map(({ value }) => value);
    return values.includes(setup.chosen) ? detailOrder(setup, seed, values, rest) : null;
  }, [setup, settled, seed, now, rest]);
  const detailKey =
    order && `${key ?? ''} ${JSON.stringify([order.value, order.seed, order.rest])}`;
  useEffect(() => {
    if (setup && order && detailKey !== null) {
      client.detail(detailKey, order, setup.source.shape);
    }
  }, [setup, order, detailKey]);
  return useMemo(() => {
    if (!setup) return null;
    const { axis } = setup.range;
    const ofAxis = (swept: Swept | null): readonly SweepPoint[] | null =>
      swept?.order.axis === axis ? swept.points : null;
    const running = sweep.phase === 'running';
    const held = running && !sweep.late ? ofAxis(sweep.before) : null;
    const points = held ?? ofAxis(sweep.now) ?? [];
    return {
      setup,
      points,
      before: held ? null : ofAxis(sweep.before),
      phase: sweep.phase,
      late: sweep.late,
      message: sweep.message,
      spot: sweetSpotOf(axis, points),
      at: points.find(({ value }) => value === setup.chosen) ?? null,
      // Of a sweep that was stopped before its chosen value there is nothing to show.
      detail: settled && detailKey === null ? null : sweep.detail,
      complete: settled && (detailKey === null || sweep.detailKey === detailKey),
    };
  }, [setup, sweep, settled, detailKey]);
}
