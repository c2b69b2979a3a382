import { useEffect, useMemo, useState } from 'react';
import type { LinkSpec } from '../../../model/link/types';
import { useSession } from '../../session/session';
import { knowLink, linkOf } from '../../link/known-links';
import { profileText } from '../../link/profile-list';
import { presetLink, type LinkChoice } from './room-link';
import type { RoomSource } from './room-source';
import { messageOf } from '../../../model/message-of';

/** The link that is chosen, before the sliders; null while its curve is read, and why it could not be. */
export interface BaseLink {
  link: LinkSpec | null;
  problem: string | null;
}

/** The link of the room's choice. */
export function useBaseLink(choice: LinkChoice, source: RoomSource): BaseLink {
  const ofCompare = useSession((s) => s.link);
  const text = textOf(choice, ofCompare);
  const [known, setKnown] = useState<{ text: string | null; problem: string | null }>({
    text: null,
    problem: null,
  });
  useEffect(() => {
    if (text === null) return;
    let wanted = true;
    const settle = (problem: string | null): void => {
      if (wanted) setKnown({ text, problem });
    };
    knowLink(text).then(
      () => settle(null),
      (error: unknown) => settle(messageOf(error)),
    );
    return () => {
      wanted = false;
    };
  }, [text]);
  return useMemo(() => {
    if (choice.kind === 'preset') return { link: presetLink(choice.preset, source), problem: null };
    if (text === null || known.text !== text) return { link: null, problem: null };
    if (known.problem !== null) return { link: null, problem: known.problem };
    return { link: linkOf(text), problem: null };
  }, [choice, source, text, known]);
}

function textOf(choice: LinkChoice, ofCompare: string): string | null {
  if (choice.kind === 'preset') return null;
  return choice.kind === 'profile' ? profileText(choice.name) : ofCompare;
}
