import { tell, useSaid } from '../window/said';
import { say } from '../ui/words';

/** What there is to say beside the rooms, such as why runs are not kept. */
export function SaidNotice() {
  const message = useSaid();
  if (message === null) return null;
  return (
    <section className="source-notice panel" role="alert">
      <p>
        <b>{message}</b>
      </p>
      <div className="source-notice-row">
        <button className="btn bare" onClick={() => tell(null)}>
          {say('source.refused.close')}
        </button>
      </div>
    </section>
  );
}
