import { app } from 'electron';
import { EXIT } from '../flags/flag-value';
import { printable } from '../printable';
import { say } from '../words';
import { parseCommandLine } from './headless/command-line';
import { curvesFor } from './links/curves-for';
import { userArguments } from './headless/flags';
import { runApp } from './run-app';
import { openUserData } from './user-data';

// Whoever read our words may have gone (`| head`, a closed terminal): what was asked for is done all the same. Unheard,
// such an error would stop everything behind a dialog.
for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);

const unkept = await openUserData();
const args = userArguments(process.argv, app.isPackaged);
const command = parseCommandLine(args, await curvesFor(args));
switch (command.kind) {
  case 'help':
    process.stdout.write(`${say('cli.help', { version: app.getVersion() })}\n`, () => app.exit());
    break;
  case 'bad':
    process.stderr.write(`${printable(command.message)}\n`, () => app.exit(EXIT.badArguments));
    break;
  case 'window':
  case 'headless':
    if (unkept !== null) process.stderr.write(`${printable(unkept)}\n`);
    runApp(command);
}
