import { Modal } from '@mantine/core';
import { secondsFigure } from '../../model/figures';
import { say } from '../ui/words';
import type { RunAtStake } from './run-at-stake';

interface ConfirmProps {
  /** The run that would be lost; null when nothing is asked. */
  stake: RunAtStake | null;
  onEnd: () => void;
  onKeep: () => void;
}

/** Before a run that stands half-way in Compare is ended: whether it may be. */
export function Confirm({ stake, onEnd, onKeep }: ConfirmProps) {
  return (
    <Modal
      opened={stake !== null}
      onClose={onKeep}
      title={<strong>{say('shell.endRun.title')}</strong>}
      closeButtonProps={{ 'aria-label': say('shell.endRun.keep') }}
      centered
    >
      <p>
        {stake && say('shell.endRun.text', { name: stake.name, time: secondsFigure(stake.atMs) })}
      </p>
      <div className="confirm-buttons">
        <button className="btn primary" data-autofocus onClick={onEnd}>
          {say('shell.endRun.end')}
        </button>
        <button className="btn" onClick={onKeep}>
          {say('shell.endRun.keep')}
        </button>
      </div>
    </Modal>
  );
}
