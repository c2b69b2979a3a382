import { bufferFigure } from '../../../model/figures';
import { session } from '../../session/session';
import { say } from '../../ui/words';
import { dismissRecording, useRecordingToFile } from './record-to-file';

/** What became of a recording: where it is and the way to open it, or why there is none. */
export function RecordNotice() {
  const problem = useRecordingToFile((now) => now.problem);
  const kept = useRecordingToFile((now) => now.kept);
  if (problem === null && kept === null) return null;
  const words = problem ?? say('keep.kept', { path: kept?.path ?? '', size: sizeOf(kept) });
  return (
    <section className="source-notice panel" role={problem === null ? 'status' : 'alert'}>
      <p>
        <b>{words}</b>
      </p>
      <div className="source-notice-row">
        {kept && (
          <button className="btn primary" onClick={() => open(kept.path)}>
            {say('keep.open')}
          </button>
        )}
        <button className="btn bare" onClick={dismissRecording}>
          {say('source.refused.close')}
        </button>
      </div>
    </section>
  );
}

function open(path: string): void {
  dismissRecording();
  void session.getState().openPath(path);
}

const sizeOf = (kept: { bytes: number } | null): string => bufferFigure(kept?.bytes ?? 0);
