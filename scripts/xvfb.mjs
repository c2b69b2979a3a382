import { spawn } from 'node:child_process';
import { boundToParent } from './bound-to-parent.mjs';
import { SetupError } from './setup/say.mjs';

/** Large enough for the presenter's window, in 24-bit colour. */
const SCREEN = '1920x1200x24';

/** Starts a virtual display of its own number and gives {display, stop}; it never outlives this process. */
export function startXvfb(options = {}) {
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-dpi', '96'];
  const stdio = ['ignore', 'ignore', 'pipe', 'pipe'];
  const server = spawn(...boundToParent('Xvfb', args, 'TERM'), {
    stdio,
    detached: true,
    ...options,
  });
  const closed = new Promise((resolve) => server.on('close', resolve));
  const stop = () => {
    server.kill('SIGTERM');
    return closed;
  };
  return new Promise((resolve, reject) => {
    let complaint = '';
    let number = '';
    server.stderr.setEncoding('utf8').on('data', (text) => (complaint += text));
    server.stdio[3].setEncoding('utf8').on('data', (text) => {
      number += text;
      if (number.endsWith('\n')) resolve({ display: `:${number.trim()}`, stop });
    });
    const failed = (text) =>
      reject(new SetupError(`No display: Xvfb did not start (${text}). Install the package xvfb.`));
    server.on('error', (error) => failed(error.message));
    server.on('exit', (code) => failed(complaint.trim().split('\n').at(-1) || `exit code ${code}`));
  });
}
