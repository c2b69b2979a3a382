import type { NotesState, PresenterCommand } from '../../../electron/ipc/presenter-requests';
import { STAGE_STATIONS } from '../../../model/run/marks';
import { say } from '../../ui/words';

interface NotesKeysProps {
  state: NotesState;
  send: (command: PresenterCommand) => void;
}

/** The keys of both windows, to be read and to be pressed: no control is ever on the stage's window. */
export function NotesKeys({
  state: { byHand, blank, held, highlight, screens },
  send,
}: NotesKeysProps) {
  const key = (cap: string, command: PresenterCommand, words: string, pressed?: boolean) => (
    <button className="btn bare" aria-pressed={pressed} onClick={() => send(command)}>
      <kbd>{cap}</kbd>
      {say(`presenter.keys.${words}`)}
    </button>
  );
  return (
    <footer>
      {key('PageDown', 'next', byHand ? 'next' : 'nextCaption')}
      {key('PageUp', 'previous', byHand ? 'previous' : 'previousCaption')}
      {key('.', 'hold', 'hold', held)}
      {key('B', 'blank', 'blank', blank)}
      <span className="notes-stations">
        {STAGE_STATIONS.map((station, i) => {
          const name = say(`presenter.stations.${station}`);
          return (
            <button
              key={station}
              className="btn bare"
              title={name}
              aria-label={`${String(i + 1)}: ${name}`}
              aria-pressed={highlight === station}
              onClick={() => send(COMMANDS[i] ?? 'highlight-0')}
            >
              <kbd>{i + 1}</kbd>
            </button>
          );
        })}
        {say('presenter.keys.highlight')}
      </span>
      {key('0', 'highlight-0', 'none')}
      <span className="grow" />
      {screens > 1 && key('S', 'swap', 'swap')}
      {key('N', 'notes', 'notes')}
      {key('Esc', 'end', 'end')}
    </footer>
  );
}

/** The command of each station, in their order. */
const COMMANDS: readonly PresenterCommand[] = [
  'highlight-1',
  'highlight-2',
  'highlight-3',
  'highlight-4',
  'highlight-5',
  'highlight-6',
];
