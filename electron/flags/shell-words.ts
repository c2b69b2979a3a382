/** A word as a shell takes it: in double quotes, which every shell knows, unless only single ones keep it. */
export function quoted(word: string): string {
  if (/^[\w./:=+-]+$/.test(word)) return word;
  // Within double quotes a POSIX shell leaves a backslash alone unless one of these follows it.
  if (!/[$`"!\n]|\\(?=[\\$`"]|$)/.test(word)) return `"${word}"`;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

const DOUBLE = String.raw`"(?:\\[\\$\`"]|[^"])*"`;
const PART = new RegExp(String.raw`${DOUBLE}|'[^']*'|\\.|[^\s"'\\]+`, 'gsy');

/** The words of a line as a POSIX shell has them, nothing in them expanded; null where a quote does not end. */
export function wordsOf(line: string): string[] | null {
  const words: string[] = [];
  for (let at = 0; at < line.length;) {
    const blank = /^\s+/.exec(line.slice(at))?.[0].length ?? 0;
    at += blank;
    if (at >= line.length) break;
    let word = '';
    for (let part = partAt(line, at); part !== ''; part = partAt(line, at)) {
      word += bare(part);
      at += part.length;
    }
    if (at < line.length && !/\s/.test(line[at] ?? '')) return null;
    words.push(word);
  }
  return words;
}

/** The quoted or unquoted piece of a word that begins at a place of a line; "" where none does. */
function partAt(line: string, at: number): string {
  PART.lastIndex = at;
  return PART.exec(line)?.[0] ?? '';
}

function bare(part: string): string {
  if (part.startsWith('"')) return part.slice(1, -1).replaceAll(/\\([\\$`"])/g, '$1');
  if (part.startsWith("'")) return part.slice(1, -1);
  return part.startsWith('\\') ? part.slice(1) : part;
}
