import { compareTwo, type TwoRuns } from '../../../model/runs/two/compare-two';
import { FIGURES } from '../../../model/runs/two/lane-figures';
import { twoRunsJson, type NamedRun } from '../../../model/runs/two/two-json';
import {
  figureWord,
  lessWord,
  settingWord,
  sideWord,
  verdictWords,
  type Words,
} from '../../../model/runs/two/two-words';
import { printable } from '../../printable';
import { textTable } from '../../text-table';
import { say, sayList } from '../../words';
import { foundRun, type RunsRequest } from './commands';

const WORDS: Words = { say, list: sayList };

/** Two runs beside each other: a sentence, their figures and the settings that differ. */
export async function compareRuns(request: RunsRequest): Promise<string> {
  const { words, json } = request;
  const [a, b] = [await foundRun(request, words[0] ?? ''), await foundRun(request, words[1] ?? '')];
  const two = compareTwo(a.run.log, b.run.log);
  if (json) {
    const named = ({ run: { name, startedMs, brokenOff }, id }: typeof a): NamedRun => ({
      ...{ name, startedMs, brokenOff, id },
    });
    return twoRunsJson(two, [named(a), named(b)], WORDS);
  }
  const { lead, rest } = verdictWords(two, WORDS);
  const sentence = printable([lead, ...rest].join(' '));
  return [sentence, figuresTable(two), settingsTable(two)].filter(Boolean).join('\n\n');
}

/** A row for each figure of each method that both have. */
function figuresTable({ lanes }: TwoRuns): string {
  const head = [say('runsCli.compared.figure'), ...heads(), say('twoRuns.less')];
  const rows = lanes.flatMap((lane) =>
    FIGURES.map((figure) => [
      `${lane.method}: ${say(`twoRuns.figures.${figure}`)}`,
      figureWord(lane.a, figure),
      figureWord(lane.b, figure),
      lessWord(lane, figure, WORDS),
    ]).filter(([, a, b]) => a !== '' || b !== ''),
  );
  return rows.length === 0 ? '' : textTable([head, ...rows]);
}

function settingsTable({ settings }: TwoRuns): string {
  const rows = settings
    .filter(({ differs }) => differs)
    .map(({ setting, a, b }) => [
      say(`twoRuns.settings.${setting}`),
      ...[a, b].map((value) => printable(settingWord(setting, value, WORDS))),
    ]);
  if (rows.length === 0) return say('runsCli.compared.sameSettings');
  return textTable([[say('runsCli.compared.setting'), ...heads()], ...rows]);
}

const heads = (): string[] => [sideWord('a', WORDS), sideWord('b', WORDS)];
