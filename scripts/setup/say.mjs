/** Prints one progress line for a thing that set-up does. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** The same on stderr, for scripts whose stdout is their answer. */
export function sayAside(line) {
  process.stderr.write(`${line}\n`);
}

/** Words from outside as they may go to a terminal: control characters become question marks. */
export function printable(text) {
  return text.replace(/\p{Cc}/gu, '?');
}

/** An error that is already one clear sentence: shown without its stack. */
export class SetupError extends Error {}

/** Runs a script's main function; an error ends it with one sentence on stderr and exit code 1. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.stderr.write(`${error instanceof SetupError ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}
