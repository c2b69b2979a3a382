import { Menu } from '@mantine/core';
import { useProfiles, type Profile } from '../link/profile-list';
import { CaretIcon } from '../ui/icons';
import { say } from '../ui/words';
import { useEditorStore } from './editor-store';
import type { LinkEditorRequest } from './open-link-editor';
import { importTrace, startFromPreset, startFromProfile, startFromLink } from './sources';

const DRAWABLE = ['steady', 'unstable', 'dropouts'] as const;

/** Starts the drawing again from something else; one undo brings back what was there. */
export function StartMenu({ request }: { request: LinkEditorRequest }) {
  const editor = useEditorStore();
  const list = useProfiles();
  const { seed, link } = request;
  const group = (own: boolean): readonly Profile[] => list.filter((each) => each.own === own);
  return (
    <Menu position="bottom-start" width={380} classNames={{ dropdown: 'link-menu' }}>
      <Menu.Target>
        <button className="btn">
          {say('linkEditor.startFrom')}
          <CaretIcon />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => startFromLink(editor, link, seed)}>
          {say('linkEditor.startCurrent')}
        </Menu.Item>
        {DRAWABLE.map((preset) => (
          <Menu.Item key={preset} onClick={() => startFromPreset(editor, preset, seed)}>
            {say(`link.presets.${preset}`)}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => void importTrace(editor, seed)}>
          {say('linkEditor.importTrace')}
        </Menu.Item>
        {([true, false] as const).map(
          (own) =>
            group(own).length > 0 && (
              <div key={String(own)}>
                <Menu.Divider />
                <Menu.Label>
                  {say(own ? 'linkEditor.ownProfiles' : 'linkEditor.profiles')}
                </Menu.Label>
                {group(own).map(({ name, title, sentence }) => (
                  <Menu.Item key={name} onClick={() => startFromProfile(editor, name, seed)}>
                    {title}
                    {sentence && <span className="small link-menu-sentence">{sentence}</span>}
                  </Menu.Item>
                ))}
              </div>
            ),
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
