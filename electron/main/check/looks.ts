import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { freemem, totalmem } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { makeFolder } from '../../make-folder';
import {
  diskFinding,
  finding,
  memoryFinding,
  MEMORY_NEEDED,
  type Finding,
  type MainLine,
} from '../../../model/check/check';
import { largeSize } from '../../../model/figures';
import { findFfmpeg } from '../../media/ffmpeg';
import { MediaError } from '../../media/media-error';
import { USUAL_PORT } from '../../ipc/server-port';
import { userFolder } from '../../user-folder';

/** What main's looks need of the app. */
export interface Looked {
  window: BrowserWindow;
  /** Bytes that kept runs take, and may take. */
  runs: () => Promise<{ bytes: number; capBytes: number }>;
  /** Where our server listens; null while it does not. */
  serverOrigin: () => string | null;
}

/** Takes one of main's looks at this computer. Throws what only the system can say. */
export const LOOKS: Readonly<Record<MainLine, (looked: Looked) => Promise<Finding>>> = {
  async ffmpeg() {
    try {
      const { version, source } = await findFfmpeg();
      return finding('right', 'works', { version, source });
    } catch (error) {
      if (error instanceof MediaError) return finding('broken', 'missing');
      throw error;
    }
  },

  async sandbox({ window }) {
    if (app.commandLine.hasSwitch('no-sandbox')) {
      return finding('usable', process.getuid?.() === 0 ? 'root' : 'off');
    }
    const pid = window.webContents.getOSProcessId();
    return Promise.resolve(sandboxOf(pid));
  },

  async disk({ runs }) {
    // Where it cannot be written, a folder for this session alone has taken its place.
    const folder = userFolder();
    try {
      await makeFolder(folder);
      const probe = join(folder, `check-${randomUUID()}`);
      await writeFile(probe, 'Bufferscope can write here.\n', { flag: 'wx' });
      await rm(probe);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (code !== 'ENOSPC') return finding('broken', 'unwritable', { folder, code });
    }
    const { bavail, bsize } = await statfs(folder);
    const { bytes, capBytes } = await runs();
    return diskFinding(bavail * bsize, {
      free: largeSize(bavail * bsize),
      kept: largeSize(bytes),
      cap: largeSize(capBytes),
    });
  },

  async memory() {
    const free = freemem();
    const values = {
      free: largeSize(free),
      all: largeSize(totalmem()),
      needed: largeSize(MEMORY_NEEDED),
    };
    return Promise.resolve(memoryFinding(free, values));
  },

  async ports({ serverOrigin }) {
    const port = USUAL_PORT;
    if (serverOrigin()?.endsWith(`:${port}`)) return finding('right', 'ours', { port });
    const code = await listenOnce(port);
    if (code === null) return finding('right', 'free', { port });
    if (code === 'EADDRINUSE') return finding('usable', 'taken', { port });
    return finding('broken', 'failed', { reason: code });
  },
};

/** Whether a process of Chromium is confined, as the kernel says it (proc(5), Seccomp: 2 is a filter). */
function sandboxOf(pid: number): Finding {
  if (process.platform !== 'linux') {
    const metrics = app.getAppMetrics().find((one) => one.pid === pid);
    if (metrics?.sandboxed === undefined) return finding('usable', 'unknown');
    return metrics.sandboxed ? finding('right', 'on') : finding('usable', 'off');
  }
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  const filtered = /^Seccomp:\s*2$/m.test(status);
  return filtered ? finding('right', 'on') : finding('usable', 'off');
}

/** Listens on a port of this computer alone and lets go of it; gives the system's code when it may not. */
function listenOnce(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () =>
      server.close(() => resolve(null)),
    );
  });
}
