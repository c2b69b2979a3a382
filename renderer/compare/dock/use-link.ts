import { useMemo } from 'react';
import { formatLinkSpec, type LinkPreset } from '../../../model/link/spec';
import type { LinkSpec } from '../../../model/link/types';
import { linkOf } from '../../link/known-links';
import { session, useRunState, useSession } from '../session';
import { DEFAULT_RATE, withPreset } from './link-choice';

/** The link of the next run, as a person has set it. */
export function useLinkSpec(): LinkSpec {
  const text = useSession((s) => s.link);
  return useMemo(() => linkOf(text), [text]);
}

/** Sets the link of the next run. */
export function setLinkSpec(spec: LinkSpec): void {
  session.getState().setLink(formatLinkSpec(spec));
}

let lastRate = DEFAULT_RATE;

/** Chooses a preset for the next run; the rate that was set last comes back after Unlimited. */
export function choosePreset(preset: LinkPreset): void {
  const spec = linkOf(session.getState().link);
  if (Number.isFinite(spec.rate)) lastRate = spec.rate;
  setLinkSpec(withPreset(spec, preset, lastRate));
}

/** True while a run goes on over another link than the one that is set for the next. */
export function useLinkWaits(): boolean {
  const on = useRunState((s) => s?.phase === 'running' || s?.phase === 'paused');
  const ran = useSession((s) => s.run);
  const link = useSession((s) => s.link);
  const seed = useSession((s) => s.seed);
  if (!on || !ran) return false;
  return (
    formatLinkSpec(ran.link.spec) !== formatLinkSpec(linkOf(link)) || ran.link.seed !== seed
  );
}
