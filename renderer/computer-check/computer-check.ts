import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import {
  CHECK_LINES,
  finding,
  LOOK_MS,
  MAIN_LINES,
  type CheckedLine,
  type CheckLine,
  type Finding,
  type MainLine,
} from '../../model/check/check';
import { messageOf } from '../../model/message-of';
import { say } from '../ui/words';
import { PAGE_LOOKS } from './looks';

interface Check {
  /** What has been found so far, in the order of the lines. */
  lines: readonly CheckedLine[];
  /** What is being looked at; null while nothing is. */
  looking: CheckLine | null;
  /** What is said of the last button; null for nothing. */
  said: string | null;
}

/** The check of this computer, as far as it is. */
export const check = createStore<Check>()(() => ({ lines: [], looking: null, said: null }));

/** A part of the check, for React. */
export function useCheck<T>(select: (state: Check) => T): T {
  return useStore(check, select);
}

/** Looks at everything, one after the other, so that no look disturbs another; gives all lines. */
export async function checkComputer(): Promise<readonly CheckedLine[]> {
  const { looking, lines: before } = check.getState();
  if (looking !== null) return before;
  check.setState({ lines: [], said: null });
  for (const line of CHECK_LINES) {
    check.setState({ looking: line });
    const began = performance.now();
    const found = await look(line);
    const tookMs = performance.now() - began;
    check.setState(({ lines }) => ({ lines: [...lines, { line, tookMs, ...found }] }));
  }
  check.setState({ looking: null });
  return check.getState().lines;
}

/** Puts the lines on the clipboard as text, and says so. */
export async function copyCheck(): Promise<void> {
  const { lines } = check.getState();
  try {
    await window.bufferscope.request('check:copy', [...lines]);
    check.setState({ said: say('check.copied', { count: lines.length }) });
  } catch (error) {
    check.setState({ said: messageOf(error) });
  }
}

/** One look; one that takes too long or fails has found that. */
async function look(line: CheckLine): Promise<Finding> {
  const failed = (reason: string): Finding => finding('broken', 'failed', { reason });
  const late = new Promise<Finding>((resolve) =>
    setTimeout(() => resolve(failed(say('check.late', { seconds: LOOK_MS / 1000 }))), LOOK_MS),
  );
  const found = isOfMain(line)
    ? window.bufferscope.request('check:look', { line })
    : PAGE_LOOKS[line]();
  return Promise.race([found.catch((error: unknown) => failed(messageOf(error))), late]);
}

const isOfMain = (line: CheckLine): line is MainLine =>
  (MAIN_LINES as readonly CheckLine[]).includes(line);
