import { existsSync } from 'node:fs';
import { secondsFigure, sizeFigure, stallsFigure } from '../../../model/figures';
import { METHODS } from '../../../model/delivery/types';
import {
  chartPictureSchema,
  EXPORT_FORMATS,
  MAX_SIDE,
  MIN_SIDE,
  PICTURE_THEMES,
  RUN_CHARTS,
  USUAL_PICTURE,
  type ChartPicture,
  type ExportFormat,
} from '../../../model/runs/export-formats';
import type { KeptRun } from '../../../model/runs/kept-lines';
import { summaryOf, type RunSummary } from '../../../model/runs/summary';
import { BadArgument, choiceOf, textOf, valueOf, type FlagValues } from '../../flags/flag-value';
import { runTable } from '../../main/headless/table';
import { printable } from '../../printable';
import { exportedRun } from '../../runs/export-run';
import { readRunFile, RunFileError } from '../../runs/run-file';
import type { RunLibrary } from '../../runs/run-library';
import { textTable } from '../../text-table';
import { writeWhole } from '../../whole-file';
import { say } from '../../words';

/** The flags of the commands about kept runs. */
export const RUNS_FLAGS = {
  help: { type: 'boolean' },
  json: { type: 'boolean' },
  runs: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  force: { type: 'boolean' },
  chart: { type: 'string' },
  size: { type: 'string' },
  theme: { type: 'string' },
} as const;
export type RunsFlag = keyof typeof RUNS_FLAGS;

/** What a command about kept runs is given. */
export interface RunsRequest {
  library: RunLibrary;
  /** What stands behind the command's name. */
  words: readonly string[];
  values: FlagValues<RunsFlag>;
  json: boolean;
}

/** All kept runs, the newest first. */
export async function listRuns({ library, json }: RunsRequest): Promise<string> {
  const { runs, broken } = await library.list();
  const sorted = runs.toSorted((a, b) => (b.startedMs ?? 0) - (a.startedMs ?? 0));
  if (json) return JSON.stringify(sorted, null, 1);
  const said = broken.map(({ message }) => printable(message));
  if (sorted.length === 0)
    return [say('runsCli.none', { folder: library.folder }), ...said].join('\n');
  const head = ['id', 'began', 'name', 'media', 'link', ...METHODS];
  return [textTable([head, ...sorted.map(rowOf)]), ...said].join('\n');
}

function rowOf(run: RunSummary): string[] {
  const { id, startedMs, name, media, link, lanes, brokenOff, lengthMs } = run;
  const began = startedMs === null ? '' : new Date(startedMs).toISOString().slice(0, 16);
  const broke = brokenOff
    ? ` (${say('runs.brokenOff', { seconds: secondsFigure(lengthMs) })})`
    : '';
  const outcomes = METHODS.map((method) => {
    const lane = lanes.find((each) => each.method === method);
    if (!lane) return '';
    if (lane.error) return say('runs.stopped');
    const delay =
      lane.startupDelayMs === null ? say('runs.noStart') : secondsFigure(lane.startupDelayMs);
    return `${delay}, ${stallsFigure(lane.stallCount, lane.stallTotalMs)}`;
  });
  return [
    id,
    began,
    printable(name + broke),
    printable(media.name),
    printable(link.spec),
    ...outcomes,
  ];
}

/** One run: what it was, and every lane in a table. */
export async function showRun(request: RunsRequest): Promise<string> {
  const { run, id } = await foundRun(request, request.words[0] ?? '');
  const summary = summaryOf(run, { id: id ?? '', bytes: 0 });
  if (request.json) return JSON.stringify(summary, null, 1);
  const { media, link, lengthMs } = run.log;
  const facts = say('runsCli.facts', {
    name: printable(run.name || media.name),
    media: printable(media.name),
    size: sizeFigure(media.deliveredBytes),
    link: printable(link.spec),
    seed: link.seed,
    seconds: secondsFigure(lengthMs),
  });
  const broke = run.brokenOff ? [say('runs.brokenOff', { seconds: secondsFigure(lengthMs) })] : [];
  return [facts, ...broke, runTable(run.log)].join('\n');
}

