import { spawn } from 'node:child_process';
import { boundToParent } from '../../../scripts/bound-to-parent.mjs';
import type { InspectorMessage } from './inspection';
import { INSPECTOR_HEAP_MB, type InspectorProcess } from './inspector';

/** An inspector as a child of Node's (of this one, unless another is named), from the bundle of `process.ts`. */
export function nodeInspector(bundle: string, node = process.execPath): InspectorProcess {
  const flags = [`--max-old-space-size=${INSPECTOR_HEAP_MB}`, '--no-warnings'];
  const child = spawn(...boundToParent(node, [...flags, bundle], 'KILL'), {
    // Nothing that a library writes is for the one who opens a file.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    windowsHide: true,
  });
  child.on('error', () => undefined);
  return {
    get pid() {
      return child.pid;
    },
    send: (request) => child.send(request, () => undefined),
    onMessage: (listener) =>
      child.on('message', (message) => listener(message as InspectorMessage)),
    onExit: (listener) => child.once('close', listener),
    kill: () => child.kill('SIGKILL'),
  };
}
