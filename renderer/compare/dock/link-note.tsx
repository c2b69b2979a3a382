import { say } from '../../ui/words';
import { useLinkWaits } from './use-link';

/** Beside the heading: that no lane slows another down, or that a change waits for the next run. */
export function LinkNote() {
  const waits = useLinkWaits();
  return waits ? (
    <span className="link-note" role="status">
      <b>{say('link.waits')}</b> <kbd>R</kbd>
    </span>
  ) : (
    <span className="link-note">{say('link.ownCopy')}</span>
  );
}
