import type { MessagePortMain } from 'electron';
import type { Method } from '../../../model/delivery/types';
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
  constructor(method: Method) {
    super(readerPath, { serviceName: `Bufferscope reader ${method}`, v8Flags: V8_FLAGS });
  }

  override begin(config: ReaderConfig, port: MessagePortMain): this {
    return super.begin(config, port);
  }
}
