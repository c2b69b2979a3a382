import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of its own for a test, gone with it. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'bufferscope-links-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}
