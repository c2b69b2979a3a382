import type { MessagePortMain } from 'electron';
import type { ReaderConfig } from '../../ipc/lane-port';
import readerPath from '../../reader/index?modulePath';
import { ForkedProcess } from '../processes/forked-process';

/**
 * V8 in a reader: little young garbage and no optimising compiler, whose pages would be taken for the lane's
 * memory (5 MB, at some moment of a run); the work is done by the system's reads and copies anyway.
 */
const V8_FLAGS = '--expose-gc --max-semi-space-size=1 --no-opt';

/** One lane's reader in its own process; its memory is that lane's alone. */
export class ReaderProcess extends ForkedProcess {
  constructor(config: ReaderConfig, port: MessagePortMain) {
    const serviceName = `Bufferscope reader ${config.rules.method}`;
    super(readerPath, { serviceName, v8Flags: V8_FLAGS }, config, port);
  }
}
