import { spawn } from 'node:child_process';

/** Runs a command without a shell, collects what it prints, and resolves with {code, stdout, stderr}. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name]?.setEncoding('utf8').on('data', (text) => (output[name] += text));
    }
    child.on('error', (error) => resolve({ code: -1, ...output, stderr: error.message }));
    child.on('close', (code) => resolve({ code: code ?? -1, ...output }));
  });
}

/** Runs npm as the one that started this script, else the one on the PATH (on Windows a .cmd wants a shell). */
export function npm(args, options = {}) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args], options);
  return run('npm', args, { shell: process.platform === 'win32', ...options });
}

/** The last line of a command's output that says something, to quote in one sentence. */
export function lastLine(text) {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}
