import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resultText } from '../../../model/lesson/result/write';
import { resultWith } from '../../model/lesson/result/made-result';
import type { Row } from '../row';
import { median } from '../statistics';
import { inReadyWindow } from '../window';

const RESULTS = 30;
const OPENINGS = 5;

/** How long 30 results of a class take from the moment they are dropped until every line is drawn. */
export const classView: Row = {
  name: 'class-view',
  async measure(machine) {
    const folder = machine.fresh('results');
    const paths = Array.from({ length: RESULTS }, (_, i) => {
      const path = join(folder, `result-${String(i)}.bufferresult`);
      writeFileSync(path, resultText(resultWith(i * 3e5, { startedMs: 1000 + i })));
      return path;
    });
    const times = await inReadyWindow(machine, async ({ page }) => {
      const cdp = await page.context().newCDPSession(page);
      const data = { items: [], files: paths, dragOperationsMask: 1 };
      const drag = (type: 'dragEnter' | 'dragOver' | 'drop'): Promise<unknown> =>
        cdp.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
      const took: number[] = [];
      await page.keyboard.press('Control+4');
      await page.getByRole('heading', { name: 'Lessons', level: 1 }).waitFor();
      for (let i = 0; i < OPENINGS; i += 1) {
        await drag('dragEnter');
        await drag('dragOver');
        const drawn = page.evaluate(untilDrawn, RESULTS);
        await drag('drop');
        took.push(await drawn);
        await page.getByRole('button', { name: 'Put away' }).click();
        await page.getByText('No results are here yet.').waitFor();
      }
      return took;
    });
    machine.say(`drawn in ${times.map((ms) => ms.toFixed()).join(', ')} ms`);
    const began = performance.now();
    for (const path of paths) JSON.parse(readFileSync(path, 'utf8'));
    const bareMs = performance.now() - began;
    const ours = median(times);
    return [
      {
        what: `${String(RESULTS)} results of a class, from the drop until they are drawn`,
        unit: 'ms',
        ours,
        baseline: { what: 'reading and JSON.parse', value: bareMs },
        judged: { value: ours, unit: 'ms' },
        target: { atMost: 1000 },
        detail: { times },
      },
    ];
  },
};

/** Carried out in the page: how long it is from the drop until so many lines are drawn, ms. */
async function untilDrawn(lines: number): Promise<number> {
  const dropped = new Promise<number>((resolve) => {
    window.addEventListener('drop', () => resolve(performance.now()), {
      capture: true,
      once: true,
    });
  });
  const began = await dropped;
  while (document.querySelectorAll('.class-line path').length < lines) {
    await new Promise(requestAnimationFrame);
  }
  document.body.getBoundingClientRect();
  return performance.now() - began;
}
