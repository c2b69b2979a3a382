import { useEffect, useState, type ComponentType } from 'react';
import { useStore } from 'zustand';
import { linkEditor, type LinkEditorRequest } from './open-link-editor';

type Sheet = ComponentType<{ request: LinkEditorRequest }>;

/** The place of the link editor in the window; the sheet is loaded when it is first opened. */
export function LinkEditorHost() {
  const request = useStore(linkEditor, (s) => s.request);
  const [Sheet, setSheet] = useState<Sheet | null>(null);
  const wanted = request !== null;
  useEffect(() => {
    if (!wanted) return;
    void import('./link-editor-sheet').then(({ LinkEditorSheet }) =>
      setSheet(() => LinkEditorSheet),
    );
  }, [wanted]);
  return request && Sheet ? <Sheet request={request} /> : null;
}
