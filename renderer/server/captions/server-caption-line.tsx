import { say } from '../../ui/words';
import { useServerRoom } from '../state/room';
import { useServerCaption } from './use-server-caption';

/** What is happening, in one line over the bench; at its end, for a moment, what a button has done. */
export function ServerCaptionLine() {
  const { caption, elapsedS } = useServerCaption();
  const notice = useServerRoom((s) => s.notice);
  return (
    <div className="caption server-caption">
      <p role="status">
        <b className={caption.tone === 'plain' ? '' : 'down'}>{caption.lead}</b>{' '}
        {caption.effects.map((effect) => effect.text).join(' ')}
      </p>
      {elapsedS !== null && (
        <p className="elapsed" aria-hidden="true">
          {say('server.caption.elapsed', { seconds: elapsedS })}
        </p>
      )}
      <p className="small" role="status">
        {notice}
      </p>
    </div>
  );
}
