import { useState } from 'react';
import { bufferFigure } from '../../../model/figures';
import { Notice } from '../../ui/notice';
import { say } from '../../ui/words';
import { leaveLeftRecording, settleLeftRecording, useLeftRecording } from './left-recording';

/** What a crash left of a recording: finish it as a file, delete it, or leave it where it is. */
export function LeftNotice() {
  const left = useLeftRecording();
  const [deleting, setDeleting] = useState(false);
  if (!left) return null;
  const size = bufferFigure(left.bytes);
  const settle = (keep: boolean) => void settleLeftRecording(keep);
  if (deleting) {
    return (
      <Notice
        role="alert"
        title={say('keepLeft.sure', { size })}
        ways={
          <>
            <button className="btn" onClick={() => settle(false)}>
              {say('keepLeft.sureDelete')}
            </button>
            <button className="btn primary" autoFocus onClick={() => setDeleting(false)}>
              {say('keepLeft.sureBack')}
            </button>
          </>
        }
      />
    );
  }
  return (
    <Notice
      role="alert"
      title={say('keepLeft.found', { size, path: left.path })}
      ways={
        <>
          <button className="btn primary" onClick={() => settle(true)}>
            {say('keepLeft.keep')}
          </button>
          <button className="btn" onClick={() => setDeleting(true)}>
            {say('keepLeft.delete')}
          </button>
          <button className="btn bare" onClick={leaveLeftRecording}>
            {say('keepLeft.close')}
          </button>
        </>
      }
    >
      <p className="small">{say('keepLeft.where')}</p>
    </Notice>
  );
}
