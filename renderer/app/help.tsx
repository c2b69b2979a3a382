import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { panels, usePanel } from '../window/panels';
import { useRoom } from '../window/rooms';

/** The keys of the room that is shown and those of every room, on a sheet over it. */
export function Help() {
  const { t } = useTranslation();
  const open = usePanel('help');
  const room = useRoom((s) => s.room);
  return (
    <Modal
      opened={open}
      onClose={() => panels.setState({ help: false })}
      title={<strong>{t('shell.keys.title')}</strong>}
      closeButtonProps={{ 'aria-label': t('shell.keys.close') }}
      centered
    >
      <KeyList title="shell.keys.here" list={`shell.keys.rooms.${room}`} />
      <KeyList title="shell.keys.everywhere" list="shell.keys.list" />
    </Modal>
  );
}

function KeyList({ title, list }: { title: string; list: string }) {
  const { t } = useTranslation();
  const keys = t(list, { returnObjects: true }) as [string, string][];
  return (
    <>
      <h3 className="keys-title">{t(title)}</h3>
      <dl className="keys">
        {keys.map(([caps, what]) => (
          <KeyRow key={caps} caps={caps} what={what} />
        ))}
      </dl>
    </>
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
