import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { app, crashReporter } from 'electron';

/** Dumps that are kept; older ones go. */
export const MAX_DUMPS = 5;

/** A dump of memory that a crash has left. */
export interface CrashDump {
  path: string;
  name: string;
  bytes: number;
  /** When the process crashed, ms since 1970. */
  atMs: number;
}

/** Has crashes of all processes leave their dumps in this folder, and nowhere else: none is ever sent. */
export function keepDumps(folder: string): void {
  app.setPath('crashDumps', folder);
  crashReporter.start({ uploadToServer: false, ignoreSystemCrashHandler: false });
  removeOldDumps(folder);
}

/** The dumps in a folder, the newest first. Crashpad sorts them into folders of its own, which differ by system. */
export function listDumps(folder: string): CrashDump[] {
  return filesBelow(folder)
    .filter((path) => path.endsWith('.dmp'))
    .flatMap((path) => {
      const facts = statSync(path, { throwIfNoEntry: false });
      if (!facts) return [];
      return [{ path, name: basename(path), bytes: facts.size, atMs: facts.mtimeMs }];
    })
    .sort((a, b) => b.atMs - a.atMs);
}

/** Removes all dumps but the newest, with what Crashpad has noted of them. */
export function removeOldDumps(folder: string): void {
  for (const { path } of listDumps(folder).slice(MAX_DUMPS)) {
    rmSync(path, { force: true });
    rmSync(path.replace(/\.dmp$/, '.meta'), { force: true });
  }
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}
