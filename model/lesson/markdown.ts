import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { messageOf } from '../message-of';
import { parseMeasure, type Measure } from './measure';

/** A stretch of text within a paragraph. */
export type Inline =
  | { kind: 'text' | 'strong' | 'emphasis' | 'code'; text: string }
  /** A figure of the learner's own run; `usual` stands while there is none. */
  | { kind: 'figure'; measure: Measure; usual: string; line: number };

/** A block of a lesson's text. */
export type Block =
  | { kind: 'paragraph'; inlines: Inline[] }
  | { kind: 'list'; items: Inline[][] }
  | { kind: 'code'; text: string };

/** A part of a lesson file that begins with a heading of the second level. */
export interface Section {
  title: string;
  line: number;
  /** The YAML that says what the step is; null where there is none. */
  yaml: { text: string; line: number } | null;
  blocks: Block[];
}

/** What a text may not be, and the line. */
export interface MarkdownProblem {
  line: number;
  code: 'markdown' | 'beforeSteps' | 'unknownBlock' | 'figure' | 'twoYaml';
  params: Record<string, string>;
}

/**
 * Nothing of these is read as such in a lesson: a `<b>`, a link and a picture are the characters they are written
 * with, so no lesson reaches for anything or brings a page of its own.
 */
const SWITCHED_OFF = [
  'autolink',
  'blockQuote',
  'codeIndented',
  'definition',
  'htmlFlow',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
  'setextUnderline',
  'thematicBreak',
];

/** A line may open so many lists within lists, and stand so far right; Markdown reads more in minutes. */
const MAX_MARKERS = 8;
const MAX_INDENT = 24;
const TOO_DEEP = new RegExp(
  `^[ \\t]*(?:(?:[-+*]|\\d{1,9}[.)])[ \\t]+){${String(MAX_MARKERS + 1)}}|^[ \\t]{${String(MAX_INDENT + 1)}}`,
);

/** Reads the sections of a lesson's Markdown; `linesBefore` stand before it in its file. Never throws. */
export function readSections(
  text: string,
  linesBefore: number,
): { sections: Section[]; problems: MarkdownProblem[] } {
  const sections: Section[] = [];
  const problems: MarkdownProblem[] = [];
  const deep = text.split('\n').findIndex((line) => TOO_DEEP.test(line));
  if (deep >= 0) {
    const params = { reason: 'A line is nested too deep' };
    return { sections, problems: [{ line: linesBefore + deep + 1, code: 'markdown', params }] };
  }
  let nodes: readonly RootContent[];
  try {
    nodes = fromMarkdown(text, { extensions: [{ disable: { null: SWITCHED_OFF } }] }).children;
  } catch (error) {
    const params = { reason: messageOf(error) };
    return { sections, problems: [{ line: linesBefore + 1, code: 'markdown', params }] };
  }
  for (const node of nodes) {
    const line = linesBefore + (node.position?.start.line ?? 1);
    const refuse: Refuse = (code, params = {}) => problems.push({ line, code, params });
    if (node.type === 'heading' && node.depth === 2) {
      sections.push({ title: wordsOf(node), line, yaml: null, blocks: [] });
      continue;
    }
    const section = sections.at(-1);
    if (!section) refuse('beforeSteps');
    else if (node.type === 'code' && node.lang === 'yaml') {
      if (section.yaml) refuse('twoYaml');
      else section.yaml = { text: node.value, line: line + 1 };
    } else {
      const block = blockOf(node, refuse, line);
      if (block) section.blocks.push(block);
    }
  }
  return { sections, problems };
}

type Refuse = (code: MarkdownProblem['code'], params?: Record<string, string>) => void;

function blockOf(node: RootContent, refuse: Refuse, line: number): Block | null {
  if (node.type === 'paragraph') {
    return { kind: 'paragraph', inlines: inlinesOf(node.children, refuse, line) };
  }
  if (node.type === 'code') return { kind: 'code', text: node.value };
  if (node.type !== 'list') {
    refuse('unknownBlock', { kind: node.type });
    return null;
  }
  const items = node.children.map(({ children }) =>
    children.flatMap((child) => {
      if (child.type === 'paragraph') return inlinesOf(child.children, refuse, line);
      refuse('unknownBlock', { kind: child.type });
      return [];
    }),
  );
  return { kind: 'list', items };
}

function inlinesOf(nodes: readonly PhrasingContent[], refuse: Refuse, line: number): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.type === 'text') return figuresIn(node.value, refuse, line);
    if (node.type === 'strong' || node.type === 'emphasis') {
      return [{ kind: node.type, text: wordsOf(node) }];
    }
    if (node.type === 'inlineCode') return [{ kind: 'code', text: node.value }];
    return [{ kind: 'text', text: node.type === 'break' ? ' ' : wordsOf(node) }];
  });
}

/** Splits "it plays after [startup(streaming)|0.8 s]" where figures of the run stand. */
function figuresIn(text: string, refuse: Refuse, line: number): Inline[] {
  const inlines: Inline[] = [];
  const say = (words: string): void => {
    if (words !== '') inlines.push({ kind: 'text', text: words.replaceAll('\n', ' ') });
  };
  let from = 0;
  for (const found of text.matchAll(/\[([^[\]|]{1,200})\|([^[\]|]{1,60})\]/g)) {
    const [whole, measured = '', usual = ''] = found;
    say(text.slice(from, found.index));
    from = found.index + whole.length;
    const measure = parseMeasure(measured);
    if (measure) inlines.push({ kind: 'figure', measure, usual, line });
    else refuse('figure', { found: measured });
  }
  say(text.slice(from));
  return inlines;
}

/** The characters of a node, without what is done to them. */
function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => wordsOf(child)).join('') : '';
}
