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
import type { z } from 'zod';
import type { CurveOf } from '../link/types';
import { compile } from './compile';
import { EVENT_NAMES } from './events';
import { nearestName } from './nearest';
import { MAX_SCENARIO_CHARS, scenarioFileSchema, type ScenarioProblemCode } from './schema';
import { knownKeys } from './known-keys';
import type { ScenarioProblem, ScenarioResult } from './types';

/** An alias stands for what may be said once and used often; more of them than this are an attack. */
const MAX_ALIASES = 100;
/** Brackets may be nested so deep: a scenario needs four levels. */
const MAX_DEPTH = 40;
/** Keys that one map may have; YAML's own look for doubled ones would take minutes over tens of thousands. */
const MAX_KEYS = 100;
/** So many problems are told; who mends those sees the rest. */
const MAX_PROBLEMS = 20;
/** More than these are not even looked at. */
const MAX_ISSUES = 100;
/** So much of what was found is told, characters. */
const MAX_FOUND = 60;

/**
 * Reads the text of a scenario file; never throws, whatever the text is: what it gives is a scenario or at least one
 * problem with its line and column. `curveOf` finds the curve of the link's trace or profile.
 */
export function readScenario(text: string, curveOf: CurveOf): ScenarioResult {
  const refused = (problems: ScenarioProblem[]): ScenarioResult => ({ ok: false, problems });
  if (text.length > MAX_SCENARIO_CHARS) {
    const params = { most: String(MAX_SCENARIO_CHARS) };
    return refused([{ line: 1, column: 1, code: 'tooLong', params }]);
  }
  const lines = new LineCounter();
  const broken = (reason: string, offset = 0): ScenarioProblem => ({
    ...positionAt(lines, offset),
    code: 'yaml',
    params: { reason },
  });
  const deep = depthProblem(text);
  if (deep !== null) {
    const before = text.slice(0, deep).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    const params = { reason: `Nested more than ${String(MAX_DEPTH)} levels deep` };
    return refused([{ line: before.length, column, code: 'yaml', params }]);
  }
  let doc: Document;
  let value: unknown;
  try {
    doc = parseDocument(text, {
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
      return refused(capped(faults.map(({ message, pos }) => broken(firstLine(message), pos[0]))));
    }
    const doubled = keyProblems(doc, lines);
    if (doubled.length > 0) return refused(capped(doubled));
    value = doc.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    return refused([broken(firstLine(String(error instanceof Error ? error.message : error)))]);
  }
  const at = (path: readonly PropertyKey[]): { line: number; column: number } =>
    positionOf(doc, lines, path);
  if (!isMap(doc.contents)) return refused([{ line: 1, column: 1, code: 'empty', params: {} }]);
  const parsed = scenarioFileSchema.safeParse(value);
  if (!parsed.success) {
    const issues = parsed.error.issues.slice(0, MAX_ISSUES);
    return refused(capped(issues.flatMap((issue) => problemsOf(issue, doc, lines, value))));
  }
  const compiled = compile(parsed.data, { at, curveOf });
  return 'scenario' in compiled
    ? { ok: true, scenario: compiled.scenario }
    : refused(capped(compiled.problems));
}

/** In the order of the file, no more than a person mends at once. */
function capped(problems: readonly ScenarioProblem[]): ScenarioProblem[] {
  const told = new Set<string>();
  const sorted = problems
    .filter((problem) => !told.has(keyOf(problem)) && told.add(keyOf(problem)))
    .sort((a, b) => a.line - b.line || a.column - b.column);
  const shown = sorted.slice(0, MAX_PROBLEMS);
  const last = shown.at(-1);
  const more = sorted.length - shown.length;
  if (more > 0 && last) shown.push({ ...last, code: 'more', params: { count: String(more) } });
  return shown;
}

/** YAML says of one place the same again and again. */
const keyOf = (problem: ScenarioProblem): string => JSON.stringify(problem);

type Issue = z.core.$ZodIssue;

function problemsOf(
  issue: Issue,
  doc: Document,
  lines: LineCounter,
  value: unknown,
): ScenarioProblem[] {
  const { path } = issue;
  const key = String(path.findLast((part) => typeof part === 'string') ?? '');
  const position = positionOf(doc, lines, path);
  if (issue.code === 'unrecognized_keys') {
    const keys = knownKeys(path);
    return issue.keys.map((unknown) => {
      const near = nearestName(unknown, keys);
      const code = near === null ? 'unknownKey' : 'unknownKeyNear';
      const params = { key: shortened(unknown), near: near ?? '', keys: keys.join(', ') };
      return { ...keyPosition(doc, lines, path, unknown), code, params };
    });
  }
  if (issue.code === 'custom' && issue.params?.['problem']) {
    return [{ ...position, code: issue.message as ScenarioProblemCode, params: {} }];
  }
  const found = foundAt(value, path);
  const expected = issue.message;
  if (found === undefined) {
    return [{ ...position, code: 'missing', params: { key, expected } }];
  }
  if (expected === 'event' && typeof found === 'string') {
    const [name = ''] = /^[^(]*/.exec(found) ?? [];
    const near = nearestName(name.trim(), EVENT_NAMES);
    if (near !== null && near !== name.trim()) {
      const params = { found: shortened(found), near };
      return [{ ...position, code: 'unknownEvent', params }];
    }
  }
  const params = { key, expected, found: shortened(shown(found)) };
  return [{ ...position, code: 'expected', params }];
}

function foundAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const part of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part))
      return undefined;
    found = (found as Record<PropertyKey, unknown>)[part];
  }
  return found ?? null;
}

function shown(found: unknown): string {
  if (typeof found === 'string') return found;
  return JSON.stringify(found) ?? String(found);
}

const shortened = (text: string): string => {
  const line = firstLine(text);
  return line.length > MAX_FOUND ? `${line.slice(0, MAX_FOUND)}…` : line;
};

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

function positionAt(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** Where the value at a path stands, or the nearest that is there above it. */
function positionOf(
  doc: Document,
  lines: LineCounter,
  path: readonly PropertyKey[],
): { line: number; column: number } {
  for (let length = path.length; length > 0; length--) {
    const node = doc.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return positionAt(lines, node.range[0]);
  }
  return positionAt(lines, isNode(doc.contents) ? (doc.contents.range?.[0] ?? 0) : 0);
}

function keyPosition(
  doc: Document,
  lines: LineCounter,
  path: readonly PropertyKey[],
  key: string,
): { line: number; column: number } {
  const map = path.length === 0 ? doc.contents : doc.getIn(path, true);
  const pair = isMap(map) ? map.items.find((item) => String(item.key) === key) : undefined;
  if (pair && isNode(pair.key) && pair.key.range) return positionAt(lines, pair.key.range[0]);
  return positionOf(doc, lines, path);
}

/** Keys that are no plain names, that stand twice in one map, or that are too many for one. */
function keyProblems(doc: Document, lines: LineCounter): ScenarioProblem[] {
  const problems: ScenarioProblem[] = [];
  const refuse = (node: { range?: Range | null }, reason: string): void => {
    problems.push({ ...positionAt(lines, node.range?.[0] ?? 0), code: 'yaml', params: { reason } });
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
