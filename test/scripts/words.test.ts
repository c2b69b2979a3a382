import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  catalogueOf,
  problemsOf,
  SOURCE,
  staleKeys,
  termProblems,
  TRANSLATIONS,
} from '../../scripts/words/catalogues.mjs';

const root = process.cwd();
const source = catalogueOf(root, SOURCE);
const glossary = JSON.parse(readFileSync('assets/words/glossary.json', 'utf8')) as {
  en: string;
  ko: string[];
  zh: string[];
}[];

it('English has every plural in both of its forms', () => {
  expect(problemsOf(source, source, SOURCE)).toEqual([]);
});

describe.each(TRANSLATIONS)('the words in %s', (language) => {
  const translation = catalogueOf(root, language);

  it('are all there, in every plural form, with the same places to fill', () => {
    expect(problemsOf(source, translation, language)).toEqual([]);
  });

  it('say the terms of the glossary', () => {
    expect(termProblems(source, translation, language, glossary)).toEqual([]);
  });
});

describe('what is told of a translation', () => {
  const english = new Map([
    ['a.one', 'A link of {{rate}}'],
    ['a.chunks_one', '{{count}} chunk'],
    ['a.chunks_other', '{{count}} chunks'],
  ]);
  const right = new Map([
    ['a.one', '{{rate}} 링크'],
    ['a.chunks_other', '청크 {{count}}개'],
  ]);

  it('nothing where it is right: Korean has one plural form', () => {
    expect(problemsOf(english, right, 'ko')).toEqual([]);
  });

  it('what is missing, too many, and filled in otherwise', () => {
    const wrong = new Map([
      ['a.one', '{{speed}} 링크'],
      ['a.chunks_one', '청크 하나'],
    ]);
    expect(problemsOf(english, wrong, 'ko')).toEqual([
      'ko: a.chunks_other is missing',
      'ko: a.one has {{speed}}, which English has not',
      'ko: a.one has no {{rate}}',
      'ko: a.chunks_one is not in English',
    ]);
  });

  it('a term that is said otherwise', () => {
    const terms = [{ en: 'link', ko: ['링크'], zh: ['链路'] }];
    expect(termProblems(english, right, 'ko', terms)).toEqual([]);
    const other = new Map([['a.one', '{{rate}} 연결']]);
    expect(termProblems(english, other, 'ko', terms)).toHaveLength(1);
  });

  it('English that has changed since', () => {
    expect(staleKeys(english, { 'a.one': '00000000' })).toEqual(['a.one']);
  });
});
