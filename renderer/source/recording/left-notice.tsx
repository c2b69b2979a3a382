import { useState } from 'react';
import { bufferFigure } from '../../../model/figures';
import { say } from '../../ui/words';
import { leaveLeftRecording, settleLeftRecording, useLeftRecording } from './left-recording';

/** What a crash left of a recording: finish it as a file, delete it, or leave it where it is. */
export function LeftNotice() {
  const left = useLeftRecording();
  const [deleting, setDeleting] = useState(false);
  if (!left) return null;
  const size = bufferFigure(left.bytes);
  const settle = (keep: boolean) => void settleLeftRecording(keep);
  return (
    <section className="source-notice panel" role="alert">
      <p>
        <b>
          {deleting
            ? say('keepLeft.sure', { size })
            : say('keepLeft.found', { size, path: left.path })}
        </b>
      </p>
      {!deleting && <p className="small">{say('keepLeft.where')}</p>}
      {deleting ? (
        <div className="source-notice-row">
          <button className="btn" onClick={() => settle(false)}>
            {say('keepLeft.sureDelete')}
          </button>
          <button className="btn primary" autoFocus onClick={() => setDeleting(false)}>
            {say('keepLeft.sureBack')}
          </button>
        </div>
      ) : (
        <div className="source-notice-row">
          <button className="btn primary" onClick={() => settle(true)}>
            {say('keepLeft.keep')}
          </button>
          <button className="btn" onClick={() => setDeleting(true)}>
            {say('keepLeft.delete')}
          </button>
          <button className="btn bare" onClick={leaveLeftRecording}>
            {say('keepLeft.close')}
          </button>
        </div>
      )}
    </section>
  );
}
