/**
 * `npm run test:packed`: starts the packed app of dist the first time in every way a person may: without a display or
 * a console, offline, from a folder that is read-only, with homes of all kinds, portable. Each has to compare to its end.
 */
import { mkdtempSync, rmSync, chmodSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NOT_FOR_RELEASE } from './pack/electron-builder.mjs';
import { packedExecutable } from './pack/packed-app.mjs';
import { FIRST_STARTS } from './packed-test/first-starts.mjs';
import { packedRunner } from './packed-test/run-packed.mjs';
import { ROOT } from './setup/all.mjs';
import { runMain, say, SetupError } from './setup/say.mjs';

await runMain(async () => {
  const executable = packedHere();
  const dir = mkdtempSync(join(tmpdir(), 'bufferscope-packed-'));
  chmodSync(dir, 0o755);
  const counts = { passed: 0, failed: 0 };
  try {
    for (const { name, applies = () => true, start } of FIRST_STARTS) {
      const runner = packedRunner(mkdtempSync(join(dir, 'start-')), executable);
      if (!applies(runner)) {
        say(`skipped  ${name}`);
        continue;
      }
      const problem = await start(runner).catch((error) => error.message);
      counts[problem ? 'failed' : 'passed'] += 1;
      say(`${problem ? 'failed ' : 'passed '}  ${name}${problem ? `\n${problem}` : ''}`);
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  say(`\n${counts.passed} passed, ${counts.failed} failed`);
  return counts.failed === 0 ? 0 : 1;
});

/** What npm run pack or dist has made here, a release before a development one. */
function packedHere() {
  for (const folder of ['dist', join('dist', NOT_FOR_RELEASE)]) {
    const output = join(ROOT, folder);
    if (!existsSync(output)) continue;
    try {
      return packedExecutable(output);
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
    }
  }
  throw new SetupError('No packed app is here: run npm run pack first.');
}
