import { utilityProcess } from 'electron';
import inspectorPath from '../../media/inspect/process?modulePath';
import type { InspectorMessage } from '../../media/inspect/inspection';
import { INSPECTOR_HEAP_MB, type InspectorProcess } from '../../media/inspect/inspector';

/** An inspector as a utility process: a packed app has no Node of its own to start. */
export function utilityInspector(): InspectorProcess {
  const child = utilityProcess.fork(inspectorPath, [], {
    serviceName: 'Bufferscope media inspector',
    execArgv: [`--js-flags=--max-old-space-size=${INSPECTOR_HEAP_MB}`],
    // Nothing that a library writes is for the one who opens a file.
    stdio: 'ignore',
  });
  let pid: number | undefined;
  child.once('spawn', () => (pid = child.pid));
  return {
    get pid() {
      return pid;
    },
    send: (request) => child.postMessage(request),
    onMessage: (listener) =>
      child.on('message', (message) => listener(message as InspectorMessage)),
    onExit: (listener) => child.once('exit', listener),
    kill: () => {
      // Asked in order, one that is busy for ever would not hear it.
      if (pid === undefined) child.kill();
      else process.kill(pid, 'SIGKILL');
    },
  };
}
