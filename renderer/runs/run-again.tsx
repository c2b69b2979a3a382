import { useCallback, useState, type ReactNode } from 'react';
import { messageOf } from '../../model/message-of';
import type { RunLog } from '../../model/run/schema';
import { Confirm } from '../session/confirm-end';
import { runAtStake, type RunAtStake } from '../session/run-at-stake';
import { setAgain } from '../session/run-again';
import { askForNamedCamera } from '../source/camera/named-camera';
import { say } from '../ui/words';
import { library } from './library';

/** A recorded run, and the token by which main knows its media. */
export interface RepeatedRun {
  log: RunLog;
  token: string;
}

/** Takes a run to Compare, ready to run, and asks first where a run stands there; `question` is to be drawn. */
export function useRunAgain(): { again: (run: RepeatedRun) => void; question: ReactNode } {
  const [asked, setAsked] = useState<{ run: RepeatedRun; stake: RunAtStake } | null>(null);
  const again = useCallback((run: RepeatedRun): void => {
    const stake = runAtStake();
    if (stake) setAsked({ run, stake });
    else void repeat(run);
  }, []);
  const end = (): void => {
    setAsked(null);
    if (asked) void repeat(asked.run);
  };
  const question = (
    <Confirm stake={asked?.stake ?? null} onEnd={end} onKeep={() => setAsked(null)} />
  );
  return { again, question };
}

/** What cannot be repeated is said on the page of the run. */
async function repeat({ log, token }: RepeatedRun): Promise<void> {
  try {
    const source = log.media.camera
      ? null
      : await window.bufferscope.request('runs:again', { pictures: token });
    const problem = await setAgain(log, source);
    if (problem !== null) library.setState({ problem });
    else if (log.media.camera) await askForNamedCamera();
  } catch (error) {
    library.setState({ problem: say('runs.failed', { message: messageOf(error) }) });
  }
}
