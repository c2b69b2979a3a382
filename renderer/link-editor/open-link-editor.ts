import { createStore } from 'zustand/vanilla';
import type { LinkSpec } from '../../model/link/types';

/** What the sheet is opened with. */
export interface LinkEditorRequest {
  /** The link that is drawn at first. */
  link: LinkSpec;
  /** What is drawn by lot is drawn for this seed. */
  seed: number;
  /** "Use this link". */
  apply: (link: LinkSpec) => void;
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
