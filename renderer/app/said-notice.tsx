import { useEffect, useState } from 'react';
import { say } from '../ui/words';

/** What main has to say of kept runs: it stands until it is read, whatever room is shown. */
export function SaidNotice() {
  const [message, setMessage] = useState<string | null>(null);
  useEffect(() => window.bufferscope.on('runs:said', (said) => setMessage(said.message)), []);
  if (message === null) return null;
  return (
    <section className="source-notice panel" role="alert">
      <p>
        <b>{message}</b>
      </p>
      <div className="source-notice-row">
        <button className="btn bare" onClick={() => setMessage(null)}>
          {say('source.refused.close')}
        </button>
      </div>
    </section>
  );
}
