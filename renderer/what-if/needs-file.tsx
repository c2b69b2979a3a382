import { CameraLight } from '../camera/recording-indicator';
import { rooms } from '../window/rooms';
import { session, useSession } from '../session/session';
import { say } from '../ui/words';

/** What if, while a camera is the source: nothing can be worked out of what has not been seen; the ways on. */
export function NeedsFile() {
  const name = useSession((s) => s.media?.name ?? '');
  const { chooseFile, openSample } = session.getState();
  return (
    <main className="page">
      <header className="topbar">
        <h1>{say('rooms.what-if')}</h1>
        <span className="grow" />
        <CameraLight />
      </header>
      <section className="panel needs-file">
        <h2>{say('cameraUi.whatIf.lead')}</h2>
        <p>{say('cameraUi.whatIf.why', { name })}</p>
        <div>
          <button className="btn primary" onClick={() => void chooseFile()}>
            {say('cameraUi.refused.file')} <kbd>{say('source.openKey')}</kbd>
          </button>
          <button className="btn" onClick={() => void openSample()}>
            {say('cameraUi.whatIf.sample')}
          </button>
          <button className="btn bare" onClick={() => rooms.getState().go('compare')}>
            {say('cameraUi.whatIf.compare')}
          </button>
        </div>
      </section>
    </main>
  );
}
