import { app } from 'electron';
import { EXIT } from '../flags/flag-value';
import { startLanguage, takeLanguage } from '../flags/language-flag';
import { printable, printableLines } from '../printable';
import { userFolder } from '../user-folder';
import { say, speak } from '../words';
import { isScenarioFile } from '../../model/scenario/file-name';
import type { CurveOf } from '../../model/link/types';
import { parseCommandLine, type CommandLine } from './headless/command-line';
import type { ReadScenarioFile } from './headless/scenario-flag';
import { curvesFor } from './links/curves-for';
import { userArguments } from './headless/flags';
import { runApp } from './run-app';
import { openUserData } from './user-data';

// Whoever read our words may have gone (`| head`, a closed terminal): what was asked for is done all the same. Unheard,
// such an error would stop everything behind a dialog.
for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);

const told = takeLanguage(userArguments(process.argv, app.isPackaged));
const { args } = told;
speak(startLanguage(told, userFolder(), () => app.getPreferredSystemLanguages()));
const unkept = await openUserData();
const curveOf = await curvesFor(args);
const readScenario =
  curveOf && args.some((word) => word.startsWith('--scenario') || isScenarioFile(word))
    ? await scenarioReader(curveOf)
    : undefined;
const readProfile = args.some((word) => word.startsWith('--profile'))
  ? (await import('../profile/profile-file')).readProfileFile
  : undefined;
const command: CommandLine = told.problem
  ? { kind: 'bad', message: told.problem(), exitCode: EXIT.badArguments }
  : parseCommandLine(args, curveOf, readScenario, readProfile);
switch (command.kind) {
  case 'help':
    process.stdout.write(`${say('cli.help', { version: app.getVersion() })}\n`, () => app.exit());
    break;
  case 'bad':
    process.stderr.write(`${printableLines(command.message)}\n`, () => app.exit(command.exitCode));
    break;
  case 'window':
  case 'headless':
  case 'check':
    if (unkept !== null) process.stderr.write(`${printable(unkept)}\n`);
    runApp(command);
    break;
  case 'video':
    if (unkept !== null) process.stderr.write(`${printable(unkept)}\n`);
    (await import('./headless/run-video')).runVideo(command);
}

/** Reads the scenarios of command lines; YAML is loaded for them alone. */
async function scenarioReader(curves: CurveOf): Promise<ReadScenarioFile> {
  const { readScenarioFile } = await import('../scenarios/scenario-file');
  return (file) => readScenarioFile(file, curves);
}
