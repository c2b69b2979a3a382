import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { bareApp } from './bare';
import type { Machine } from './machine';
import type { Finding } from './row';
import { median } from './statistics';

/** Left alone for this long before anybody asks, so that asking does not slow the start down, ms. */
const ALONE_MS = 3000;

const ROUNDS = 7;

/** An app whose start is measured. */
export interface StartedApp {
  folder: string;
  words: readonly string[];
  userData: string;
  /** The mark that its page sets. */
  mark: string;
}

/** Milliseconds from the start of an app's process to its page's mark. */
async function startTime(machine: Machine, app: StartedApp): Promise<number> {
  const args = machine.commandLine(app.folder, app.words, ['--remote-debugging-port=0']);
  const spawned = Date.now();
  const child = spawn(machine.tools.executable, args, {
    env: machine.environment(app.userData),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const endpoint = await debuggerOf(child);
    await setTimeout(ALONE_MS);
    const browser = await chromium.connectOverCDP(endpoint);
    const page = browser.contexts()[0]?.pages()[0];
    if (!page) throw new Error(`${app.folder} has no window`);
    const marked = await page.waitForFunction((name) => {
      const entry = performance.getEntriesByName(name)[0];
      return entry ? performance.timeOrigin + entry.startTime : null;
    }, app.mark);
    const at = (await marked.jsonValue()) ?? NaN;
    await browser.close();
    return at - spawned;
  } finally {
    await ended(child);
  }
}

/** Starts of an app, the words of each its own, beside those of a bare Electron window with one line of text, in turn. */
export async function startBesideBare(
  machine: Machine,
  app: () => StartedApp,
  { what, target }: Pick<Finding, 'what' | 'target'>,
): Promise<Finding> {
  const ours: number[] = [];
  const bare: number[] = [];
  const bareWindow: StartedApp = {
    folder: bareApp(machine),
    words: ['window'],
    userData: machine.fresh('user-data'),
    mark: 'shown',
  };
  for (let round = 0; round <= ROUNDS; round++) {
    const theirs = await startTime(machine, bareWindow);
    const mine = await startTime(machine, app());
    // The first round fills the system's caches.
    if (round === 0) continue;
    ours.push(mine);
    bare.push(theirs);
    machine.say(
      `round ${round} of ${ROUNDS}, ms: ours ${mine.toFixed()}, bare ${theirs.toFixed()}`,
    );
  }
  return {
    ...{ what, target, unit: 'ms', ours: median(ours) },
    baseline: { what: 'bare Electron window', value: median(bare) },
    judged: { value: median(ours) / median(bare), unit: 'x' },
    detail: { ours, bare },
  };
}

/** Where DevTools listens, as Chromium says on stderr. */
function debuggerOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr?.setEncoding('utf8').on('data', (more: string) => {
      text += more;
      const endpoint = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (endpoint) resolve(endpoint);
    });
    child.once('close', (code) => reject(new Error(`ended with ${code}: ${text.slice(-400)}`)));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise((done) => child.once('close', done));
  child.kill();
  await closed;
}
