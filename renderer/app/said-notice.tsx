import { tell, useSaid } from '../window/said';
import { Notice } from '../ui/notice';
import { say } from '../ui/words';

/** What there is to say beside the rooms, such as why runs are not kept. */
export function SaidNotice() {
  const message = useSaid();
  if (message === null) return null;
  return (
    <Notice
      role="alert"
      title={message}
      ways={
        <button className="btn bare" onClick={() => tell(null)}>
          {say('source.refused.close')}
        </button>
      }
    />
  );
}
