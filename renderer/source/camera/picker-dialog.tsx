import { Modal } from '@mantine/core';
import { say } from '../../ui/words';
import { cameraPicker, usePicker } from './camera-picker';
import { PermissionQuestion } from './permission-question';
import { PickerForm } from './picker-form';
import './picker.css';

/** Chooses a camera or the test picture as the source; our question about the camera takes its place while it is put. */
export function PickerDialog() {
  const open = usePicker((s) => s.open);
  const asking = usePicker((s) => s.asking);
  return (
    <Modal
      opened={open}
      onClose={() => cameraPicker.close()}
      centered
      size={460}
      transitionProps={{ duration: 0 }}
      title={<strong>{say(asking ? 'cameraUi.ask.title' : 'cameraUi.picker.title')}</strong>}
      closeButtonProps={{ 'aria-label': say('cameraUi.picker.close') }}
    >
      {asking ? <PermissionQuestion /> : <PickerForm />}
    </Modal>
  );
}
