import type { Handlers } from '../../ipc/router';
import type { NOTES_REQUESTS, PRESENTER_REQUESTS } from '../../ipc/presenter-requests';
import type { PresenterWindows } from './presenter-windows';

/** What main does for each request of the stage and of its notes. */
export function presenterHandlers(
  presenter: PresenterWindows,
): Pick<Handlers, keyof typeof PRESENTER_REQUESTS | keyof typeof NOTES_REQUESTS> {
  const done = (act: () => void) => () => {
    act();
    return undefined;
  };
  return {
    'presenter:begin': () => presenter.begin(),
    'presenter:end': done(() => presenter.end()),
    'presenter:notes': done(() => presenter.toggleNotes()),
    'presenter:swap': done(() => presenter.swap()),
    'presenter:told': (state) => {
      presenter.tell(state);
      return undefined;
    },
    'notes:state': () => presenter.shown(),
    'notes:command': (command) => {
      presenter.command(command);
      return undefined;
    },
  };
}
