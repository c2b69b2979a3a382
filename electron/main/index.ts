import { app } from 'electron';
import { EXIT } from '../flags/exit';
import { say } from '../words';
import { parseCommandLine } from './headless/command-line';
import { userArguments } from './headless/flags';
import { runApp } from './run-app';

const command = parseCommandLine(userArguments(process.argv, app.isPackaged));
switch (command.kind) {
  case 'help':
    process.stdout.write(`${say('cli.help', { version: app.getVersion() })}\n`, () => app.exit());
    break;
  case 'bad':
    process.stderr.write(`${command.message}\n`, () => app.exit(EXIT.badArguments));
    break;
  case 'window':
  case 'headless':
    runApp(command);
}
