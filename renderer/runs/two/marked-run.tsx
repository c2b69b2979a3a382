import { sideWord } from '../../../model/runs/two/two-words';
import { say } from '../../ui/words';
import { nameOf } from '../list/run-words';
import { useLibrary } from '../library';
import { markRun, unmark, useTwo } from './two-store';
import { WORDS } from './words';

interface MarkButtonProps {
  id: string;
  marked: boolean;
}

/** Makes a run one of two by the mouse; keys do so with C on the row. It shows where the pointer is, or the mark. */
export function MarkButton({ id, marked }: MarkButtonProps) {
  return (
    <button
      className="run-mark"
      tabIndex={-1}
      aria-pressed={marked}
      aria-label={say('twoRuns.list.mark')}
      title={say('twoRuns.list.mark')}
      onClick={(event) => {
        event.stopPropagation();
        markRun(id);
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {sideWord('a', WORDS)}
    </button>
  );
}

/** The run that is one of two, and what makes the other one. */
export function MarkedRun() {
  const marked = useTwo((s) => s.marked);
  const run = useLibrary((s) => s.runs.find(({ id }) => id === marked));
  if (!run) return null;
  return (
    <p className="runs-said" role="status">
      <span className="runs-marked" title={nameOf(run)}>
        <b>{say('twoRuns.list.one', { name: nameOf(run) })}</b> {say('twoRuns.list.oneMore')}
      </span>
      <button className="btn bare" onClick={unmark}>
        {say('twoRuns.list.clear')} <kbd>Esc</kbd>
      </button>
    </p>
  );
}
