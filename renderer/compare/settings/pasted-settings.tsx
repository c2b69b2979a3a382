import { Modal } from '@mantine/core';
import { useStore } from 'zustand';
import { pasted, takeTerms } from '../../session/settings-text';
import { say } from '../../ui/words';
import './settings.css';

/** Asks before pasted settings are taken, and shows what they change. */
export function PastedSettings() {
  const asked = useStore(pasted, (state) => state.asked);
  const leave = (): void => pasted.setState({ asked: null });
  return (
    <Modal
      opened={asked !== null}
      onClose={leave}
      title={<strong>{say('settings.text.question')}</strong>}
      closeButtonProps={{ 'aria-label': say('settings.text.leave') }}
      centered
    >
      <dl className="setting-changes">
        {asked?.changes.map(({ flag, from, to }) => (
          <div key={flag}>
            <dt>{say(`settings.text.flags.${flag}`)}</dt>
            <dd>
              {from ?? say('settings.text.standard')} → <b>{to ?? say('settings.text.standard')}</b>
            </dd>
          </div>
        ))}
      </dl>
      <div className="setting-changes-row">
        <button
          className="btn primary"
          data-autofocus
          onClick={() => {
            leave();
            if (asked) void takeTerms(asked.terms);
          }}
        >
          {say('settings.text.take')} <kbd>Enter</kbd>
        </button>
        <button className="btn" onClick={leave}>
          {say('settings.text.leave')} <kbd>Esc</kbd>
        </button>
      </div>
    </Modal>
  );
}
