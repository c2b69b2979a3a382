import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { session, useSession } from '../compare/session';

/** The keys, on a sheet over the room. */
export function Help() {
  const { t } = useTranslation();
  const open = useSession((s) => s.helpOpen);
  const keys = t('shell.keys.list', { returnObjects: true }) as [string, string][];
  return (
    <Modal
      opened={open}
      onClose={() => session.getState().setHelpOpen(false)}
      title={<strong>{t('shell.keys.title')}</strong>}
      closeButtonProps={{ 'aria-label': t('shell.keys.close') }}
      centered
    >
      <dl className="keys">
        {keys.map(([caps, what]) => (
          <KeyRow key={caps} caps={caps} what={what} />
        ))}
      </dl>
    </Modal>
  );
}

function KeyRow({ caps, what }: { caps: string; what: string }) {
  return (
    <>
      <dt>
        {caps.split(' ').map((cap) => (
          <kbd key={cap}>{cap}</kbd>
        ))}
      </dt>
      <dd>{what}</dd>
    </>
  );
}
