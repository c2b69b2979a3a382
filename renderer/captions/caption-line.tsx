import { secondsWith } from '../../model/figures';
import { useTranslation } from 'react-i18next';
import { useCaption, type Waiting } from './use-caption';

/** What is happening, in one line over the lanes: the cause, then the effects. */
export function CaptionLine({ waiting }: { waiting: Waiting | null }) {
  const { t } = useTranslation();
  const { caption, heard, elapsedS } = useCaption(waiting);
  const lead = caption.tone === 'plain' ? '' : 'down';
  return (
    <div className="caption">
      <p aria-hidden="true">
        <b className={lead}>{caption.lead}</b>{' '}
        {caption.effects.map((effect) => effect.text).join(' ')}
      </p>
      <p className="unseen" role="status">
        {heard}
      </p>
      {elapsedS !== null && (
        <p className="elapsed" aria-hidden="true">
          {t('caption.elapsed', { seconds: secondsWith(elapsedS, 0) })}
        </p>
      )}
    </div>
  );
}
