/**
 * A sentence as it may go to a terminal: control characters and marks that turn the direction of text, which came
 * in with an argument, a path or a name, become question marks.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '?');
}

/** The same for text of several lines, such as a table or a help. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
