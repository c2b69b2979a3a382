import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A fresh folder that goes with the test. */
export function freshFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'runs-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}
