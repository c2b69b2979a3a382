/** `npm test`: sets up what is missing, then lint, types, unit and app; stops at the first that fails. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setup } from './setup/all.mjs';
import { runMain, say } from './setup/say.mjs';
import { testSteps } from './test-run/steps.mjs';

await runMain(async () => {
  const { electron } = await setup();
  const dir = mkdtempSync(join(tmpdir(), 'bufferscope-test-'));
  chmodSync(dir, 0o755);
  const total = { passed: 0, failed: 0 };
  let result = { code: 0 };
  try {
    for (const { name, run } of testSteps()) {
      say(`\n== ${name}`);
      const began = performance.now();
      result = await run(dir, electron.executable);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      say(`== ${name}: ${result.code === 0 ? 'done' : 'failed'} in ${seconds} s`);
      total.passed += result.counts?.passed ?? 0;
      total.failed += result.counts?.failed ?? 0;
      if (result.code !== 0) break;
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  say(`\n${total.passed} passed, ${total.failed} failed`);
  return result.code;
});
