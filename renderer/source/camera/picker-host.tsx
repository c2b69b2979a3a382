import { useEffect, useState, type ComponentType } from 'react';
import { usePicker } from './camera-picker';

/** The place of the camera picker in the window; the dialog is loaded when it is first opened. */
export function PickerHost() {
  const wanted = usePicker((s) => s.open);
  const [Dialog, setDialog] = useState<ComponentType | null>(null);
  useEffect(() => {
    if (!wanted) return;
    void import('./picker-dialog').then(({ PickerDialog }) => setDialog(() => PickerDialog));
  }, [wanted]);
  return Dialog && <Dialog />;
}
