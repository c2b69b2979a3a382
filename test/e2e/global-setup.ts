import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One temporary folder for the whole run: shared media cache, made files, user data. Removed at the end. */
export default function setup(): () => void {
  const root = mkdtempSync(join(tmpdir(), 'bufferscope-e2e-'));
  process.env['BUFFERSCOPE_E2E_ROOT'] = root;
  return () => rmSync(root, { recursive: true, force: true });
}
