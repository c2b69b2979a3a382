import { app, clipboard } from 'electron';
import {
  allWorks,
  CHECK_LINES,
  finding,
  LOOK_MS,
  type CheckedLine,
} from '../../../model/check/check';
import { messageOf } from '../../../model/message-of';
import { checkJson, checkText, type CheckFacts } from '../../check-words';
import { EXIT } from '../../flags/flag-value';
import type { CHECK_REQUESTS } from '../../ipc/check-requests';
import type { Handlers } from '../../ipc/router';
import { printableLines } from '../../printable';
import { say } from '../../words';
import type { Exit } from '../shutdown';
import { secondOfFilm } from './film';
import { LOOKS, type Looked } from './looks';

/** A check by the command line that takes longer has failed, ms: each look may take its time, and the window its own. */
const LATE_MS = 60_000 + CHECK_LINES.length * LOOK_MS;

/** The check of this computer: main's looks for the page, and what the command line prints of all of them. */
export class ComputerCheck {
  constructor(
    private readonly looked: Looked,
    /** How the command line wants to be answered; null when it did not ask. */
    private readonly command: { json: boolean; exit: Exit } | null,
  ) {
    if (!command) return;
    const { window } = looked;
    window.webContents.once('render-process-gone', (_event, { reason }) => this.#broke(reason));
    setTimeout(() => this.#broke(say('check.late', { seconds: LATE_MS / 1000 })), LATE_MS);
  }

  /** Whether the command line asked for it. */
  get asked(): boolean {
    return this.command !== null;
  }

  get handlers(): Pick<Handlers, keyof typeof CHECK_REQUESTS> {
    return {
      'check:look': ({ line }) =>
        LOOKS[line](this.looked).catch((error: unknown) =>
          finding('broken', 'failed', { reason: messageOf(error) }),
        ),
      'check:film': () => secondOfFilm().catch(() => null),
      'check:copy': async (lines) => {
        const text = checkText(lines, FACTS());
        await clipboard.writeText(text);
        return text;
      },
      'check:finish': (lines) => {
        this.#print(lines);
        return undefined;
      },
    };
  }

  #print(lines: readonly CheckedLine[]): void {
    if (!this.command) return;
    const { json, exit } = this.command;
    const text = json ? checkJson(lines, FACTS()) : checkText(lines, FACTS());
    process.stdout.write(`${printableLines(text)}\n`, () =>
      exit(allWorks(lines) ? EXIT.done : EXIT.checkFailed),
    );
  }

  #broke(reason: string): void {
    if (!this.command) return;
    const { exit } = this.command;
    process.stderr.write(`${printableLines(say('check.failed', { reason }))}\n`, () =>
      exit(EXIT.checkFailed),
    );
  }
}

/** What the lines are about. */
const FACTS = (): CheckFacts => ({
  version: app.getVersion(),
  electron: process.versions.electron,
  platform: `${process.platform} ${process.arch}`,
});
