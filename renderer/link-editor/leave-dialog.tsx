import { Modal } from '@mantine/core';
import { say } from '../ui/words';
import { useEditor, useEditorStore } from './editor-store';
import { closeLinkEditor } from './open-link-editor';

/** Asks before edits are lost. */
export function LeaveDialog() {
  const editor = useEditorStore();
  const open = useEditor((s) => s.dialog === 'leave');
  const stay = (): void => editor.setState({ dialog: null });
  return (
    <Modal
      opened={open}
      onClose={stay}
      centered
      size={420}
      zIndex={260}
      transitionProps={{ duration: 0 }}
      withCloseButton={false}
      title={<strong>{say('linkEditor.leaveTitle')}</strong>}
    >
      <div className="link-dialog">
        <p>{say('linkEditor.leaveAsk')}</p>
        <div className="link-dialog-row">
          <button className="btn" onClick={closeLinkEditor}>
            {say('linkEditor.discard')}
          </button>
          <button className="btn primary" data-autofocus onClick={stay}>
            {say('linkEditor.keepEditing')}
          </button>
        </div>
      </div>
    </Modal>
  );
}
