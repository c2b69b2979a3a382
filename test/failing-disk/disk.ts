import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a disk does wrong from now on: the system's codes by what is asked of it, and how late it answers, ms. */
export interface Faults {
  /** Opening a file and making one. */
  open?: string | null;
  read?: string | null;
  write?: string | null;
  delayMs?: number;
}

/** A disk of its own that fails when it is told to. Everything that programs ask of it goes through the kernel. */
export class FailingDisk {
  private constructor(
    readonly path: string,
    private readonly server: ChildProcess,
  ) {}

  /** Mounts one; null where there can be none: not on Linux, not as root, or in a container that may not mount. */
  static async mount(): Promise<FailingDisk | null> {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
    const path = mkdtempSync(join(tmpdir(), 'bufferscope-failing-'));
    const server = fork(join(import.meta.dirname, 'server.mjs'), [path], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const mounted = await Promise.race([
      once(server, 'message').then(() => true),
      once(server, 'exit').then(() => false),
    ]);
    if (mounted) return new FailingDisk(path, server);
    rmSync(path, { recursive: true });
    return null;
  }

  /** Has it do this wrong from now on. */
  async fail(faults: Faults): Promise<void> {
    const heard = once(this.server, 'message');
    this.server.send(faults);
    await heard;
  }

  /** All is well again. */
  async mend(): Promise<void> {
    await this.fail({ open: null, read: null, write: null, delayMs: 0 });
  }

  /** It is pulled out: whoever has a file open has a disk no more. */
  async vanish(): Promise<void> {
    if (this.server.exitCode !== null || this.server.signalCode !== null) return;
    const gone = once(this.server, 'exit');
    this.server.kill('SIGKILL');
    await gone;
  }

  /** Takes it away. */
  async unmount(): Promise<void> {
    await this.vanish();
    execFileSync('umount', ['--lazy', this.path]);
    rmSync(this.path, { recursive: true });
  }
}

/** Why a test of it is left out. */
export const NO_FAILING_DISK = 'a file system of its own can be mounted by root alone';
