import { useMemo, useSyncExternalStore } from 'react';
import { stageAt, type Stage } from '../../model/run/stage-at';
import { useApparatus } from './apparatus';

const NEVER = (): (() => void) => () => undefined;

/** What the marks of the drawn run have made of its picture at the moment that it shows. */
export function useStage(): Stage {
  const { run } = useApparatus();
  const subscribe = useMemo(() => run?.subscribe.bind(run) ?? NEVER, [run]);
  // As text, which is the same as long as the stage is.
  const shown = (): string => JSON.stringify(stageAt(run?.marks() ?? [], run?.shownMs() ?? 0));
  const text = useSyncExternalStore(subscribe, shown, shown);
  return useMemo(() => JSON.parse(text) as Stage, [text]);
}
