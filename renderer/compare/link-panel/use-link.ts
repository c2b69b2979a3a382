import { sameLink, type LinkPreset } from '../../../model/link/spec/spec';
import type { LinkSpec } from '../../../model/link/types';
import { loadLink } from '../../link/load-link';
import { session, useRunState, useSession } from '../../session/session';
import { withPreset } from '../../link/link-choice';
import { openLinkEditor } from '../../link-editor/open-link-editor';
import { listProfiles } from '../../link/profile-list';

/** The link of the next run, as a person has set it. */
export const useLinkSpec = (): LinkSpec => useSession((s) => s.link);

/** Rate (null: that of the fit), latency and jitter that were set last on a link without a curve of its own. */
let last: { rate: number | null; latencyMs: number; jitterMs: number } = {
  rate: null,
  latencyMs: 0,
  jitterMs: 0,
};

/** Sets the link of the next run. */
export function setLinkSpec(spec: LinkSpec): void {
  const { link, fit, setLink } = session.getState();
  const { curve, rate, latencyMs, jitterMs } = link;
  const own = rate === fit.rate ? null : rate;
  if (!curve) last = { rate: Number.isFinite(rate) ? own : last.rate, latencyMs, jitterMs };
  setLink(spec);
}

/** Chooses a preset for the next run; what was set last comes back after Unlimited and after a curve. */
export function choosePreset(preset: LinkPreset): void {
  const { link, fit } = session.getState();
  const rate = last.rate ?? fit.rate;
  setLinkSpec(withPreset(link.curve ? { ...link, ...last, rate } : link, preset, { ...fit, rate }));
}

/** True while a run goes on over another link than the one that is set for the next. */
export function useLinkWaits(): boolean {
  const on = useRunState((s) => s?.phase === 'running' || s?.phase === 'paused');
  const ran = useSession((s) => s.run);
  const link = useSession((s) => s.link);
  const seed = useSession((s) => s.seed);
  if (!on || !ran) return false;
  const { spec, seed: ranSeed } = ran.plan.link;
  return !sameLink(spec, link) || ranSeed !== seed;
}

/** Makes a link by its SPEC that of the next run; throws with one sentence when it cannot be read. */
export async function chooseLink(text: string): Promise<void> {
  const { link } = await loadLink(text);
  setLinkSpec(link);
}

const request = () => {
  const { link, seed } = session.getState();
  return { link, seed, apply: setLinkSpec };
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
  const spec = session.getState().link;
  await window.bufferscope.request('link:remove', { name });
  if (spec.kind === 'profile' && spec.name === name) {
    setLinkSpec({ ...spec, kind: 'steps', name: '' });
  }
  await listProfiles();
}
