import { Modal } from '@mantine/core';
import { useState } from 'react';
import { MAX_LEARNER_CHARS, RESULT_ENDING } from '../../../model/lesson/result/schema';
import { resultOf, resultText } from '../../../model/lesson/result/write';
import { messageOf } from '../../../model/message-of';
import { say } from '../../ui/words';
import { tell } from '../../window/said';
import { usePage } from './page-context';

/** At a lesson's end: what was done in it, as a file that can be handed in, with a name or without. */
export function SaveResult() {
  const { lesson, record } = usePage();
  const [asking, setAsking] = useState(false);
  const [name, setName] = useState('');
  const close = (): void => setAsking(false);
  const save = async (): Promise<void> => {
    try {
      const result = resultOf(record, lesson, { name, savedMs: Date.now() });
      const who = result.name === null ? '' : ` - ${result.name}`;
      const saved = await window.bufferscope.request('file:save-text', {
        name: `${lesson.title}${who}${RESULT_ENDING}`.replace(/[\\/:*?"<>|]/g, '-'),
        text: resultText(result),
      });
      if (saved === null) return;
      close();
      tell(say('ownLessons.result.saved', { path: saved }));
    } catch (error) {
      tell(messageOf(error));
    }
  };
  return (
    <>
      <button className="btn" onClick={() => setAsking(true)}>
        {say('ownLessons.result.save')}
      </button>
      <Modal
        opened={asking}
        onClose={close}
        title={<strong>{say('ownLessons.result.title')}</strong>}
        closeButtonProps={{ 'aria-label': say('ownLessons.result.cancel') }}
        centered
      >
        <form
          className="result-form"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <p>{say('ownLessons.result.about')}</p>
          <label>
            {say('ownLessons.result.name')}
            <input
              data-autofocus
              value={name}
              maxLength={MAX_LEARNER_CHARS}
              autoComplete="off"
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
          </label>
          <div className="confirm-buttons">
            <button className="btn primary" type="submit">
              {say('ownLessons.result.choose')}
            </button>
            <button className="btn" type="button" onClick={close}>
              {say('ownLessons.result.cancel')}
            </button>
          </div>
        </form>
      </Modal>
    </>
  );
}
