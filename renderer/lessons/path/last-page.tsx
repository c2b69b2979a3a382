import { useKeyBindings, type KeyBinding } from '../../ui/key-bindings';
import { say } from '../../ui/words';
import { predictionRows, Predictions } from '../page/beside';
import { recordOf, showPath, useLessons } from '../state/lessons-store';

const KEYS: readonly KeyBinding[] = [
  { key: 'Escape', help: 'lessonLeave', leaves: ['overlay'], act: showPath },
];

/** Behind the last lesson: the sentence that is left, and every prediction beside what was measured. */
export function LastPage() {
  useKeyBindings('room', KEYS);
  const state = useLessons((s) => s);
  const all = (state.lessons ?? []).flatMap((each) => {
    const record = each.ok ? recordOf(state, each.id) : null;
    if (!each.ok || !record) return [];
    const rows = predictionRows(each.lesson, record);
    return rows.length === 0 ? [] : [{ id: each.id, title: each.lesson.title, rows }];
  });
  return (
    <main className="page">
      <header className="topbar">
        <h1>{say('rooms.lessons')}</h1>
        <span className="grow" />
        <button className="btn" onClick={showPath}>
          {say('lessons.last.leave')} <kbd>{say('shell.keys.caps.Escape')}</kbd>
        </button>
      </header>
      <div
        className="lesson-last lesson-scroll"
        tabIndex={0}
        role="region"
        aria-label={say('lessons.last.title')}
      >
        <h2>{say('lessons.last.title')}</h2>
        <p>{say('lessons.last.buffer')}</p>
        <p>{say('lessons.last.stream')}</p>
        {all.length === 0 && <p className="small">{say('lessons.last.none')}</p>}
        {all.map(({ id, title, rows }) => (
          <section key={id}>
            <h3>{title}</h3>
            <Predictions rows={rows} />
          </section>
        ))}
      </div>
    </main>
  );
}
