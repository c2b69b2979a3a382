import { useMemo, type ReactNode } from 'react';
import { planLanes } from '../../model/run/run-plan';
import { Apparatus, type RunActions } from '../apparatus/apparatus';
import { preferences, usePreference } from './preferences';
import { session, useSession } from './session';

/** Volume that a lane gets when it is made heard while all is at zero. */
const HEARD_VOLUME = 0.5;

/** The picture of the session's run, or of the next one while there is none, and what can be done to it. */
export function SessionApparatus({
  children,
  controls = true,
}: {
  children: ReactNode;
  /** False where nothing in the picture can be pressed. */
  controls?: boolean;
}) {
  const run = useSession((s) => s.run);
  const media = useSession((s) => s.media);
  const settings = useSession((s) => s.settings);
  const plan = useMemo(() => run?.plan ?? planLanes(media, settings), [run, media, settings]);
  const silent = usePreference((s) => s.muted || s.volume === 0);
  const audible = useSession((s) => s.audible);
  const heard = silent ? null : audible;
  const nextBackpressureOff = settings.backpressureOff;
  const actions = useMemo(
    () => ({ ...ACTIONS, heard, nextBackpressureOff }),
    [heard, nextBackpressureOff],
  );
  return (
    <Apparatus run={run} plan={plan} actions={controls ? actions : null} pictures={run}>
      {children}
    </Apparatus>
  );
}

const laneOf = (method: string) =>
  session.getState().run?.lanes.find((lane) => lane.method === method);

const ACTIONS: Omit<RunActions, 'heard' | 'nextBackpressureOff'> = {
  hear(method) {
    const { audible, setAudible } = session.getState();
    const { muted, volume, setVolume } = preferences.getState();
    const heard = audible === method && !muted && volume > 0;
    setAudible(method);
    setVolume(volume > 0 ? volume : HEARD_VOLUME, heard);
  },
  seekToLiveEdge: (method) => laneOf(method)?.seekToLiveEdge(),
  stayBehind: (method) => laneOf(method)?.stayBehind(),
  chooseFile: () => void session.getState().chooseFile(),
  runAgain: () => session.getState().restart(),
  switchBackpressure: (backpressureOff) => session.getState().setSettings({ backpressureOff }),
};
