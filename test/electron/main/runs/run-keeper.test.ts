import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RunKeeper } from '../../../../electron/main/runs/run-keeper';
import { RunLibrary } from '../../../../electron/runs/run-library';
import { linesOfRun } from '../../../../model/runs/run-lines';
import { madeLog, madeRun } from '../../../model/runs/made-runs';
import { freshFolder } from '../../runs/folder';

const [plan = '', ...lines] = linesOfRun(madeRun(madeLog())).split(/(?<=\n)/);

/** A keeper of a folder in which a run goes on. */
function keeping() {
  const library = new RunLibrary(freshFolder());
  const heard = { changed: 0, said: [] as string[] };
  const keeper = new RunKeeper({
    ...{ library, name: '', passing: null, capBytes: () => 1e9 },
    changed: () => (heard.changed += 1),
    say: (sentence) => heard.said.push(sentence),
  });
  expect(keeper.begin('run', plan)).toBe('run');
  keeper.append('run', lines.slice(0, 4).join(''));
  return { library, keeper, heard };
}

it('lists a run whose page has gone, although the list was looked at before', async () => {
  const { library, keeper, heard } = keeping();
  expect((await library.list()).runs).toEqual([]);
  await keeper.leave();
  const { runs, broken } = await library.list();
  expect(broken).toEqual([]);
  expect(runs).toMatchObject([{ brokenOff: true }]);
  expect(heard).toEqual({ changed: 1, said: [] });
  // A page that goes again has nothing that goes on.
  await keeper.leave();
  expect(heard.changed).toBe(1);
});

it('leaves a run for the next start when the app ends', async () => {
  const { library, keeper } = keeping();
  await keeper.close();
  expect(readdirSync(library.folder)).toEqual([expect.stringMatching(/\.going$/)]);
});
