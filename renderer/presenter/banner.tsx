import { useCaption } from '../captions/use-caption';
import { useWaitingCaption } from '../session/waiting-caption';

/** Most lines that the banner holds. */
const LINES = 2;

/** What happens now, on two lines, with the cause as a sign beside it. */
export function Banner() {
  const { caption, heard } = useCaption(useWaitingCaption());
  const { tone, label, lead, effects } = caption;
  // The sign may say it all; any other cause is a line of its own.
  const said = tone === 'down' || lead === `${label}.`;
  const lines = [said ? '' : lead, ...effects.map((effect) => effect.figured)];
  return (
    <footer className="banner" data-tone={tone}>
      <strong aria-hidden="true">{label}</strong>
      <div aria-hidden="true" className="lines">
        {lines
          .filter(Boolean)
          .slice(0, LINES)
          .map((line) => (
            <p key={line}>{line}</p>
          ))}
      </div>
      <p className="unseen" role="status">
        {heard}
      </p>
    </footer>
  );
}
