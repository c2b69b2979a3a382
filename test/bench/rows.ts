import type { Row } from './row';
import { fullBuffer } from './rows/full-buffer';
import { link } from './rows/link';
import { memory } from './rows/memory';
import { throughput } from './rows/throughput';

/** Every row, in the order in which it is measured and shown. */
export const ROWS: readonly Row[] = [throughput, memory, fullBuffer, link];
