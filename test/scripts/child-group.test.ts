import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it, onTestFinished, vi } from 'vitest';
import { groupLives } from '../../scripts/child.mjs';

/** A group of one command, whose parent never asks for its end; gives the group and the parent. */
async function unaskedFor(command: string): Promise<{ group: number; kill: () => void }> {
  const parent = spawn('sh', ['-c', `setsid ${command} & echo $!; exec sleep 60`]);
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  return { group: Number(line.toString()), kill: () => parent.kill() };
}

/** Ends once its parent is one that asks for nothing: a shell may still ask. */
const ENDS = `sh -c 'until grep -q sleep /proc/$PPID/comm; do :; done'`;

it.runIf(process.platform === 'linux')(
  'takes what has ended for gone, though nobody has asked for it',
  async () => {
    const { group, kill } = await unaskedFor(ENDS);
    onTestFinished(kill);
    await vi.waitFor(() => {
      // The system itself has it, from its beginning on.
      expect(process.kill(-group, 0)).toBe(true);
      expect(groupLives(group)).toBe(false);
    }, 5000);
  },
);

it.runIf(process.platform === 'linux')('sees what lives in a group', async () => {
  const { group, kill } = await unaskedFor('sleep 50');
  onTestFinished(() => {
    kill();
    process.kill(-group);
  });
  await vi.waitFor(() => expect(groupLives(group)).toBe(true), 5000);
});
