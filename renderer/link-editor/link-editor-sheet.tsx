import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { formatLinkSpec } from '../../model/link/spec/spec';
import { documentOf } from './document';
import { listProfiles } from '../link/profile-list';
import { say } from '../ui/words';
import {
  createEditor,
  EditorContext,
  isUnsaved,
  tell,
  useEditor,
  useEditorStore,
  type EditorStore,
} from './editor-store';
import { Footer } from './footer';
import { LeaveDialog } from './leave-dialog';
import './link-editor.css';
import { closeLinkEditor, type LinkEditorRequest } from './open-link-editor';
import { Plot } from './plot';
import { SaveDialog } from './save-dialog';
import { useSheetKeys } from './sheet-keys';
import { SideFields } from './side-fields';
import { importTrace, readPage } from './sources';
import { Toolbar } from './toolbar';
import { messageOf } from '../../model/message-of';

/** The sheet on which a link is drawn. */
export function LinkEditorSheet({ request }: { request: LinkEditorRequest }) {
  const [editor, setEditor] = useState<EditorStore | null>(null);
  useEffect(() => {
    let wanted = true;
    void begin(request).then((begun) => {
      if (wanted) setEditor(begun);
    });
    return () => {
      wanted = false;
    };
  }, [request]);
  return (
    editor && (
      <EditorContext value={editor}>
        <Sheet request={request} />
      </EditorContext>
    )
  );
}

/** The editor with the link that was asked for, as its file is now; when that cannot be read any more, as it was. */
async function begin(request: LinkEditorRequest): Promise<EditorStore> {
  const listed = listProfiles().then(() => null, messageOf);
  let editor: EditorStore;
  try {
    editor = createEditor(await readPage(formatLinkSpec(request.link), request.seed));
  } catch (error) {
    editor = createEditor(documentOf(request.link, request.seed, null));
    tell(editor, 'refused', messageOf(error));
  }
  const unlisted = await listed;
  if (unlisted !== null) tell(editor, 'refused', unlisted);
  if (request.importTrace) await importTrace(editor, request.seed);
  return editor;
}

function Sheet({ request }: { request: LinkEditorRequest }) {
  const editor = useEditorStore();
  const title = useEditor((s) => s.history.present.title);
  const changed = useEditor((s) => s.history.present.changed);
  const leave = (): void => {
    if (isUnsaved(editor.getState())) editor.setState({ dialog: 'leave' });
    else closeLinkEditor();
  };
  const onKeyDown = useSheetKeys(leave);
  return (
    <Modal
      opened
      onClose={leave}
      closeOnClickOutside={false}
      closeOnEscape={false}
      centered
      padding={0}
      onKeyDown={onKeyDown}
      title={
        <>
          <strong>{say('linkEditor.title')}</strong>
          <span className="link-sheet-source" data-testid="link-source">
            {changed ? say('linkEditor.changed', { title }) : title}
          </span>
        </>
      }
      closeButtonProps={{ 'aria-label': say('linkEditor.close') }}
      classNames={{
        content: 'link-sheet',
        header: 'link-sheet-header',
        title: 'link-sheet-title',
        body: 'link-sheet-body',
      }}
    >
      <div className="link-sheet-work">
        <Toolbar request={request} />
        <Plot />
        <SideFields />
        <Footer request={request} leave={leave} />
      </div>
      <SaveDialog seed={request.seed} />
      <LeaveDialog />
    </Modal>
  );
}
