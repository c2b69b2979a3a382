import { SLIPS } from '../../ipc/server-port';
import { say } from '../../words';
import { durationMs, oneOf, wholeNumber } from '../http/query';
import type { Response, PrepareHandler } from './response';
import { escapeHtml, PAGE_HEADERS, pageHead } from './page';
const ROWS = { least: 0, most: 1_000_000 };
const DELAY_MS = { least: 0, most: 30_000 };

/** Rows that are made and sent together. */
const PORTION_ROWS = 100;

/** `/table`: a long HTML table, made and sent in portions: head, rows, foot; never more than one is in memory. */
export function tableResponses(): PrepareHandler {
  const head = tableHead();
  const foot = Buffer.from('</table>\n');
  const kinds = ['even', 'odd'].map((key) => escapeHtml(say(`serve.table.${key}`)));
  return (query) => {
    const rows = wholeNumber(query, 'rows', ROWS, 10_000);
    const delayMs = durationMs(query, 'delay', DELAY_MS, 0);
    const whole = oneOf(query, 'slip', ['none', SLIPS['/table']]) !== 'none';
    return async (response) => {
      response.writeHead(200, PAGE_HEADERS);
      if (response.headOnly) return response.end();
      const parts: Buffer[] = [];
      // Built whole, nothing of it is sent before its last row is there.
      const give = async (bytes: Buffer): Promise<void> => {
        if (!whole) return portion(response, bytes);
        parts.push(bytes);
        response.allocate(bytes.byteLength);
      };
      await give(head);
      for (let from = 1; from <= rows; from += PORTION_ROWS) {
        await response.pause(delayMs);
        response.step = 'row';
        const to = Math.min(rows, from + PORTION_ROWS - 1);
        await give(Buffer.from(rowsText(from, to, kinds)));
      }
      await give(foot);
      if (whole) {
        response.step = 'send';
        await response.send(Buffer.concat(parts));
        response.allocate(-response.heldBytes);
      }
      response.end();
    };
  };
}

async function portion(response: Response, bytes: Buffer): Promise<void> {
  response.allocate(bytes.byteLength);
  try {
    await response.send(bytes);
  } finally {
    response.allocate(-bytes.byteLength);
  }
}

function tableHead(): Buffer {
  const columns = ['number', 'square', 'binary', 'kind'].map(
    (key) => `<th>${escapeHtml(say(`serve.table.${key}`))}`,
  );
  const title = escapeHtml(say('serve.table.title'));
  return Buffer.from(`${pageHead(title)}<h1>${title}</h1>\n<table>\n<tr>${columns.join('')}\n`);
}

function rowsText(from: number, to: number, kinds: readonly string[]): string {
  let text = '';
  for (let number = from; number <= to; number++) {
    const cells = [number, number * number, number.toString(2), kinds[number % 2]];
    text += `<tr><td>${cells.join('<td>')}\n`;
  }
  return text;
}
