import { useEffect, useState, type ComponentType } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

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

/** What the sheet is opened with. */
export interface LinkEditorRequest {
  /** The SPEC that is drawn at first; a trace or a profile has to be known (see renderer/link/known-links). */
  text: string;
  /** What is drawn by lot is drawn for this seed. */
  seed: number;
  /** "Use this link": gets a SPEC that is known to the window. */
  apply: (text: string) => void;
  /** Begins with the choice of a trace file. */
  importTrace?: boolean;
}

/** The sheet that is open, if any. */
export const linkEditor = createStore<{ request: LinkEditorRequest | null }>()(() => ({
  request: null,
}));

/** Opens the link editor over the room that is shown. */
export function openLinkEditor(request: LinkEditorRequest): void {
  linkEditor.setState({ request });
}

/** Closes the link editor; what was not used or saved is gone. */
export function closeLinkEditor(): void {
  linkEditor.setState({ request: null });
}
