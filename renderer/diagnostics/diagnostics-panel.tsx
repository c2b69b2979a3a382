import { Checkbox } from '@mantine/core';
import { useEffect } from 'react';
import { sizeFigure } from '../../model/figures';
import { useCheck } from '../computer-check/computer-check';
import { nothingSelected, type KeyBinding } from '../ui/key-bindings';
import { say } from '../ui/words';
import {
  beginDiagnostics,
  handOn,
  setNames,
  setWithDumps,
  showLog,
  useDiagnostics,
} from './diagnostics';
import './diagnostics.css';

/** The keys of the panel, for the page that it is on. */
export const DIAGNOSTICS_KEYS: readonly KeyBinding[] = [
  {
    key: 'c',
    mod: true,
    help: 'copyDiagnostics',
    when: nothingSelected,
    act: () => void handOn(),
  },
  { key: 'l', help: 'showLog', act: () => void showLog() },
];

/** What can be handed on with a report of a fault: shown in full before it is copied or saved. */
export function DiagnosticsPanel() {
  const { text, names, withDumps, said } = useDiagnostics((s) => s);
  const looking = useCheck((s) => s.looking);
  useEffect(() => void beginDiagnostics(), []);
  return (
    <section className="panel diagnostics" aria-label={say('diagnostics.title')}>
      <h2>
        {say('diagnostics.title')}{' '}
        <span>{say(withDumps ? 'diagnostics.savedAlone' : 'diagnostics.copiedAlone')}</span>
      </h2>
      <p>{say(names ? 'diagnostics.withNames' : 'diagnostics.withoutNames')}</p>
      <pre tabIndex={0} aria-label={say('diagnostics.textLabel')}>
        {text ?? (looking && say('check.looking', { line: say(`check.lines.${looking}.name`) }))}
      </pre>
      <Checkbox
        label={say('diagnostics.names')}
        checked={names}
        onChange={(event) => void setNames(event.currentTarget.checked)}
      />
      <Dumps />
      <div className="diagnostics-buttons">
        <button className="btn primary" disabled={text === null} onClick={() => void handOn()}>
          {say(withDumps ? 'diagnostics.save' : 'diagnostics.copy')}{' '}
          <kbd>{say('shell.keys.caps.mod')}+C</kbd>
        </button>
        <button className="btn" onClick={() => void showLog()}>
          {say('diagnostics.showLog')} <kbd>L</kbd>
        </button>
        <span role="status">{said}</span>
      </div>
    </section>
  );
}

/** Dumps are left out unless they are ticked; then what they hold is said. */
function Dumps() {
  const { dumps, dumpBytes, withDumps } = useDiagnostics((s) => s);
  if (dumps === 0) return null;
  return (
    <>
      <Checkbox
        label={say('diagnostics.dumps', { count: dumps, size: sizeFigure(dumpBytes) })}
        checked={withDumps}
        onChange={(event) => setWithDumps(event.currentTarget.checked)}
      />
      {withDumps && <p role="alert">{say('diagnostics.dumpsWarning')}</p>}
    </>
  );
}
