import { EXIT } from '../flags/flag-value';
import { nameAppFolder } from '../media/app-folder';
import { printable } from '../printable';
import { say } from '../words';
import { ownValue } from '../../model/own-value';

/** A command: takes the arguments behind its name and settles with the exit code. */
type Command = (args: readonly string[]) => Promise<number>;

/** The commands by name, each loaded only when it is called. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  simulate: async () => (await import('./simulate')).simulateCommand,
  serve: async () => (await import('./serve')).serve,
  runs: async () => (await import('./runs')).runsCommand,
  scenario: async () => (await import('./scenario')).scenarioCommand,
  'media-report': async () => (await import('./media-report')).mediaReport,
};

/**
 * `npm run cli -- COMMAND …`: runs one command in plain Node and settles with its exit code. `checkout` is the folder
 * of the app, which this build need not lie in.
 */
export async function main(args: readonly string[], checkout: string): Promise<number> {
  nameAppFolder(checkout);
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === 'help') {
    process.stdout.write(`${say('simulateCli.commands')}\n`);
    return name === undefined ? EXIT.badArguments : EXIT.done;
  }
  const load = ownValue(COMMANDS, name);
  if (load) return (await load())(rest);
  const commands = Object.keys(COMMANDS).join(', ');
  process.stderr.write(`${printable(say('simulateCli.unknownCommand', { name, commands }))}\n`);
  return EXIT.badArguments;
}
