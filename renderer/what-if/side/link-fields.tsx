import { Menu } from '@mantine/core';
import { useEffect } from 'react';
import { listProfiles, useProfiles } from '../../link/profile-list';
import { Choice } from '../../ui/choice';
import { CaretIcon } from '../../ui/icons';
import { say } from '../../ui/words';
import { ROOM_PRESETS, type LinkChoice } from '../state/room-link';
import { chooseLink, useRoomState } from '../state/room-state';

/** Which link the runs go over: three presets, and the rest in a menu. */
export function LinkChoiceField() {
  const link = useRoomState((s) => s.link);
  return (
    <div className="what-if-field what-if-link">
      <span className="field-name">
        {say('whatIf.link')} <ChosenName link={link} />
      </span>
      <div>
        <Choice
          label={say('link.preset')}
          value={link.kind === 'preset' ? link.preset : null}
          options={ROOM_PRESETS.map((value) => ({ value, label: say(`whatIf.presets.${value}`) }))}
          onChange={(preset) => chooseLink({ kind: 'preset', preset })}
        />
        <MoreLinks link={link} />
      </div>
    </div>
  );
}

function MoreLinks({ link }: { link: LinkChoice }) {
  const profiles = useProfiles();
  useEffect(() => void listProfiles().catch(() => undefined), []);
  return (
    <Menu position="left-end" width={340} returnFocus withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button
          className="btn more-links"
          data-active={link.kind !== 'preset'}
          aria-label={say('whatIf.moreLinks')}
        >
          <span>{say('whatIf.more')}</span>
          <CaretIcon />
        </button>
      </Menu.Target>
      <Menu.Dropdown className="links-menu">
        <Menu.Item onClick={() => chooseLink({ kind: 'compare' })}>
          {say('whatIf.asInCompare')}
        </Menu.Item>
        {profiles.length > 0 && <Menu.Label>{say('whatIf.profiles')}</Menu.Label>}
        {profiles.map(({ name, title, sentence }) => (
          <Menu.Item key={name} onClick={() => chooseLink({ kind: 'profile', name })}>
            {title}
            <span className="menu-note">{sentence}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The name of a link that is none of the presets. */
function ChosenName({ link }: { link: LinkChoice }) {
  const profiles = useProfiles();
  if (link.kind === 'preset') return null;
  if (link.kind === 'compare') return <b>{say('whatIf.asInCompare')}</b>;
  return <b>{profiles.find(({ name }) => name === link.name)?.title ?? link.name}</b>;
}
