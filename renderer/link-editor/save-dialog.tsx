import { Modal, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { say } from '../ui/words';
import { useEditor, useEditorStore } from './editor-store';
import { saveProfile } from './saving';
import { messageOf } from '../../model/message-of';

/** Asks for the name of a profile, and before replacing one. */
export function SaveDialog({ seed }: { seed: number }) {
  const editor = useEditorStore();
  const open = useEditor((s) => s.dialog === 'save');
  const close = (): void => editor.setState({ dialog: null });
  return (
    <Modal
      opened={open}
      onClose={close}
      centered
      size={420}
      zIndex={260}
      transitionProps={{ duration: 0 }}
      title={<strong>{say('linkEditor.saveTitle')}</strong>}
      closeButtonProps={{ 'aria-label': say('linkEditor.closeDialog') }}
    >
      <SaveForm seed={seed} close={close} />
    </Modal>
  );
}

function SaveForm({ seed, close }: { seed: number; close: () => void }) {
  const editor = useEditorStore();
  const [name, setName] = useState('');
  /** The name that is taken and may be replaced. */
  const [taken, setTaken] = useState<string | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const wanted = name.trim();
  const save = async (replace: boolean): Promise<void> => {
    setBusy(true);
    try {
      const saved = await saveProfile(editor, wanted, replace, seed);
      if (saved === 'saved') close();
      else if (saved === 'exists') setTaken(wanted);
      else setReason(saved.reason);
    } catch (error) {
      setReason(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  const asks = taken !== null && taken === wanted;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wanted !== '' && !busy) void save(asks);
  };
  return (
    <form className="link-dialog" onSubmit={submit}>
      <TextInput
        data-autofocus
        label={say('linkEditor.name')}
        value={name}
        maxLength={60}
        error={reason}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setReason(null);
        }}
      />
      {asks && <p role="alert">{say('linkEditor.replaceAsk', { name: taken })}</p>}
      <div className="link-dialog-row">
        <button type="button" className="btn bare" onClick={close}>
          {say('linkEditor.cancel')}
        </button>
        <button type="submit" className="btn primary" disabled={wanted === '' || busy}>
          {say(asks ? 'linkEditor.replace' : 'linkEditor.saveNow')}
        </button>
      </div>
    </form>
  );
}
