import type { ReactNode } from 'react';
import { say } from '../ui/words';
import { Choice } from '../ui/choice';
import { addOutageHere, addStepHere, editCopy, removeSelected, splitHere } from './commands';
import { goBack, useEditor, useEditorStore, zoomBy } from './editor-store';
import type { LinkEditorRequest } from './open-link-editor';
import { StartMenu } from './start-menu';

/** What can be done to the drawing, each with its key. */
export function Toolbar({ request }: { request: LinkEditorRequest }) {
  const long = useEditor((s) => s.history.present.long !== null);
  return (
    <div className="link-toolbar" role="toolbar" aria-label={say('linkEditor.tools')}>
      <StartMenu request={request} />
      {long ? <LongTools /> : <DraftTools />}
      <span className="grow" />
      <HistoryTools />
      <ZoomTools />
    </div>
  );
}

function LongTools() {
  const editor = useEditorStore();
  return (
    <button className="btn primary" onClick={() => editCopy(editor)}>
      {say('linkEditor.editCopy')}
    </button>
  );
}

function DraftTools() {
  const editor = useEditorStore();
  const mode = useEditor((s) => s.mode);
  return (
    <>
      <Choice
        label={say('linkEditor.mode')}
        value={mode}
        options={(['adjust', 'draw'] as const).map((value) => ({
          value,
          label: say(`linkEditor.modes.${value}`),
        }))}
        onChange={(next) => editor.setState({ mode: next })}
      />
      <Tool cap="N" act={() => addStepHere(editor)}>
        {say('linkEditor.addStep')}
      </Tool>
      <Tool cap="S" act={() => splitHere(editor)}>
        {say('linkEditor.split')}
      </Tool>
      <Tool cap="O" act={() => addOutageHere(editor)}>
        {say('linkEditor.addOutage')}
      </Tool>
      <Tool cap="Del" act={() => removeSelected(editor)}>
        {say('linkEditor.remove')}
      </Tool>
    </>
  );
}

function HistoryTools() {
  const editor = useEditorStore();
  const canUndo = useEditor((s) => s.history.past.length > 0);
  const canRedo = useEditor((s) => s.history.future.length > 0);
  return (
    <span className="link-tool-pair">
      <Tool label={say('linkEditor.undo')} off={!canUndo} act={() => goBack(editor, 'undo')}>
        <svg viewBox="0 0 14 14" aria-hidden="true">
          <path d="M5.5 1v3H8a4.500 4.500 0 0 1 0 9H3v-2h5a2.500 2.500 0 0 0 0-5H5.500v3L1 5z" />
        </svg>
      </Tool>
      <Tool label={say('linkEditor.redo')} off={!canRedo} act={() => goBack(editor, 'redo')}>
        <svg viewBox="0 0 14 14" aria-hidden="true">
          <path d="M8.500 1v3H6a4.500 4.500 0 0 0 0 9h5v-2H6a2.500 2.500 0 0 1 0-5h2.500v3L13 5z" />
        </svg>
      </Tool>
    </span>
  );
}

function ZoomTools() {
  const editor = useEditorStore();
  const zoomed = useEditor((s) => s.view !== null);
  return (
    <span className="link-tool-pair">
      <Tool label={say('linkEditor.zoomOut')} off={!zoomed} act={() => zoomBy(editor, 2)}>
        −
      </Tool>
      <Tool label={say('linkEditor.zoomIn')} act={() => zoomBy(editor, 0.5)}>
        +
      </Tool>
    </span>
  );
}

interface ToolProps {
  act: () => void;
  children: ReactNode;
  /** Its key. */
  cap?: string;
  /** Its name and key where it shows a sign instead of words. */
  label?: string;
  off?: boolean;
}

function Tool({ act, children, cap, label, off = false }: ToolProps) {
  return (
    <button
      className={label === undefined ? 'btn bare' : 'btn bare link-sign'}
      aria-label={label}
      title={label}
      disabled={off}
      onClick={act}
    >
      {children} {cap !== undefined && <kbd>{cap}</kbd>}
    </button>
  );
}
