import { expect, test } from 'vitest';
import type { LaneLog, RunLog } from '../../../model/run/schema';
import { verificationOf } from '../../../model/run/verification';

const log = { media: { deliveredBytes: 15_000_000 } } as RunLog;
const lane = (sha256: string | null, verifiedBytes?: number, code?: string) =>
  ({ sha256, verifiedBytes, error: code ? { code } : null }) as LaneLog;

test.each([
  ['unchecked', lane(null)],
  ['yes', lane('ab', 15_000_000)],
  ['so-far', lane('ab', 7_000_000)],
  ['so-far', lane('ab', 0)],
  ['so-far', lane('ab', 7_000_000, 'reader-died')],
  ['no', lane('ab', 15_000_000, 'hash-mismatch')],
  ['no', lane('ab', 7_000_000, 'hash-mismatch')],
])('%s', (answer, of) => {
  expect(verificationOf(of, log)).toBe(answer);
});
