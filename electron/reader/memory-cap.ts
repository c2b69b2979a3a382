import { freemem } from 'node:os';
import type { ReadsOn } from '../../model/delivery/types';
import { residentBytes } from '../process-memory';
import { SourceFailure } from './source-failure';

/** What the process is measured by, bytes. */
interface Measures {
  /** Its memory now. */
  residentBytes: () => number;
  /** What the computer has free. */
  freeBytes: () => number;
}

/**
 * The memory that a reader whose backpressure is off may take: what was asked for, but never more than half of what
 * is free as it begins.
 */
export class MemoryCap {
  /** Bytes of the whole process. */
  readonly bytes: number;

  constructor(
    { capBytes }: Pick<ReadsOn, 'capBytes'>,
    private readonly measures: Measures = { residentBytes, freeBytes: freemem },
  ) {
    this.bytes = Math.min(capBytes, Math.floor(measures.freeBytes() / 2));
  }

  /** Throws SourceFailure when so many bytes more would take the process, which holds heldBytes, over the cap. */
  check(bytes: number, heldBytes: number): void {
    const resident = this.measures.residentBytes();
    if (resident + bytes <= this.bytes) return;
    const detail = `${resident} of ${this.bytes}`;
    throw new SourceFailure('memory-cap', detail, { heldBytes, capBytes: this.bytes });
  }
}
