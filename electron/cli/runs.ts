import { BadArgument, EXIT, readFlags, textOf } from '../flags/flag-value';
import { printable } from '../printable';
import { RunFileError } from '../runs/run-file';
import { RunLibrary } from '../runs/run-library';
import { userFolder } from '../user-folder';
import { say } from '../words';
import { join } from 'node:path';
import { ownValue } from '../../model/own-value';
import { messageOf } from '../../model/message-of';
import { compareRuns } from './runs/compare';
import {
  exportRun,
  importRun,
  listRuns,
  removeRun,
  RUNS_FLAGS,
  showRun,
  type RunsFlag,
  type RunsRequest,
} from './runs/commands';

/** Settles with what is to be printed. */
type RunsCommand = (request: RunsRequest) => Promise<string>;

/** What only an export takes. */
const EXPORT_FLAGS = ['format', 'out', 'force', 'chart', 'size', 'theme'] as const;

const COMMANDS: Readonly<Record<string, { run: RunsCommand; words: number; flags: RunsFlag[] }>> = {
  list: { run: listRuns, words: 0, flags: [] },
  show: { run: showRun, words: 1, flags: [] },
  compare: { run: compareRuns, words: 2, flags: [] },
  delete: { run: removeRun, words: 1, flags: [] },
  import: { run: importRun, words: 1, flags: [] },
  export: { run: exportRun, words: 1, flags: [...EXPORT_FLAGS] },
};

/** `runs list|show|compare|delete|import|export`: kept runs in plain Node; settles with the exit code. */
export async function runsCommand(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = readFlags(args, RUNS_FLAGS);
    const [name, ...words] = positionals;
    if (values.help || name === undefined) {
      process.stdout.write(`${say('runsCli.help')}\n`);
      return values.help ? EXIT.done : EXIT.badArguments;
    }
    const command = ownValue(COMMANDS, name);
    if (!command) throw new BadArgument(say('runsCli.unknown', { name }));
    if (words.length !== command.words) throw new BadArgument(say(`runsCli.needs.${name}`));
    for (const flag of EXPORT_FLAGS) {
      if (values[flag] !== undefined && !command.flags.includes(flag)) {
        throw new BadArgument(say('runsCli.noFlag', { name, flag }));
      }
    }
    const library = new RunLibrary(textOf(values, 'runs') ?? join(userFolder(), 'runs'));
    const told = await command.run({ library, words, values, json: values.json === true });
    process.stdout.write(told === '' || told.endsWith('\n') ? told : `${told}\n`);
    return EXIT.done;
  } catch (error) {
    process.stderr.write(`${printable(messageOf(error))}\n`);
    if (error instanceof BadArgument) return EXIT.badArguments;
    return error instanceof RunFileError ? EXIT.noMedia : EXIT.laneFailed;
  }
}
