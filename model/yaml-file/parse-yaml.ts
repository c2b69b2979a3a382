import {
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Range,
} from 'yaml';
import { messageOf } from '../message-of';
import { firstLine, shortened, type FileProblem, type Place } from './problem';

/** An alias stands for what may be said once and used often; more of them than this are an attack. */
const MAX_ALIASES = 100;
/** Brackets may be nested so deep: no file of ours needs more than six levels. */
const MAX_DEPTH = 40;
/** Keys that one map may have; YAML's own look for doubled ones would take minutes over tens of thousands. */
const MAX_KEYS = 100;

/** A YAML map that was read, and where its parts stand. */
export interface YamlMap {
  value: Record<string, unknown>;
  /** Where the value at a path stands, or the nearest that is there above it. */
  at: (path: readonly PropertyKey[]) => Place;
  /** Where a key of the map at a path stands. */
  keyAt: (path: readonly PropertyKey[], key: string) => Place;
}

export type YamlResult =
  { ok: true; map: YamlMap } | { ok: false; problems: FileProblem<'yaml' | 'empty'>[] };

/**
 * Reads a YAML map that a stranger may have written; never throws, whatever the text is. `linesBefore` is how many
 * lines of its file stand before it.
 */
export function parseYaml(text: string, linesBefore = 0): YamlResult {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line) + linesBefore, column: Math.max(1, col) };
  };
  const broken = (reason: string, place: Place): FileProblem<'yaml'> => ({
    ...place,
    code: 'yaml',
    params: { reason },
  });
  const deep = depthProblem(text);
  if (deep !== null) {
    const before = text.slice(0, deep).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    const reason = `Nested more than ${String(MAX_DEPTH)} levels deep`;
    return { ok: false, problems: [broken(reason, { line: before.length + linesBefore, column })] };
  }
  try {
    const doc = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'silent',
      uniqueKeys: false,
      version: '1.2',
      schema: 'core',
    });
    // A tag that nobody knows is a warning to YAML; here nothing is meant by it.
    const faults = [...doc.errors, ...doc.warnings];
    if (faults.length > 0) {
      const problems = faults.map(({ message, pos }) =>
        broken(firstLine(message), placeAt(pos[0])),
      );
      return { ok: false, problems };
    }
    const doubled = keyProblems(doc, (node, reason) => broken(reason, placeAt(startOf(node))));
    if (doubled.length > 0) return { ok: false, problems: doubled };
    const value: unknown = doc.toJS({ maxAliasCount: MAX_ALIASES });
    if (!isMap(doc.contents)) {
      const place = { line: 1 + linesBefore, column: 1 };
      return { ok: false, problems: [{ ...place, code: 'empty', params: {} }] };
    }
    const at = (path: readonly PropertyKey[]): Place => placeAt(offsetOf(doc, path));
    return {
      ok: true,
      map: {
        value: value as Record<string, unknown>,
        at,
        keyAt: (path, key) => placeAt(keyOffset(doc, path, key)),
      },
    };
  } catch (error) {
    const place = { line: 1 + linesBefore, column: 1 };
    return { ok: false, problems: [broken(firstLine(messageOf(error)), place)] };
  }
}

const startOf = (node: { range?: Range | null }): number => node.range?.[0] ?? 0;

function offsetOf(doc: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = doc.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return isNode(doc.contents) ? startOf(doc.contents) : 0;
}

function keyOffset(doc: Document, path: readonly PropertyKey[], key: string): number {
  const map = path.length === 0 ? doc.contents : doc.getIn(path, true);
  const pair = isMap(map) ? map.items.find((item) => String(item.key) === key) : undefined;
  if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
  return offsetOf(doc, path);
}

/** Keys that are no plain names, that stand twice in one map, or that are too many for one. */
function keyProblems<P>(
  doc: Document,
  problem: (node: { range?: Range | null }, reason: string) => P,
): P[] {
  const problems: P[] = [];
  const refuse = (node: { range?: Range | null }, reason: string): void => {
    problems.push(problem(node, reason));
  };
  visit(doc, {
    Map(_key, map) {
      if (map.items.length > MAX_KEYS) {
        refuse(map, `More than ${String(MAX_KEYS)} keys in one map`);
        return visit.BREAK;
      }
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key) || typeof key.value !== 'string') {
          refuse(isNode(key) ? key : map, 'A key is a plain name');
          continue;
        }
        if (seen.has(key.value)) refuse(key, `"${shortened(key.value)}" is given twice`);
        seen.add(key.value);
      }
      return undefined;
    },
  });
  return problems;
}

/** Where brackets or indents are nested too deep, as an offset; null when nowhere. YAML reads them by recursion. */
function depthProblem(text: string): number | null {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') depth = Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return i;
  }
  // A block that holds a block stands further right, or behind one more dash, question mark or colon.
  const nested = new RegExp(`^ *(?:[-?:] +){${String(MAX_DEPTH)}}`, 'm').exec(text);
  return nested ? nested.index : null;
}
