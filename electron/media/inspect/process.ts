import { inspectFile } from './inspect-file';
import { inspectRequestSchema, type InspectorMessage } from './inspection';

/**
 * The inspector's process: what strangers wrote is read here alone, so that a file that takes a parser down or keeps
 * it busy for ever takes nothing else with it. In the app a utility process, on the command line a child of Node's.
 */
const tell = (message: InspectorMessage): void => {
  if (process.parentPort) process.parentPort.postMessage(message);
  else process.send?.(message);
};

async function answer(request: unknown): Promise<void> {
  let told = 0;
  try {
    const inspection = await inspectFile(inspectRequestSchema.parse(request), {
      onFraction: (fraction) => {
        // Thousands of fragments are one percent.
        if (fraction < told + 0.01) return;
        told = fraction;
        tell({ type: 'fraction', fraction });
      },
      signal: new AbortController().signal,
    });
    tell({ type: 'done', inspection });
  } catch (error) {
    const { message, code = '', path = '' } = error as NodeJS.ErrnoException;
    tell({ type: 'failed', message, code, path });
  }
}

if (process.parentPort) {
  process.parentPort.on('message', ({ data }) => void answer(data));
} else {
  process.on('message', (data) => void answer(data));
  process.on('disconnect', () => process.exit(0));
}
tell({ type: 'ready' });
