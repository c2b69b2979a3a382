import { Popover } from '@mantine/core';
import { useState, type MouseEvent } from 'react';
import type { LinkSpec } from '../../../model/link/types';
import { linkTitle } from '../../link/link-title';
import { listProfiles, profileText, useProfiles, type Profile } from '../../link/profile-list';
import { CaretIcon } from '../../ui/icons';
import { say } from '../../ui/words';
import { presetOf } from '../../link/link-choice';
import { useHidden } from '../../window/profile';
import { chooseLink, editLink, importLink, removeProfile, useLinkSpec } from './use-link';
import { messageOf } from '../../../model/message-of';

/** Links by name: built-in and own profiles, a trace, or one that is drawn. */
export function LinkProfiles() {
  const spec = useLinkSpec();
  // A title comes from the list, which may come later than the link.
  useProfiles();
  const chosen = presetOf(spec) === null ? linkTitle(spec) : null;
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState<string | null>(null);
  const show = (open: boolean): void => {
    setOpened(open);
    setReason(null);
    if (open) void listProfiles().catch((error: unknown) => setReason(messageOf(error)));
  };
  const hidden = useHidden('link-editor');
  const then = (way: () => Promise<void> | void): void => {
    Promise.resolve(way())
      .then(() => show(false))
      .catch((error: unknown) => setReason(messageOf(error)));
  };
  return (
    <Popover
      opened={opened}
      onChange={show}
      position="top-end"
      width={400}
      trapFocus
      returnFocus
      withRoles
    >
      <Popover.Target>
        <button
          className="btn bare link-profiles"
          title={chosen ?? undefined}
          aria-label={chosen === null ? undefined : say('link.chosenProfile', { name: chosen })}
          data-chosen={chosen !== null}
          onClick={() => show(!opened)}
        >
          <b>{chosen ?? say('link.profiles')}</b>
          <CaretIcon />
        </button>
      </Popover.Target>
      <Popover.Dropdown className="popup profile-list" aria-label={say('link.profiles')}>
        {reason !== null && (
          <p className="profile-problem" role="alert">
            {reason}
          </p>
        )}
        <ProfileGroup own spec={spec} then={then} />
        <ProfileGroup own={false} spec={spec} then={then} />
        <div className="profile-ways">
          <button className="btn" onClick={() => then(importLink)}>
            {say('link.importTrace')}
          </button>
          {!hidden && (
            <button className="btn" onClick={() => then(editLink)}>
              {say('link.edit')} <kbd>L</kbd>
            </button>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

interface GroupProps {
  own: boolean;
  spec: LinkSpec;
  then: (way: () => Promise<void> | void) => void;
}

function ProfileGroup({ own, spec, then }: GroupProps) {
  const list = useProfiles().filter((each) => each.own === own);
  if (list.length === 0) return null;
  return (
    <section>
      <h2>{say(own ? 'link.ownProfiles' : 'link.builtIn')}</h2>
      {list.map((profile) => (
        <ProfileRow key={profile.name} profile={profile} spec={spec} then={then} />
      ))}
    </section>
  );
}

function ProfileRow({ profile, spec, then }: { profile: Profile } & Omit<GroupProps, 'own'>) {
  const [asks, setAsks] = useState(false);
  const [reason, setReason] = useState<string | null>(null);
  const { name, title, sentence, own } = profile;
  const [kept, setKept] = useState(false);
  const remove = ({ currentTarget }: MouseEvent): void => {
    const list = currentTarget.closest('.profile-list');
    removeProfile(name).then(
      () => list?.querySelector('button')?.focus(),
      (error: unknown) => setReason(messageOf(error)),
    );
  };
  if (asks) {
    return (
      <div className="profile-row" role="alert">
        <span>{reason ?? say('link.removeAsk', { name: title })}</span>
        <button className="btn" onClick={remove}>
          {say('link.remove')}
        </button>
        <button
          className="btn"
          autoFocus
          onClick={() => {
            setAsks(false);
            setKept(true);
          }}
        >
          {say('link.keep')}
        </button>
      </div>
    );
  }
  return (
    <div className="profile-row">
      <button
        className="profile-choice"
        aria-pressed={spec.kind === 'profile' && spec.name === name}
        onClick={() => then(() => chooseLink(profileText(name)))}
      >
        <b>{title}</b>
        {sentence && <span className="small">{sentence}</span>}
      </button>
      {own && (
        <button
          className="btn bare"
          aria-label={say('link.removeNamed', { name: title })}
          autoFocus={kept}
          onClick={() => setAsks(true)}
        >
          {say('link.remove')}
        </button>
      )}
    </div>
  );
}
