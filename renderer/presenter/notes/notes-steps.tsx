import { useEffect, useRef } from 'react';
import type { NotesState } from '../../../electron/ipc/presenter-requests';
import { say } from '../../ui/words';

/** What has come, what runs, and what is to come; what runs is kept in sight. */
export function NotesSteps({ state: { steps, byHand } }: { state: NotesState }) {
  const here = useRef<HTMLLIElement>(null);
  const place = steps.findIndex(({ is }) => is === 'here');
  useEffect(() => here.current?.scrollIntoView({ block: 'center' }), [place]);
  return (
    <aside className="notes-right">
      <h2>{say(byHand ? 'presenter.steps' : 'presenter.said')}</h2>
      <ol tabIndex={0} aria-label={say('presenter.steps')}>
        {steps.map(({ time, head, is }, i) => (
          <li
            key={`${String(i)} ${head}`}
            ref={is === 'here' ? here : undefined}
            data-is={is}
            aria-current={is === 'here' ? 'step' : undefined}
          >
            <Dot is={is} />
            <span>{time}</span>
            <b>{head}</b>
          </li>
        ))}
      </ol>
    </aside>
  );
}

/** A tick, a ring with a core, or a ring. */
function Dot({ is }: Pick<NotesState['steps'][number], 'is'>) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" data-is={is}>
      <circle cx="10" cy="10" r="8" />
      {is === 'done' && <path d="M6 10.5l2.8 2.8L14.2 7" />}
      {is === 'here' && <circle className="core" cx="10" cy="10" r="3.4" />}
    </svg>
  );
}
