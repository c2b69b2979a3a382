import { STEPS, type Step } from '../../../electron/ipc/server-port';

/** One line of code, with the steps during which it runs. */
export interface MarkedLine {
  text: string;
  steps: readonly Step[];
}

/** "# step: send drain" or "// step: read", at the end of its line or alone on the one before it. */
const MARK = /\s*(?:#|\/\/) step: ([a-z ]+)$/;

/** The lines of a source whose comments say which step runs where; those comments are taken out. */
export function markedCode(source: string): MarkedLine[] {
  const lines: MarkedLine[] = [];
  let ahead: Step[] = [];
  for (const line of source.trimEnd().split('\n')) {
    const mark = MARK.exec(line);
    const steps = [...ahead, ...(mark ? stepsIn(mark[1] ?? '') : [])];
    const text = mark ? line.slice(0, mark.index) : line;
    const alone = mark !== null && text.trim() === '';
    ahead = alone ? steps : [];
    if (!alone) lines.push({ text, steps });
  }
  return lines;
}

function stepsIn(words: string): Step[] {
  return words.split(' ').map((word) => {
    const step = STEPS.find((known) => known === word);
    if (!step) throw new Error(`"${word}" is no step of the server.`);
    return step;
  });
}
