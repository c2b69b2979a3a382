import { app } from 'electron';
import { headlessArguments, wantsNoWindow } from '../../scripts/headless-defaults.mjs';
import { EXIT } from '../flags/flag-value';
import { startLanguage, takeLanguage } from '../flags/language-flag';
import { appFolder } from '../media/app-folder';
import { printable, printableLines } from '../printable';
import { userFolder } from '../user-folder';
import { say, speak } from '../words';
import { isScenarioFile } from '../../model/scenario/file-name';
import type { CurveOf } from '../../model/link/types';
import { openDiagnostics } from './diagnostics/open-diagnostics';
import { parseCommandLine, type CommandLine } from './headless/command-line';
import type { ReadScenarioFile } from './headless/scenario-flag';
import { curvesFor } from './links/curves-for';
import { userArguments } from './headless/flags';
import { keepAllIn, portableFolder, showsNothing, startedWithoutDisplay } from './packed-start';
import { runApp } from './run-app';
import { openUserData } from './user-data';

// Whoever read our words may have gone (`| head`, a closed terminal): what was asked for is done all the same. Unheard,
// such an error would stop everything behind a dialog.
for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);

if (app.isPackaged) {
  const portable = portableFolder(process.execPath);
  if (portable !== null) keepAllIn(portable);
}
const given = userArguments(process.argv, app.isPackaged);
if (app.isPackaged && showsNothing(process.argv, given)) {
  app.exit(await startedWithoutDisplay(withoutWindow(given)));
} else if (given[0] === 'cli') {
  // Ready only after this module: what waits for that must not be waited for here.
  void app.whenReady().then(() => runCommand(given.slice(1)));
} else {
  await begin(given);
}

/** Carries out what the words ask for, in a window or without one. */
async function begin(words: readonly string[]): Promise<void> {
  const told = takeLanguage(words);
  const { args } = told;
  speak(startLanguage(told, userFolder(), () => app.getPreferredSystemLanguages()));
  const notes = [await openUserData(), unsafeNote()].filter((note) => note !== null);
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
  const tell = (): void => notes.forEach((note) => process.stderr.write(`${printable(note)}\n`));
  switch (command.kind) {
    case 'help':
      process.stdout.write(`${say('cli.help', { version: app.getVersion() })}\n`, () => app.exit());
      break;
    case 'bad':
      process.stderr.write(`${printableLines(command.message)}\n`, () =>
        app.exit(command.exitCode),
      );
      break;
    case 'window':
    case 'headless':
    case 'check':
      tell();
      openDiagnostics({ attended: command.kind === 'window' });
      runApp(command, notes);
      break;
    case 'video':
      tell();
      openDiagnostics({ attended: false });
      (await import('./headless/run-video')).runVideo(command);
  }
}

/** Runs a command of the command line: `bufferscope cli COMMAND …`. */
async function runCommand(words: readonly string[]): Promise<void> {
  app.dock?.hide();
  const [{ main }, { startInspectorsBy }, { utilityInspector }] = await Promise.all([
    import('../cli/index'),
    import('../cli/inspector'),
    import('./media/inspector-process'),
  ]);
  startInspectorsBy(utilityInspector);
  const code = await main(words, appFolder());
  process.stdout.write('', () => app.exit(code));
}

/** Where there is no display a start without a word of how compares without a window, as `npm start` does. */
function withoutWindow(words: readonly string[]): string[] {
  const behind = ['--', ...words];
  if (words[0] === 'cli' || wantsNoWindow(words)) return [...chromiumSwitches(), ...behind];
  const { args } = takeLanguage(words);
  const named = words.filter((word) => !args.includes(word));
  return [...chromiumSwitches(), '--', ...headlessArguments(args), ...named];
}

/** The arguments that are Chromium's own. */
function chromiumSwitches(): string[] {
  const own = new Set(given);
  return process.argv.slice(1).filter((word) => word !== '--' && !own.has(word));
}

/** A start without the sandbox is never silent; from a checkout `npm start` says why there is none. */
function unsafeNote(): string | null {
  if (!app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) return null;
  return say(process.getuid?.() === 0 ? 'check.lines.sandbox.root' : 'check.lines.sandbox.off');
}

/** Reads the scenarios of command lines; YAML is loaded for them alone. */
async function scenarioReader(curves: CurveOf): Promise<ReadScenarioFile> {
  const { readScenarioFile } = await import('../scenarios/scenario-file');
  return (file) => readScenarioFile(file, curves);
}
