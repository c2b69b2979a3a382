import { z } from 'zod';
import type { ResolvedCurve } from '../types';
import { exportSabre, readSabre } from './sabre';

const fileSchema = z.object({
  title: z.string(),
  /** False: the rate of the last period holds for ever. */
  repeats: z.boolean(),
  periods: z.array(z.unknown()),
});

/** A person's own profile as its file keeps it. */
export interface OwnProfile extends ResolvedCurve {
  title: string;
}

/** Writes a profile of one's own: Sabre's periods, one a line, with the title and whether they repeat. */
export function writeProfile({ title, curve, latencyMs }: OwnProfile): string {
  const repeats = curve.periodMs !== Infinity;
  const periods = exportSabre(curve, latencyMs).trim();
  return `{"title": ${JSON.stringify(title)}, "repeats": ${repeats}, "periods": ${periods}}\n`;
}

/** Reads what writeProfile wrote; throws an error whose message says what is wrong with the file. */
export function readProfile(text: string): OwnProfile {
  const { title, repeats, periods } = fileSchema.parse(JSON.parse(text));
  const lines = periods.map((period) => JSON.stringify(period)).join(',\n');
  const { curve, latencyMs } = readSabre(`[${lines}]`);
  return { title, latencyMs, curve: repeats ? curve : { ...curve, periodMs: Infinity } };
}
