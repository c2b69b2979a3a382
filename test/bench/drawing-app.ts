import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron as electron, type ElectronApplication } from '@playwright/test';
import type { Machine } from './machine';
import { headlessRun } from './headless';

/** The run that is drawn is so long, s, and has two outages, which are its chapters. */
export const RUN_S = 60;
const LINK = 'dropouts:1.3MB/s@12-16.5,30-37.4';

/** The environment of an app that leaves the number of every frame in its pictures. */
export const stampedEnvironment = (machine: Machine): Record<string, string> => ({
  ...machine.environment(),
  BUFFERSCOPE_VIDEO_STAMPS: 'kept',
});

/** Runs the app for a minute, and keeps the log of it in a file. */
export async function runToDraw(machine: Machine): Promise<string> {
  const log = await headlessRun(machine, ['--link', LINK, '--until', `${RUN_S}s`]);
  const report = join(machine.fresh('drawn'), 'report.json');
  writeFileSync(report, JSON.stringify(log));
  return report;
}

/** The app while it draws a video of a run, with these words more; whoever starts it ends it. */
export function drawingApp(
  machine: Machine,
  report: string,
  video: string,
  words: readonly string[] = [],
): Promise<ElectronApplication> {
  const { root, executable } = machine.tools;
  const all = ['--headless', '--log', report, '--video', video, ...words];
  return electron.launch({
    executablePath: executable,
    args: ['-r', join(root, 'test/hold-ready.cjs'), ...machine.commandLine(root, all)],
    env: stampedEnvironment(machine),
    cwd: root,
  });
}
