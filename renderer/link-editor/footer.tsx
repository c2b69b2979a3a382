import { Menu } from '@mantine/core';
import { say } from '../ui/words';
import { documentIn, useEditor, useEditorStore } from './editor-store';
import { exportDocument } from './saving';
import { closeLinkEditor, type LinkEditorRequest } from './open-link-editor';
import { curveOfDocument, linkOf } from './document';

const FORMATS = ['mahimahi', 'sabre'] as const;

interface FooterProps {
  request: LinkEditorRequest;
  leave: () => void;
}

/** What was said last, and the ways out: use it, save it, export it, or none of these. */
export function Footer({ request, leave }: FooterProps) {
  const editor = useEditorStore();
  const carries = useEditor(({ history: { present } }) =>
    present.draft
      ? present.draft.steps.some(({ rate }) => rate > 0)
      : curveOfDocument(present).rate.some((rate) => rate > 0),
  );
  const use = (): void => {
    request.apply(linkOf(documentIn(editor)));
    closeLinkEditor();
  };
  return (
    <footer className="link-footer">
      <MessageLine />
      <Menu position="top-end" width={300} classNames={{ dropdown: 'link-menu' }}>
        <Menu.Target>
          <button className="btn">{say('linkEditor.export')}</button>
        </Menu.Target>
        <Menu.Dropdown>
          {FORMATS.map((format) => (
            <Menu.Item key={format} onClick={() => void exportDocument(editor, format)}>
              {say(`linkEditor.exports.${format}.title`)}
              <span className="small link-menu-sentence">
                {say(`linkEditor.exports.${format}.sentence`)}
              </span>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <button className="btn" onClick={() => editor.setState({ dialog: 'save' })}>
        {say('linkEditor.save')}
      </button>
      <button className="btn bare" onClick={leave}>
        {say('linkEditor.cancel')}
      </button>
      <button className="btn primary" disabled={!carries} onClick={use}>
        {say('linkEditor.use')}
      </button>
    </footer>
  );
}

function MessageLine() {
  const message = useEditor((s) => s.message);
  const note = useEditor((s) => s.history.present.note);
  const mode = useEditor((s) => s.mode);
  const long = useEditor((s) => s.history.present.long !== null);
  if (message?.tone === 'refused') {
    return (
      <p className="link-message refused" role="alert">
        {message.text}
      </p>
    );
  }
  const hint = long ? 'longHint' : mode === 'draw' ? 'drawHint' : 'adjustHint';
  const said = message?.text ?? note;
  return (
    <p className="link-message" role="status">
      {said && <b>{said} </b>}
      {!said && <span className="small">{say(`linkEditor.${hint}`)}</span>}
    </p>
  );
}
