import { isContainer } from '../container';
import { readDeliverable, type ReadOptions } from '../delivered';
import type { Inspection, InspectRequest } from './inspection';

/** Looks into a file; only an inspector's own process does that. Throws errors of the system. */
export async function inspectFile(
  { path, isMedia }: InspectRequest,
  options: ReadOptions,
): Promise<Inspection> {
  const deliverable = await readDeliverable(path, options);
  return { isMedia: isMedia || deliverable !== null || (await isContainer(path)), deliverable };
}
