import { useEffect, useState } from 'react';
import type { AboutFacts } from '../../electron/ipc/about-requests';
import { messageOf } from '../../model/message-of';
import { DIAGNOSTICS_KEYS, DiagnosticsPanel } from '../diagnostics/diagnostics-panel';
import { useKeyBindings, type KeyBinding } from '../ui/key-bindings';
import { say } from '../ui/words';
import { panels } from '../window/panels';
import { leaveHelpPage } from '../window/rooms';
import { LicencesPanel } from './licences-panel';
import { VersionPanel } from './version-panel';
import './about.css';

const KEYS: readonly KeyBinding[] = [
  ...DIAGNOSTICS_KEYS,
  { key: 'Escape', help: 'leavePage', act: leaveHelpPage },
];

/** About Bufferscope: what runs here, on what, and under which licences. */
export function AboutRoom() {
  const { facts, problem } = useFacts();
  useKeyBindings('room', KEYS);
  return (
    <main className="page about">
      <header className="topbar">
        <h1>{say('about.title')}</h1>
        <span className="chip">{say('about.chip')}</span>
        <span className="grow" />
        <button className="btn bare" onClick={() => panels.setState({ help: true })}>
          {say('shell.keys.title')} <kbd>?</kbd>
        </button>
        <button className="btn" onClick={leaveHelpPage}>
          {say('about.close')} <kbd>{say('shell.keys.caps.Escape')}</kbd>
        </button>
      </header>
      <div className="about-body">
        <p className="caption" role="status">
          {problem ?? (facts && <Caption facts={facts} />)}
        </p>
        {facts && (
          <div className="about-left">
            <VersionPanel facts={facts} />
            <LicencesPanel facts={facts} />
          </div>
        )}
        <DiagnosticsPanel />
      </div>
    </main>
  );
}

/** What main knows, asked for once a visit; in its place why it could not be told. */
function useFacts(): { facts: AboutFacts | null; problem: string | null } {
  const [told, setTold] = useState<ReturnType<typeof useFacts>>({ facts: null, problem: null });
  useEffect(() => {
    let wanted = true;
    window.bufferscope.request('about:facts').then(
      (facts) => {
        if (wanted) setTold({ facts, problem: null });
      },
      (error: unknown) => {
        if (wanted) setTold({ facts: null, problem: messageOf(error) });
      },
    );
    return () => {
      wanted = false;
    };
  }, []);
  return told;
}

function Caption({ facts: { ffmpeg, electron, releaseElectron } }: { facts: AboutFacts }) {
  return (
    <>
      <b>{say(ffmpeg ? 'about.complete' : 'about.noFfmpeg')}</b>{' '}
      {electron !== releaseElectron && say('about.development')}
    </>
  );
}
