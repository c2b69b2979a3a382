import { useEffect, useMemo, useState } from 'react';
import type { LinkSpec } from '../../../model/link/types';
import { useSession } from '../../session/session';
import { loadLink } from '../../link/load-link';
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
  const name = choice.kind === 'profile' ? choice.name : null;
  const [loaded, setLoaded] = useState<BaseLink & { name: string | null }>(NOTHING);
  useEffect(() => {
    if (name === null) return;
    let wanted = true;
    const settle = (base: BaseLink): void => {
      if (wanted) setLoaded({ ...base, name });
    };
    loadLink(profileText(name)).then(
      ({ link }) => settle({ link, problem: null }),
      (error: unknown) => settle({ link: null, problem: messageOf(error) }),
    );
    return () => {
      wanted = false;
    };
  }, [name]);
  return useMemo(() => {
    switch (choice.kind) {
      case 'preset':
        return { link: presetLink(choice.preset, source), problem: null };
      case 'compare':
        return { link: ofCompare, problem: null };
      case 'profile':
        return loaded.name === choice.name ? loaded : NOTHING;
    }
  }, [choice, source, ofCompare, loaded]);
}

const NOTHING = { name: null, link: null, problem: null };
