import { bufferFigure } from '../../../model/figures';
import { session } from '../../session/session';
import { Notice } from '../../ui/notice';
import { say } from '../../ui/words';
import { dismissRecording, useRecordingToFile } from './record-to-file';

/** What became of a recording: where it is and the way to open it, or why there is none. */
export function RecordNotice() {
  const problem = useRecordingToFile((now) => now.problem);
  const kept = useRecordingToFile((now) => now.kept);
  if (problem === null && kept === null) return null;
  const words = problem ?? say('keep.kept', { path: kept?.path ?? '', size: sizeOf(kept) });
  return (
    <Notice
      role={problem === null ? 'status' : 'alert'}
      title={words}
      ways={
        <>
          {kept && (
            <button className="btn primary" onClick={() => open(kept.path)}>
              {say('keep.open')}
            </button>
          )}
          <button className="btn bare" onClick={dismissRecording}>
            {say('source.refused.close')}
          </button>
        </>
      }
    />
  );
}

function open(path: string): void {
  dismissRecording();
  void session.getState().openPath(path);
}

const sizeOf = (kept: { bytes: number } | null): string => bufferFigure(kept?.bytes ?? 0);
