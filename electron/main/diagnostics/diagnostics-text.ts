import type { CheckedLine } from '../../../model/check/check';
import type { LogLine } from '../../../model/diagnostics/log-line';
import { largeSize, sizeFigure } from '../../../model/figures';
import { checkRows, type CheckFacts } from '../../check-words';
import type { AboutFacts } from '../../ipc/about-requests';
import type { Preferences } from '../../ipc/contract';
import { say } from '../../words';
import type { CrashDump } from './crash-dumps';

/** What the diagnostics are made of. */
export interface DiagnosticsFacts {
  app: CheckFacts & Pick<AboutFacts, 'chrome' | 'node' | 'build' | 'releaseElectron'>;
  computer: { system: string; cores: number; memoryBytes: number };
  preferences: Preferences;
  lines: readonly CheckedLine[];
  /** What the log holds, the oldest first. */
  log: readonly LogLine[];
  dumps: readonly CrashDump[];
  nowMs: number;
}

/** Errors and warnings count for so long, and so many of them are told. */
const LOOKED_BACK_MS = 7 * 24 * 3600 * 1000;
const MAX_TOLD = 20;

/**
 * The diagnostics as one text. Without `names` it holds no word that another program, the system or a person has
 * chosen: no name of a file or folder, and of an error only what our own code says of it.
 */
export function diagnosticsText(facts: DiagnosticsFacts, names: boolean): string {
  const parts = [
    versions(facts),
    checkRows(names ? facts.lines : facts.lines.map(withoutNames)).join('\n'),
    settings(facts.preferences, names),
    errors(facts, names),
    dumps(facts.dumps),
  ];
  return `${parts.join('\n\n')}\n`;
}

function versions({ app, computer }: DiagnosticsFacts): string {
  const memory = largeSize(computer.memoryBytes);
  const { version, electron, chrome, node, build, releaseElectron } = app;
  const development = electron !== releaseElectron;
  return [
    say('diagnostics.text.app', { version, electron, chrome, node }),
    build ? say('diagnostics.text.build', build) : say('diagnostics.text.checkout'),
    say(`diagnostics.text.${development ? 'development' : 'release'}`, { releaseElectron }),
    say('diagnostics.text.computer', { ...computer, memory }),
  ].join('\n');
}

/** A line of the check whose values name no place; who found ffmpeg is no name. */
function withoutNames(line: CheckedLine): CheckedLine {
  const values = Object.entries(line.values).map(([key, value]) => [
    key,
    key === 'source' ? value : unnamed(value),
  ]);
  return { ...line, values: Object.fromEntries(values) as CheckedLine['values'] };
}

/** A value that may be the name of a place, left out if it is. */
const unnamed = <T>(value: T): T | string =>
  typeof value === 'string' && /[/\\]/.test(value) ? '…' : value;

function settings({ recent, scenarios, ...others }: Preferences, names: boolean): string {
  const told = Object.entries(others).map(
    ([key, value]) => `${key}=${String(names ? value : unnamed(value))}`,
  );
  const lists = { recent, scenarios };
  const counts = Object.entries(lists).map(([key, list]) => `${key}=${String(list.length)}`);
  const named = names ? Object.values(lists).flat() : [];
  const line = say('diagnostics.text.settings', { settings: [...told, ...counts].join(' ') });
  return [line, ...named.map((path) => `  ${path}`)].join('\n');
}

function errors({ log, nowMs }: DiagnosticsFacts, names: boolean): string {
  const late = log.filter(
    ({ level, at }) => level !== 'info' && nowMs - Date.parse(at) < LOOKED_BACK_MS,
  );
  const head = say('diagnostics.text.errors', {
    errors: late.filter(({ level }) => level === 'error').length,
    warnings: late.filter(({ level }) => level === 'warn').length,
  });
  const told = late.slice(-MAX_TOLD).map(({ at, level, from, what, words }) => {
    const line = `${at}  ${level}  ${from}: ${what}`;
    return names && words !== '' ? `${line}\n${indented(words)}` : line;
  });
  return [head, ...told].join('\n');
}

const indented = (words: string): string => words.replace(/^/gm, '    ');

function dumps(found: readonly CrashDump[]): string {
  const lines = found.map(
    ({ bytes, atMs }) => `${new Date(atMs).toISOString()}  ${sizeFigure(bytes)}`,
  );
  return [say('diagnostics.text.dumps', { dumps: found.length }), ...lines].join('\n');
}
