import { useMemo } from 'react';
import { formatLinkSpec, type LinkPreset } from '../../../model/link/spec/spec';
import type { LinkSpec } from '../../../model/link/types';
import { linkOf, knowLink } from '../../link/known-links';
import { session, useRunState, useSession } from '../../session/session';
import { withPreset } from '../../link/link-choice';
import { openLinkEditor } from '../../link-editor/open-link-editor';
import { listProfiles } from '../../link/profile-list';

/** The link of the next run, as a person has set it. */
export function useLinkSpec(): LinkSpec {
  const text = useSession((s) => s.link);
  return useMemo(() => linkOf(text), [text]);
}

/** Rate (null: that of the fit), latency and jitter that were set last on a link without a curve of its own. */
let last: { rate: number | null; latencyMs: number; jitterMs: number } = {
  rate: null,
  latencyMs: 0,
  jitterMs: 0,
};

/** Sets the link of the next run, by its SPEC; a trace or a profile has to be known. */
export function setLinkText(text: string): void {
  const { link, fit, setLink } = session.getState();
  const { curve, rate, latencyMs, jitterMs } = linkOf(link);
  const own = rate === fit.rate ? null : rate;
  if (!curve) last = { rate: Number.isFinite(rate) ? own : last.rate, latencyMs, jitterMs };
  setLink(text);
}

/** Sets the link of the next run. */
export function setLinkSpec(spec: LinkSpec): void {
  setLinkText(formatLinkSpec(spec));
}

/** Chooses a preset for the next run; what was set last comes back after Unlimited and after a curve. */
export function choosePreset(preset: LinkPreset): void {
  const { link, fit } = session.getState();
  const spec = linkOf(link);
  const rate = last.rate ?? fit.rate;
  setLinkSpec(withPreset(spec.curve ? { ...spec, ...last, rate } : spec, preset, { ...fit, rate }));
}

/** True while a run goes on over another link than the one that is set for the next. */
export function useLinkWaits(): boolean {
  const on = useRunState((s) => s?.phase === 'running' || s?.phase === 'paused');
  const ran = useSession((s) => s.run);
  const link = useSession((s) => s.link);
  const seed = useSession((s) => s.seed);
  if (!on || !ran) return false;
  const { spec, seed: ranSeed } = ran.plan.link;
  return formatLinkSpec(spec) !== formatLinkSpec(linkOf(link)) || ranSeed !== seed;
}

/** Makes a link by its SPEC that of the next run; throws with one sentence when it cannot be read. */
export async function chooseLink(text: string): Promise<void> {
  await knowLink(text);
  setLinkText(text);
}

const request = () => {
  const { link, seed } = session.getState();
  return { text: link, seed, apply: setLinkText };
};

/** Opens the link of the next run in the link editor. */
export function editLink(): void {
  openLinkEditor(request());
}

/** Lets a trace file be chosen and shows it in the link editor. */
export function importLink(): void {
  openLinkEditor({ ...request(), importTrace: true });
}

/** Removes an own profile; a link that is one of it goes on as the same curve without its name. */
export async function removeProfile(name: string): Promise<void> {
  const spec = linkOf(session.getState().link);
  await window.bufferscope.request('link:remove', { name });
  if (spec.kind === 'profile' && spec.name === name) {
    setLinkSpec({ ...spec, kind: 'steps', name: '' });
  }
  await listProfiles();
}
