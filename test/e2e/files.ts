import { execFile } from 'node:child_process';
import { readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { ElectronApplication, Page } from '@playwright/test';
import { ffmpegCandidates, findFfmpeg } from '../../scripts/ffmpeg-candidates.mjs';
import { e2eRoot } from './app';
import { runHeadless } from './headless';

const REPO = resolve(import.meta.dirname, '../..');

/** Runs the same ffmpeg that the app finds. */
export async function ffmpeg(...args: string[]): Promise<void> {
  await runFfmpeg('-y', ...args);
}

/** What ffmpeg finds wrong with a media file that it decodes whole; empty when nothing is. */
export const complaints = (path: string): Promise<string> =>
  // A camera's pictures come at any time: the null output would round them to the rate that ffmpeg guesses.
  runFfmpeg('-i', path, '-vsync', 'vfr', '-f', 'null', '-');

async function runFfmpeg(...args: string[]): Promise<string> {
  const { found } = await findFfmpeg(ffmpegCandidates({ modules: join(REPO, 'node_modules') }));
  if (!found) throw new Error('no ffmpeg runs');
  const { stderr } = await promisify(execFile)(found.path, ['-v', 'error', ...args]);
  return stderr;
}

/**
 * The file system with little room (scripts/test-run/small-disk.mjs), emptied of what other tests have left on it and
 * filled but for so many bytes; empty where there is none, since only root can mount one.
 */
export function smallDiskWith(roomBytes: number): string {
  const path = process.env['BUFFERSCOPE_SMALL_DISK'] ?? '';
  if (path !== '') {
    for (const name of readdirSync(path)) rmSync(join(path, name), { recursive: true });
    fillSmallDisk(path, roomBytes);
  }
  return path;
}

/** Takes all room of a file system but for so many bytes. */
export function fillSmallDisk(path: string, roomBytes: number): void {
  const { bavail, bsize } = statfsSync(path);
  const bytes = Math.max(0, bavail * bsize - roomBytes);
  writeFileSync(join(path, `.filler-${bytes}`), Buffer.alloc(bytes));
}

/** Room for some seconds of a kept run, or of the smallest video a part of a second. */
export const HARDLY_ANY_ROOM = 40_000;

/** Why a test of a full disk is not run. */
export const NO_SMALL_DISK = 'Needs a file system of its own, which only root can mount.';

/** The 10 s sample's file in the media cache that all app tests share; made by the app when missing. */
export async function sampleFile(): Promise<string> {
  const find = () =>
    allFiles(join(e2eRoot(), 'cache')).find((path) => statSync(path).size === 10_000_000);
  const made = find();
  if (made) return made;
  await runHeadless(['--sample-seconds', '10', '--until', '100ms', '--link', 'unlimited']);
  const path = find();
  if (!path) throw new Error('the app made no sample');
  return path;
}

/** Every file below a folder; none when it does not exist. */
export function allFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

/** Opens a file as a person does, by Ctrl+O; only the system's own dialog is answered by the test. */
export async function chooseFile(
  { app, window }: { app: ElectronApplication; window: Page },
  path: string,
): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
  await window.keyboard.press('ControlOrMeta+o');
}
