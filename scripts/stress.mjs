/**
 * `npm run test:stress -- N [FILTER…]`: runs the app tests N times with every core loaded and prints the
 * failures by test. A filter is one of Playwright's: a spec file, `-g NAME`. The exit code is 1 when any failed.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setup } from './setup/all.mjs';
import { runMain, say } from './setup/say.mjs';
import { playwrightCounts, playwrightFailures } from './test-run/counts.mjs';
import { loadCores } from './test-run/load.mjs';
import { appTests } from './test-run/steps.mjs';
import { failureLines, stressArguments } from './test-run/stress.mjs';

/** Exit codes above this are of a run that was interrupted. */
const SIGNALLED = 128;

await runMain(async () => {
  const { runs, filters } = stressArguments(process.argv.slice(2));
  const { electron } = await setup();
  const { unload } = loadCores();
  const failures = [];
  let passed = 0;
  let done = 0;
  try {
    while (done < runs) {
      say(`\n== Run ${done + 1} of ${runs}, every core loaded`);
      const { code, report } = await oneRun(electron.executable, filters);
      if (code > SIGNALLED) break;
      done += 1;
      const found = report ? playwrightFailures(report) : [];
      if (code !== 0 && found.length === 0) {
        found.push({ test: 'the run itself', message: `exit code ${code}` });
      }
      failures.push(...found);
      passed += report ? playwrightCounts(report).passed : 0;
    }
  } finally {
    await unload();
  }
  say(`\n${done} of ${runs} runs: ${passed} passed, ${failures.length} failed`);
  failureLines(failures, done).forEach(say);
  return failures.length > 0 || done < runs ? 1 : 0;
});

async function oneRun(executable, filters) {
  const dir = mkdtempSync(join(tmpdir(), 'bufferscope-stress-'));
  chmodSync(dir, 0o755);
  try {
    return await appTests(dir, executable, filters);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
