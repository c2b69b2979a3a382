import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { WantedDiagnostics } from '../../electron/ipc/diagnostics-requests';
import { messageOf } from '../../model/message-of';
import { check, checkComputer } from '../computer-check/computer-check';
import { say } from '../ui/words';

interface Diagnostics {
  /** The whole text; null until it is there. */
  text: string | null;
  /** Names of files are in it. */
  names: boolean;
  /** Crashes that have left a dump, and the bytes of all dumps. */
  dumps: number;
  dumpBytes: number;
  /** The dumps are to go with the text. */
  withDumps: boolean;
  /** What is said of the last button; null for nothing. */
  said: string | null;
}

const diagnostics = createStore<Diagnostics>()(() => ({
  text: null,
  names: false,
  dumps: 0,
  dumpBytes: 0,
  withDumps: false,
  said: null,
}));

/** A part of the diagnostics, for React. */
export function useDiagnostics<T>(select: (state: Diagnostics) => T): T {
  return useStore(diagnostics, select);
}

const wanted = (): WantedDiagnostics => ({
  lines: [...check.getState().lines],
  names: diagnostics.getState().names,
});

/** Makes the text anew, without names and dumps; what has not been checked in this session is checked first. */
export async function beginDiagnostics(): Promise<void> {
  diagnostics.setState({ text: null, names: false, withDumps: false, said: null });
  if (check.getState().lines.length === 0) await checkComputer();
  await makeText();
}

/** Has names of files in the text, or not. */
export async function setNames(names: boolean): Promise<void> {
  diagnostics.setState({ names, said: null });
  await makeText();
}

/** Has the dumps go with the text, or not. */
export const setWithDumps = (withDumps: boolean): void =>
  diagnostics.setState({ withDumps, said: null });

/** Puts the text that is shown on the clipboard, or saves it with the dumps; says what came of it. */
export function handOn(): Promise<void> {
  if (diagnostics.getState().text === null) return Promise.resolve();
  return telling(async () => {
    if (!diagnostics.getState().withDumps) {
      diagnostics.setState({
        text: await window.bufferscope.request('diagnostics:copy', wanted()),
      });
      return say('diagnostics.copied');
    }
    const folder = await window.bufferscope.request('diagnostics:save', wanted());
    return folder === null ? null : say('diagnostics.saved', { folder });
  });
}

/** Shows the log file in its folder. */
export const showLog = (): Promise<void> =>
  telling(async () => {
    await window.bufferscope.request('diagnostics:show-log');
    return null;
  });

function makeText(): Promise<void> {
  return telling(async () => {
    diagnostics.setState(await window.bufferscope.request('diagnostics:text', wanted()));
    return null;
  });
}

/** Says what an act has come to, or why it failed. */
async function telling(act: () => Promise<string | null>): Promise<void> {
  const said = await act().catch(messageOf);
  diagnostics.setState({ said });
}
