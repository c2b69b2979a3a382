import { useTranslation } from 'react-i18next';
import type { LaneError } from '../../../model/run/schema';
import { CrossIcon } from '../../ui/icons';
import { session } from '../session';

/** Errors that another file gets round; the others are worth another run. */
const FILE_ERRORS: ReadonlySet<LaneError['code']> = new Set([
  'file-vanished',
  'file-replaced',
  'file-truncated',
  'file-unreadable',
  'too-large',
  'decoder',
]);

/** An error where the flow broke: what happened, one detail, one way on. */
export function Fault({ error, others }: { error: LaneError; others: boolean }) {
  const { t } = useTranslation();
  const file = FILE_ERRORS.has(error.code);
  const onward = () => {
    const { chooseFile, restart } = session.getState();
    if (file) void chooseFile();
    else restart();
  };
  return (
    <div className="fault" data-where={error.where} role="alert">
      <div>
        <b>
          <CrossIcon />
          {error.message}
        </b>
        <p className="small">
          {asSentence(error.detail)} {others && t('lanes.fault.others')}
        </p>
      </div>
      <button className="btn" onClick={onward}>
        {t(file ? 'lanes.fault.choose' : 'lanes.fault.again')}
      </button>
    </div>
  );
}

/** A detail may be the system's own word; on the page it stands between sentences. */
function asSentence(detail: string): string {
  const text = detail.charAt(0).toUpperCase() + detail.slice(1);
  return text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
}
