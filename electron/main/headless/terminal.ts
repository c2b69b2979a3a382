import { printableLines } from '../../printable';
import { ProgressLine, tellsProgress } from './progress-line';

/** The terminal, or what stands in its place, of a command without a window. */
export interface Terminal {
  print: (text: string) => void;
  complain: (text: string) => void;
  /** Puts this in the place of what the line said before, cut to the terminal; null when nobody wants to know. */
  progress: ((line: string) => void) | null;
}

/** Our words on this process's own outputs. */
export function terminal(quiet: boolean): Terminal {
  const { stdout } = process;
  const line = new ProgressLine((text) => stdout.write(text));
  const sentenceTo =
    (stream: NodeJS.WriteStream) =>
    (text: string): void => {
      line.clear();
      stream.write(`${printableLines(text)}\n`);
    };
  return {
    print: sentenceTo(stdout),
    complain: sentenceTo(process.stderr),
    progress: tellsProgress(quiet, stdout)
      ? (text) => line.show(text.slice(0, Math.max(0, stdout.columns - 1)))
      : null,
  };
}
