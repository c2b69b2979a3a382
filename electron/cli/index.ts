import { EXIT } from '../flags/flag-value';
import { printable } from '../printable';
import { say } from '../words';
import { ownValue } from '../../model/own-value';

/** A command: takes the arguments behind its name and settles with the exit code. */
type Command = (args: readonly string[]) => Promise<number>;

/** The commands by name, each loaded only when it is called. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  simulate: async () => (await import('./simulate')).simulateCommand,
  serve: async () => (await import('./serve')).serve,
  'media-report': async () => (await import('./media-report')).mediaReport,
};

/** `npm run cli -- COMMAND …`: runs one command in plain Node and settles with its exit code. */
export async function main(args: readonly string[]): Promise<number> {
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
