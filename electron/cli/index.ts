import { EXIT } from '../flags/flag-value';
import { startLanguage, takeLanguage, terminalLanguages } from '../flags/language-flag';
import { nameAppFolder } from '../media/app-folder';
import { printable } from '../printable';
import { userFolder } from '../user-folder';
import { say, speak } from '../words';
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
  const told = takeLanguage(args);
  speak(startLanguage(told, userFolder(), terminalLanguages));
  if (told.problem) return bad(told.problem());
  const [name, ...rest] = told.args;
  if (name === undefined || name === '--help' || name === 'help') {
    process.stdout.write(`${say('simulateCli.commands')}\n`);
    return name === undefined ? EXIT.badArguments : EXIT.done;
  }
  const load = ownValue(COMMANDS, name);
  if (load) return (await load())(rest);
  const commands = Object.keys(COMMANDS).join(', ');
  return bad(say('simulateCli.unknownCommand', { name, commands }));
}

function bad(sentence: string): number {
  process.stderr.write(`${printable(sentence)}\n`);
  return EXIT.badArguments;
}
