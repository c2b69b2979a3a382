import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { _electron as electron, type ElectronApplication } from '@playwright/test';

type LaunchOptions = NonNullable<Parameters<typeof electron.launch>[0]> & {
  env: Record<string, string>;
};

/** On a busy machine a start takes up to 10 s; behind this, Playwright has lost it, ms. */
const LOST_MS = 40_000;

/**
 * Launches an app by Playwright. About one launch in thirty on a loaded machine never returns, whatever its own
 * time-out, before the app has asked for anything: such an app is ended and launched once more.
 */
export async function launch(options: LaunchOptions): Promise<ElectronApplication> {
  const lost = new Promise<null>((resolve) => setTimeout(resolve, LOST_MS, null).unref());
  const app = await Promise.race([electron.launch(options), lost]);
  if (app) return app;
  endAppsOf(options.env['BUFFERSCOPE_USER_DATA'] ?? '?');
  process.stderr.write('A launch was lost by Playwright; launching once more.\n');
  return electron.launch(options);
}

/** Ends every process that works on this folder of user data; where there is no /proc it is left to the system. */
function endAppsOf(userData: string): void {
  if (!existsSync('/proc')) return;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (Number(pid) !== process.pid && environmentOf(pid).includes(userData)) {
      process.kill(Number(pid), 'SIGKILL');
    }
  }
}

function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1');
  } catch {
    return '';
  }
}
