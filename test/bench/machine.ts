import { mkdirSync, mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `scripts/bench.mjs` found out about this machine. */
export interface Tools {
  /** The checkout. */
  root: string;
  /** Electron's executable, and what it is started with here. */
  executable: string;
  switches: string[];
  /** Version of Electron. */
  electron: string;
}

/** Where and with what the rows measure. */
export class Machine {
  constructor(
    readonly tools: Tools,
    /** The temporary folder of this bench. */
    readonly folder: string,
    /** Prints one line of progress. */
    readonly say: (line: string) => void,
  ) {}

  /** A fresh folder inside the temporary one. */
  fresh(name: string): string {
    return mkdtempSync(join(this.folder, `${name}-`));
  }

  /** A sparse file of this many bytes; it costs no disk and reads as zeros. */
  sparse(bytes: number): string {
    const folder = join(this.folder, 'sources');
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${bytes}.bin`);
    writeFileSync(path, '');
    truncateSync(path, bytes);
    return path;
  }

  /** The arguments that start an Electron app in this folder with these words of its own. */
  commandLine(app: string, words: readonly string[], switches: readonly string[] = []): string[] {
    return [...this.tools.switches, ...switches, app, '--', ...words];
  }

  /** Environment of a started app: user data of its own unless given, one media cache for the whole bench. */
  environment(userData = this.fresh('user-data')): Record<string, string> {
    const env: Record<string, string> = {};
    for (const [key, value] of Object.entries(process.env)) {
      if (value !== undefined) env[key] = value;
    }
    return {
      ...env,
      BUFFERSCOPE_USER_DATA: userData,
      BUFFERSCOPE_CACHE_DIR: join(this.folder, 'cache'),
    };
  }
}
