import { textOf } from '../ui/words';
import { useTranslation } from 'react-i18next';
import type { LaneError } from '../../model/run/schema';
import { CrossIcon } from '../ui/icons';
import { asSentence, splitAdvice } from '../ui/sentence';
import { useApparatus } from './apparatus';
import { pictureOf } from './kind-picture';

/** Errors that another file gets round; the others are worth another run. */
const FILE_ERRORS: ReadonlySet<LaneError['code']> = new Set([
  'file-vanished',
  'file-replaced',
  'file-truncated',
  'file-unreadable',
  'too-large',
  'decoder',
  'stuck',
]);

/** An error where the flow broke: what happened, one detail, one way on. */
export function Fault({ error, others }: { error: LaneError; others: boolean }) {
  const { t } = useTranslation();
  const { happened, advice } = splitAdvice(textOf(error.texts?.message, error.message));
  const { actions, plan } = useApparatus();
  const file = FILE_ERRORS.has(error.code) && pictureOf(plan).isFile;
  return (
    <div className="fault" data-where={error.where} role="alert">
      <div>
        <b>
          <CrossIcon />
          {happened}
        </b>
        <p className="small">
          {[
            asSentence(textOf(error.texts?.detail, error.detail)),
            advice,
            others ? t(`lanes.fault.${error.code === 'memory-cap' ? 'other' : 'others'}`) : '',
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      </div>
      {actions && error.code === 'memory-cap' && (
        <button
          className="btn"
          onClick={() => {
            actions.switchBackpressure(null);
            actions.runAgain();
          }}
        >
          {t('backpressure.again')}
        </button>
      )}
      {actions && error.code !== 'memory-cap' && (
        <button className="btn" onClick={file ? actions.chooseFile : actions.runAgain}>
          {t(file ? 'lanes.fault.choose' : 'lanes.fault.again')}
        </button>
      )}
    </div>
  );
}
