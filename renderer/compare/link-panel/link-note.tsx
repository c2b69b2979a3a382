import { say } from '../../ui/words';
import { useLinkWaits } from './use-link';

/** Beside the heading: that a change waits for the next run. */
export function LinkNote() {
  return (
    useLinkWaits() && (
      <span className="link-note" role="status">
        <b>{say('link.waits')}</b> <kbd>R</kbd>
      </span>
    )
  );
}
