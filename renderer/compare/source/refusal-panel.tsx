import { say } from '../../ui/words';
import { session, useSession } from '../session';
import { canBeBytes } from './source-words';
import './source.css';

/** A file that was refused: why, and the ways on. What was open before stays as it is. */
export function RefusalPanel() {
  const refusal = useSession((s) => s.refusal);
  const askedPath = useSession((s) => s.askedPath);
  const kept = useSession((s) => s.media?.name);
  if (!refusal) return null;
  const { chooseFile, openPath, openSample, dismissRefusal } = session.getState();
  return (
    <section className="source-notice panel refusal" role="alert">
      <p>
        <b>{refusal.message}</b>
      </p>
      {refusal.detail && <p className="small refusal-detail">{refusal.detail}</p>}
      {kept !== undefined && <p className="small">{say('source.refused.kept', { name: kept })}</p>}
      <div className="source-notice-row">
        <button className="btn primary" onClick={() => void chooseFile()}>
          {say('source.refused.choose')}
        </button>
        {askedPath !== null && canBeBytes(refusal.code) && (
          <button className="btn" onClick={() => void openPath(askedPath, 'bytes')}>
            {say('source.refused.bytes')}
          </button>
        )}
        {kept === undefined && (
          <button className="btn" onClick={() => void openSample()}>
            {say('source.refused.sample')}
          </button>
        )}
        <button className="btn bare" onClick={dismissRefusal}>
          {say('source.refused.close')}
        </button>
      </div>
    </section>
  );
}
