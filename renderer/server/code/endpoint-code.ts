import bufferNode from '../../../assets/endpoint-code/buffer.js?raw';
import bufferPython from '../../../assets/endpoint-code/buffer.py?raw';
import feedNode from '../../../assets/endpoint-code/feed.js?raw';
import feedPython from '../../../assets/endpoint-code/feed.py?raw';
import streamNode from '../../../assets/endpoint-code/stream.js?raw';
import streamPython from '../../../assets/endpoint-code/stream.py?raw';
import tableNode from '../../../assets/endpoint-code/table.js?raw';
import tablePython from '../../../assets/endpoint-code/table.py?raw';
import bufferSlipNode from '../../../assets/endpoint-code/buffer-slip.js?raw';
import bufferSlipPython from '../../../assets/endpoint-code/buffer-slip.py?raw';
import feedSlipNode from '../../../assets/endpoint-code/feed-slip.js?raw';
import feedSlipPython from '../../../assets/endpoint-code/feed-slip.py?raw';
import streamSlipNode from '../../../assets/endpoint-code/stream-slip.js?raw';
import streamSlipPython from '../../../assets/endpoint-code/stream-slip.py?raw';
import tableSlipNode from '../../../assets/endpoint-code/table-slip.js?raw';
import tableSlipPython from '../../../assets/endpoint-code/table-slip.py?raw';
import type { ShownEndpoint } from '../../services/endpoint-glyph';
import { STEPS, type Step } from '../../../electron/ipc/server-port';

export const LANGUAGES = ['python', 'node'] as const;
export type Language = (typeof LANGUAGES)[number];

/** "# step: send drain" or "// step: read", at the end of its line or alone on the one before it. */
const MARK = /\s*(?:#|\/\/) step: ([a-z ]+)$/;

/** "# if: header" at the end of a line that is there only then. */
const CONDITION = /\s*(?:#|\/\/) if: (header|held)$/;

/** One line of code, with the steps during which it runs. */
export interface MarkedLine {
  text: string;
  steps: readonly Step[];
  /** It is there only while clients ask with the header, or while backpressure is on; null for always. */
  only: 'header' | 'held' | null;
}

/** The lines of a source whose comments say which step runs where; those comments are taken out. */
export function markedCode(source: string): MarkedLine[] {
  const lines: MarkedLine[] = [];
  let ahead: Step[] = [];
  for (const line of source.trimEnd().split('\n')) {
    const condition = CONDITION.exec(line);
    const said = condition ? line.slice(0, condition.index) : line;
    const mark = MARK.exec(said);
    const steps = [...ahead, ...(mark ? stepsIn(mark[1] ?? '') : [])];
    const text = mark ? said.slice(0, mark.index) : said;
    const alone = mark !== null && text.trim() === '';
    ahead = alone ? steps : [];
    const only = condition?.[1] === 'header' || condition?.[1] === 'held' ? condition[1] : null;
    if (!alone) lines.push({ text, steps, only });
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

/** Each endpoint in short, in two languages, with the lines that its steps run. */
export const ENDPOINT_CODE: Readonly<
  Record<ShownEndpoint, Readonly<Record<Language, readonly MarkedLine[]>>>
> = {
  '/buffer': { python: markedCode(bufferPython), node: markedCode(bufferNode) },
  '/stream': { python: markedCode(streamPython), node: markedCode(streamNode) },
  '/table': { python: markedCode(tablePython), node: markedCode(tableNode) },
  '/feed': { python: markedCode(feedPython), node: markedCode(feedNode) },
};

/** The same with the slip that each can be asked to make. */
export const SLIP_CODE: typeof ENDPOINT_CODE = {
  '/buffer': { python: markedCode(bufferSlipPython), node: markedCode(bufferSlipNode) },
  '/stream': { python: markedCode(streamSlipPython), node: markedCode(streamSlipNode) },
  '/table': { python: markedCode(tableSlipPython), node: markedCode(tableSlipNode) },
  '/feed': { python: markedCode(feedSlipPython), node: markedCode(feedSlipNode) },
};
