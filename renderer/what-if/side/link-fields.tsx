import { Menu } from '@mantine/core';
import { useEffect } from 'react';
import { listProfiles, useProfiles } from '../../link/profile-list';
import { Choice } from '../../ui/choice';
import { say } from '../../ui/words';
import { ROOM_PRESETS, type LinkChoice } from '../state/room-link';
import { chooseLink, useRoomState } from '../state/room-state';

/** Which link the runs go over: three presets, and the rest in a menu. */
export function LinkChoiceField() {
  const link = useRoomState((s) => s.link);
  return (
    <div className="what-if-field what-if-link">
      <span className="field-name">{say('whatIf.link')}</span>
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
  const titleOf = (name: string): string =>
    profiles.find((profile) => profile.name === name)?.title ?? name;
  const word =
    link.kind === 'preset'
      ? say('whatIf.more')
      : link.kind === 'compare'
        ? say('whatIf.asInCompareShort')
        : titleOf(link.name);
  return (
    <Menu position="bottom-end" width={320} returnFocus withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button
          className="btn more-links"
          data-active={link.kind !== 'preset'}
          aria-label={`${say('whatIf.moreLinks')}: ${word}`}
        >
          <span>{word}</span>
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d="M2 4h8l-4 5z" />
          </svg>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
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