/** Removes a run for good: nobody is there to want it back. */
export async function removeRun(request: RunsRequest): Promise<string> {
  const { library, words, json } = request;
  const id = await idOf(library, words[0] ?? '');
  await library.remove([id]);
  return json ? JSON.stringify({ removed: id }) : say('runsCli.removed', { id });
}

/** Keeps the run of a file. */
export async function importRun({ library, words, json }: RunsRequest): Promise<string> {
  const id = await library.add(await readRunFile(words[0] ?? ''));
  return json ? JSON.stringify({ id }) : say('runsCli.imported', { id, folder: library.folder });
}

/** Writes a run to a file, or as text to the output. */
export async function exportRun(request: RunsRequest): Promise<string> {
  const format = choiceOf(request.values, 'format', EXPORT_FORMATS, 'run');
  const out = textOf(request.values, 'out');
  const picture = pictureOf(request.values, format);
  if (BINARY.includes(format) && out === undefined) {
    throw new BadArgument(say('runsCli.needsOut', { format }));
  }
  const { run } = await foundRun(request, request.words[0] ?? '');
  const content = await exportedRun(run, format, picture);
  if (out === undefined) return content.toString();
  if (existsSync(out) && !request.values.force)
    throw new BadArgument(say('runsCli.exists', { path: out }));
  await writeWhole(out, content).catch((error: NodeJS.ErrnoException) => {
    throw new RunFileError(say('runsCli.cannotWrite', { path: out, code: error.code ?? '' }));
  });
  return request.json ? JSON.stringify({ wrote: out }) : say('cli.wrote', { files: out });
}

/** What no terminal shows. */
const BINARY: readonly ExportFormat[] = ['run', 'png'];

/** Which chart is to be drawn, and how; flags of a picture with what is none are refused. */
function pictureOf(values: FlagValues<RunsFlag>, format: ExportFormat): ChartPicture {
  const isPicture = format === 'png' || format === 'svg';
  const given = (['chart', 'size', 'theme'] as const).find((flag) => values[flag] !== undefined);
  if (!isPicture && given) throw new BadArgument(say('runsCli.noPicture', { flag: given, format }));
  const { chart, theme, width, height } = USUAL_PICTURE;
  return {
    ...valueOf(values, 'size', sizeOf, { width, height }),
    chart: choiceOf(values, 'chart', RUN_CHARTS, chart),
    theme: choiceOf(values, 'theme', PICTURE_THEMES, theme),
  };
}

/** "1280x720". */
function sizeOf(text: string): Pick<ChartPicture, 'width' | 'height'> {
  const [, width, height] = /^(\d{1,5})x(\d{1,5})$/i.exec(text) ?? [];
  const size = chartPictureSchema
    .pick({ width: true, height: true })
    .safeParse({ width: Number(width), height: Number(height) });
  if (!size.success)
    throw new Error(say('runsCli.badSize', { text, min: MIN_SIDE, max: MAX_SIDE }));
  return size.data;
}

/** The run that a word names: a kept one by its id or its name, or a file. */
export async function foundRun(
  { library }: Pick<RunsRequest, 'library'>,
  word: string,
): Promise<{ run: KeptRun; id: string | null }> {
  if (existsSync(word)) return { run: await readRunFile(word), id: null };
  const id = await idOf(library, word);
  return { run: await library.read(id), id };
}

async function idOf(library: RunLibrary, word: string): Promise<string> {
  const { runs } = await library.list();
  const byId = runs.find(({ id }) => id === word);
  if (byId) return byId.id;
  const named = runs.filter(({ name }) => name === word);
  const [first, second] = named;
  if (first && second) {
    const ids = named.map(({ id }) => id).join(', ');
    throw new RunFileError(say('runsCli.several', { name: word, count: named.length, ids }));
  }
  if (!first) throw new RunFileError(say('runs.refused.noRun', { name: word }));
  return first.id;
}
