import type { ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { RawClient } from '../server/raw-client';
import { served } from '../server/running-server';
import { startCommand } from './command';

/** The built command line in a process of its own. */
class Command {
  stdout = '';
  stderr = '';
  readonly #child: ChildProcess;
  readonly #heard = new EventEmitter();
  readonly ended: Promise<number | null>;

  constructor(...args: string[]) {
    this.#child = startCommand(['serve', ...args]);
    this.#child.stdout?.on('data', (text: Buffer) => {
      this.stdout += text.toString();
      this.#heard.emit('line');
    });
    this.#child.stderr?.on('data', (text: Buffer) => (this.stderr += text.toString()));
    this.ended = once(this.#child, 'close').then(([code]) => code as number | null);
    onTestFinished(() => void this.#child.kill('SIGKILL'));
  }

  /** The line that it prints when it listens. */
  async listens(): Promise<{ url: string; pid: number; port: number }> {
    while (!this.stdout.includes('\n')) {
      await Promise.race([once(this.#heard, 'line'), this.ended]);
      if (this.#child.exitCode !== null) throw new Error(this.stderr);
    }
    const { url, pid } = JSON.parse(this.stdout) as { url: string; pid: number };
    return { url, pid, port: Number(new URL(url).port) };
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }
}

describe('serve', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'prints one line of JSON, serves, and ends on %s with 0, closing what is open',
    async (signal) => {
      const media = served(5_000_000).path;
      const command = new Command('--port', '0', '--media', media, '--model', 'sync');
      const { url, pid, port } = await command.listens();
      expect(pid).toBe(command.pid);
      expect(await (await fetch(`${url}/buffer`)).text()).toMatch(/^0000000 {2}/);
      const open = await RawClient.get(port, '/stream?rate=1');
      await open.until(() => open.receivedBytes > 0);
      process.kill(pid, signal);
      expect(await command.ended).toBe(0);
      await open.untilClosed();
      expect(command.stdout.trim().split('\n')).toHaveLength(1);
      expect(command.stderr).toContain('"GET /buffer" 200 100000 done seat 1');
      expect(command.stderr).toContain('"GET /stream?rate=1" 200');
    },
  );

  it('ends at once on SIGTERM while somebody looks at the feed', async () => {
    const command = new Command('--port', '0', '--feed', 'test');
    const { pid, port } = await command.listens();
    const viewer = await RawClient.get(port, '/feed');
    await viewer.until(() => viewer.receivedBytes > 0);
    const began = performance.now();
    process.kill(pid, 'SIGTERM');
    expect(await command.ended).toBe(0);
    // The source goes on for 10 s after its last viewer, but not for a server that has ended.
    expect(performance.now() - began).toBeLessThan(8000);
    await viewer.untilClosed();
  });

  it('serves the text that it is given, as example.txt, and reads it anew for each answer', async () => {
    const text = served(Buffer.from('Mine.\n'), 'notes.md').path;
    const command = new Command('--text', text);
    const { url } = await command.listens();
    const answer = await fetch(`${url}/buffer`);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="example.txt"');
    expect(await answer.text()).toBe('Mine.\n');
    const none = await fetch(`${url}/stream?file=media`);
    expect([none.status, await none.text()]).toEqual([
      404,
      'No media file is open; open one, or start the server with --media FILE.\n',
    ]);
    writeFileSync(text, 'Mine, longer.\n');
    expect(await (await fetch(`${url}/stream`)).text()).toBe('Mine, longer.\n');
  });

  it.each([
    [['--port', 'x'], 2, '--port: it takes a whole number from 0 to 65535, not "x".\n'],
    [['--seats', '65'], 2, '--seats: it takes a whole number from 1 to 64, not "65".\n'],
    [['--model', 'fork'], 2, '--model takes debug, sync, threads, async, not "fork".\n'],
    [['film.mp4'], 2, 'Unknown argument "film.mp4"; --help lists what there is.\n'],
    [['--media', '/nowhere.mp4'], 3, 'The file /nowhere.mp4 cannot be read (ENOENT); give'],
    [['--text', '/'], 3, 'The file / cannot be read (EISDIR); give another one with --text.\n'],
  ])('says what is wrong with %s', async (args, code, sentence) => {
    const command = new Command(...args);
    expect(await command.ended).toBe(code);
    expect(command.stderr).toContain(sentence);
    expect(command.stdout).toBe('');
  });

  it('says when its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const { port } = other.address() as { port: number };
    const command = new Command('--port', String(port));
    expect(await command.ended).toBe(4);
    expect(command.stderr).toContain(
      `Port ${port} is in use by another program; choose another one, or 0 for any that is free.\n`,
    );
  });

  it('explains itself', async () => {
    const command = new Command('--help');
    expect(await command.ended).toBe(0);
    expect(command.stdout).toContain('--model debug|sync|threads|async');
  });
});
