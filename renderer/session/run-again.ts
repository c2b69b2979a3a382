import type { SourceAgain } from '../../electron/ipc/runs-requests';
import { parseLinkSpec } from '../../model/link/spec/spec';
import { namedIn } from '../../model/link/spec/spec-options';
import type { LinkSpec } from '../../model/link/types';
import { messageOf } from '../../model/message-of';
import { planOfLog } from '../../model/run/logged-plan';
import type { RunLog } from '../../model/run/schema';
import { loadLink } from '../link/load-link';
import { say } from '../ui/words';
import { rooms } from '../window/rooms';
import { session } from './session';

/**
 * Sets in Compare what a recorded run was set to: its source, settings, link and seed, and shows it there, ready to
 * run. `source` is where main finds its file; nothing of it is asked for a camera. Settles with why it cannot be
 * set, one sentence; null when it is, or when Compare itself says what is wrong with the source.
 */
export async function setAgain(log: RunLog, source: SourceAgain | null): Promise<string | null> {
  if (source?.ok === false) return source.message;
  let link: LinkSpec;
  try {
    link = await linkOf(log);
  } catch (error) {
    return say('runs.again.link', { message: messageOf(error) });
  }
  rooms.getState().go('compare');
  const before = session.getState().media;
  await openAgain(log, source);
  const now = session.getState();
  // What has been refused is told there.
  if (now.media === null || (now.media === before && now.refusal !== null)) return null;
  now.setSettings(log.settings);
  now.setLink(link);
  now.setSeed(log.link.seed);
  // A run that stands would keep what it was started with.
  now.reset();
  return null;
}

async function openAgain({ media }: RunLog, source: SourceAgain | null): Promise<void> {
  const now = session.getState();
  if (media.camera) return now.openCamera(media.camera);
  if (!source?.ok) return;
  if (source.how === 'sample') {
    if (now.media?.sample !== true) await now.openSample();
  } else if (now.media?.sourcePath !== source.path || now.media.kind !== media.kind) {
    await now.openPath(source.path, source.as);
  }
}

/** The link by its SPEC; where the file of its curve cannot be read any more, as far as the log holds the curve. */
async function linkOf(log: RunLog): Promise<LinkSpec> {
  const { spec, curve } = log.link;
  if (!namedIn(spec)) return parseLinkSpec(spec);
  try {
    return (await loadLink(spec)).link;
  } catch (error) {
    if (!curve) throw error;
    return planOfLog(log).link.spec;
  }
}
