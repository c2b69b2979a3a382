import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Paper, PrintKind } from '../../../model/lesson/print';
import { messageOf } from '../../../model/message-of';
import { say } from '../../ui/words';
import { tell } from '../../window/said';
import { lessonOf, lessons, recordOf } from '../state/lessons-store';
import { newRecord } from '../../../model/lesson/record';
import { withForeseen } from './foreseen';

interface PrintState {
  /** The sheet on which a handout is chosen is open. */
  asking: boolean;
  /** The lesson that is printed, by its id; null for the first. */
  lesson: string | null;
  kind: PrintKind;
  paper: Paper;
  /** A PDF is being made. */
  busy: boolean;
  /** For it a run over HTTP is being made, from 1; null while none is. */
  making: { run: number; of: number } | null;
}

/** Letter is the paper where the system's region is one that has it. */
const usualPaper = (): Paper =>
  /-(?:US|CA|MX|CL|CO|CR|DO|GT|NI|PA|PH|PR|SV|VE)\b/.test(navigator.language) ? 'Letter' : 'A4';

export const printing = createStore<PrintState>()(() => ({
  ...{ asking: false, lesson: null, kind: 'blank', paper: usualPaper(), busy: false },
  making: null,
}));

/** A part of the state, for React. */
export const usePrinting = <T>(select: (state: PrintState) => T): T => useStore(printing, select);

/** Opens the sheet for a lesson, or for the one that was chosen last. */
export const askToPrint = (lesson: string | null): void =>
  printing.setState((now) => ({ asking: true, lesson: lesson ?? now.lesson }));

export const closePrint = (): void => printing.setState({ asking: false });

let stop = new AbortController();

/** Stops the PDF that is being made, and the run that is made for it. */
export function stopPrinting(): void {
  stop.abort();
  window.bufferscope.request('lessons:stop-printing').catch((error: unknown) => {
    tell(messageOf(error));
  });
}

/** Makes the PDF that was chosen of this lesson. */
export async function printChosen(id: string): Promise<void> {
  const { kind, paper } = printing.getState();
  const state = lessons.getState();
  const lesson = lessonOf(state, id);
  if (!lesson) return;
  stop = new AbortController();
  const { signal } = stop;
  const making = (at: PrintState['making']): void => printing.setState({ making: at });
  printing.setState({ busy: true });
  try {
    const own = recordOf(state, id) ?? newRecord(id, Date.now());
    const { record, foreseen } =
      kind === 'key'
        ? await withForeseen(lesson, own, { stop: signal, making })
        : { record: own, foreseen: false };
    making(null);
    const path = await window.bufferscope.request('lessons:print', {
      ...{ kind, paper, lesson, record, foreseen },
    });
    if (path === null) return;
    closePrint();
    tell(say('handout.saved', { path }));
  } catch (error) {
    if (!signal.aborted) tell(messageOf(error));
  } finally {
    printing.setState({ busy: false, making: null });
  }
}
