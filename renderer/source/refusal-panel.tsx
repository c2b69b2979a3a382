import { useRoom } from '../window/rooms';
import { RefusalWays } from './camera/refusal-actions';
import { Notice } from '../ui/notice';
import { say } from '../ui/words';
import type { MediaRefusal } from '../../model/media/types';
import { session, useSession } from '../session/session';
import { canBeBytes } from './source-words';
import './source.css';
import { kindOf } from '../../model/source/kinds';

/** A source that was refused: why, and the ways on. What was open before stays as it is. */
export function RefusalPanel() {
  const refusal = useSession((s) => s.refusal);
  const kept = useSession((s) => (kindOf(s.media).endless ? undefined : s.media?.name));
  // A camera is Compare's alone; another room that wants it says so in its own place.
  const elsewhere = useRoom(({ room }) => room !== 'compare') && refusal?.code === 'camera';
  if (!refusal || elsewhere) return null;
  return (
    <Notice
      role="alert"
      fault
      title={refusal.message}
      ways={
        <>
          {refusal.code === 'camera' ? <RefusalWays /> : <FileWays refusal={refusal} />}
          <button className="btn bare" onClick={() => session.getState().dismissRefusal()}>
            {say('source.refused.close')}
          </button>
        </>
      }
    >
      {refusal.detail && <p className="small refusal-detail">{refusal.detail}</p>}
      {kept !== undefined && <p className="small">{say('source.refused.kept', { name: kept })}</p>}
    </Notice>
  );
}

/** The ways on from a file that was refused. */
function FileWays({ refusal }: { refusal: MediaRefusal }) {
  const askedPath = useSession((s) => s.askedPath);
  const nothingOpen = useSession((s) => s.media === null);
  const { chooseFile, openPath, openSample } = session.getState();
  return (
    <>
      <button className="btn primary" onClick={() => void chooseFile()}>
        {say('source.refused.choose')}
      </button>
      {askedPath !== null && canBeBytes(refusal.code) && (
        <button className="btn" onClick={() => void openPath(askedPath, 'bytes')}>
          {say('source.refused.bytes')}
        </button>
      )}
      {nothingOpen && (
        <button className="btn" onClick={() => void openSample()}>
          {say('source.refused.sample')}
        </button>
      )}
    </>
  );
}
