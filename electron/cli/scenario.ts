import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { ownValue } from '../../model/own-value';
import { messageOf } from '../../model/message-of';
import type { RunLog } from '../../model/run/schema';
import type { KeptRun } from '../../model/runs/kept-lines';
import { scenarioOfRun } from '../../model/scenario/from-run';
import { BadArgument, EXIT, readFlags, textOf, type FlagValues } from '../flags/flag-value';
import { LinkCache } from '../main/links/link-cache';
import { UserProfiles } from '../main/links/user-profiles';
import { printable, printableLines } from '../printable';
import { RunFileError } from '../runs/run-file';
import { RunLibrary } from '../runs/run-library';
import { readScenarioFile } from '../scenarios/scenario-file';
import { cacheFolder, userFolder } from '../user-folder';
import { say } from '../words';
import { foundRun } from './runs/commands';

const FLAGS = {
  help: { type: 'boolean' },
  out: { type: 'string' },
  runs: { type: 'string' },
} as const;
type Flag = keyof typeof FLAGS;

/** Settles with the exit code. */
type ScenarioCommand = (word: string, values: FlagValues<Flag>) => Promise<number>;

const COMMANDS: Readonly<Record<string, ScenarioCommand>> = { check, 'from-run': fromRun };

/** `scenario check FILE`, `scenario from-run RUN`: scenarios in plain Node; settles with the exit code. */
export async function scenarioCommand(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = readFlags(args, FLAGS);
    const [name, word, more] = positionals;
    if (values.help || name === undefined) {
      process.stdout.write(`${say('scenarioCli.help')}\n`);
      return values.help ? EXIT.done : EXIT.badArguments;
    }
    const command = ownValue(COMMANDS, name);
    if (!command) throw new BadArgument(say('scenarioCli.unknown', { name }));
    if (word === undefined || more !== undefined) {
      throw new BadArgument(say(`scenarioCli.needs.${name}`));
    }
    return await command(word, values);
  } catch (error) {
    process.stderr.write(`${printable(messageOf(error))}\n`);
    if (error instanceof BadArgument) return EXIT.badArguments;
    return error instanceof RunFileError ? EXIT.noMedia : EXIT.laneFailed;
  }
}

function check(file: string): Promise<number> {
  // Nothing is removed here, so nothing can go to the trash.
  const own = new UserProfiles(join(userFolder(), 'links'), () => Promise.resolve());
  const result = readScenarioFile(file, new LinkCache(own).curveOf);
  if (!result.ok) {
    process.stderr.write(`${printableLines(result.lines.join('\n'))}\n`);
    return Promise.resolve(result.problems.length > 0 ? EXIT.badArguments : EXIT.noMedia);
  }
  const { title, steps } = result.scenario;
  const gaps = { file, title: Object.values(title)[0] ?? '', count: steps.length };
  process.stdout.write(`${printable(say('scenarioCli.right', gaps))}\n`);
  return Promise.resolve(EXIT.done);
}

async function fromRun(word: string, values: FlagValues<Flag>): Promise<number> {
  const library = new RunLibrary(textOf(values, 'runs') ?? join(userFolder(), 'runs'));
  const { run } = await foundRun({ library }, word);
  const out = textOf(values, 'out');
  const text = scenarioOfRun(run.log, {
    title: run.name || run.log.media.name,
    head: say('scenarioCli.head', { name: word }),
    media: mediaOf(run),
  });
  if (out === undefined) {
    process.stdout.write(text);
    return EXIT.done;
  }
  if (existsSync(out)) throw new BadArgument(say('scenarioCli.exists', { path: out }));
  await writeFile(out, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw new RunFileError(say('runsCli.cannotWrite', { path: out, code: error.code ?? '' }));
  });
  process.stdout.write(`${printable(say('cli.wrote', { files: out }))}\n`);
  return EXIT.done;
}

/** What a run delivered, as a scenario names it. A file that the app made itself is the sample, or lost with its cache. */
function mediaOf({ log: { media } }: KeptRun): string {
  if (media.camera) {
    return media.camera.kind === 'test' ? 'camera:test' : `camera:${media.camera.name}`;
  }
  const path = media.file?.path;
  if (path === undefined || isSample(media)) {
    return Math.round(media.durationS) === 10 ? 'sample:10' : 'sample';
  }
  return path;
}

function isSample({ name, file }: RunLog['media']): boolean {
  const within = relative(cacheFolder(), resolve(file?.path ?? ''));
  return (
    name === 'ocean.mp4' &&
    (!within.startsWith('..') || file?.path.includes(`${sep}cache${sep}`) === true)
  );
}
