import { isAnimatedPicture } from '../animated';
import { isContainer } from '../container';
import { readDeliverable, type Deliverable, type ReadOptions } from '../delivered';
import { isoCover } from '../index/iso-cover';
import { NO_RECORDINGS, recordingsIn } from '../joined';
import { isProtected } from '../protected/protected';
import { NOTHING_SEEN, type Inspection, type InspectRequest } from './inspection';

/** Looks into a file; only an inspector's own process does that. Throws errors of the system. */
export async function inspectFile(
  { path, isMedia }: InspectRequest,
  options: ReadOptions,
): Promise<Inspection> {
  if (await isProtected(path)) return { ...NOTHING_SEEN, isMedia: true, isProtected: true };
  const deliverable = await readDeliverable(path, options);
  return {
    isMedia:
      isMedia ||
      deliverable !== null ||
      (await isAnimatedPicture(path)) ||
      (await isContainer(path)),
    isProtected: false,
    deliverable,
    cover: deliverable && !hasPicture(deliverable) ? await isoCover(path) : null,
    recordings: deliverable ? NO_RECORDINGS : await recordingsIn(path),
  };
}

const hasPicture = ({ container }: Deliverable) =>
  container.tracks.some(({ kind }) => kind === 'video');
