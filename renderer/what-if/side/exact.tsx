import { chosenSize } from '../../apparatus/size-unit';
import { say } from '../../ui/words';
import { setValue } from '../state/setup';
import type { Picture } from '../state/use-picture';

/** The least prefetch that needs no search, by the curves of all runs, beside what the sweep found. */
export function Exact({ picture: { setup, detail, at, spot } }: { picture: Picture }) {
  if (!detail || at?.problem) return <div className="exact" />;
  const { wholeBytes: least, reason } = detail.least.all;
  const title = <span className="field-name">{say('whatIf.exact.title')}</span>;
  if (least === null) {
    return (
      <div className="exact">
        {title}
        <p className="small">{say(`whatIf.exact.${reason ?? 'never-arrives'}`)}</p>
      </div>
    );
  }
  const word = chosenSize(least);
  const notes = [say('whatIf.exact.how')];
  if (setup.range.axis === 'prefetch' && spot !== null) {
    notes.push(say('whatIf.exact.found', { value: chosenSize(spot) }));
  }
  return (
    <div className="exact">
      {title}
      {least === 0 ? (
        <b>{say('whatIf.exact.nothing')}</b>
      ) : (
        <button
          className="btn bare"
          aria-label={say('whatIf.exact.use', { value: word })}
          title={say('whatIf.exact.use', { value: word })}
          onClick={() => setValue('prefetch', least)}
        >
          {word}
        </button>
      )}
      <span className="small">{notes.join('; ')}</span>
    </div>
  );
}
