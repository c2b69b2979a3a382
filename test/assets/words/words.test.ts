import { describe, expect, it } from 'vitest';
import { withPostpositions } from '../../../assets/words/josa';
import { pseudoText } from '../../../assets/words/pseudo';
import { newWords } from '../../../assets/words/words';
import { secondsFigure, rateFigure, sizeFigure } from '../../../model/figures';
import { firstLanguage, textIn } from '../../../model/language';

describe('postpositions of Korean', () => {
  it.each([
    ['버퍼링[[은/는]]', '버퍼링은'],
    ['전체 버퍼[[은/는]]', '전체 버퍼는'],
    ['10.0MB[[을/를]]', '10.0MB를'],
    ['12.3초[[이/가]]', '12.3초가'],
    ['1.3MB/s[[을/를]]', '1.3MB/s를'],
    ['자리 3[[이/가]]', '자리 3이'],
    ['자리 4[[이/가]]', '자리 4가'],
    ['서울[[으로/로]]', '서울로'],
    ['“버퍼”[[을/를]]', '“버퍼”를'],
    ['film.mp4[[을/를]]', 'film.mp4를'],
    ['film.mov[[을/를]]', 'film.mov을(를)'],
    ['A[[와/과]] B[[은/는]]', 'A와 B는'],
    ['M[[은/는]]', 'M은'],
  ])('%s', (text, said) => {
    expect(withPostpositions(text)).toBe(said);
  });
});

describe('the words of a process', () => {
  it('are said in the language that is spoken, figures included', () => {
    const { say, speak } = newWords();
    expect([say('rooms.compare'), secondsFigure(12_000), rateFigure(1.3e6)]).toEqual([
      'Compare',
      '12.0 s',
      '1.3 MB/s',
    ]);
    speak('ko');
    expect([say('rooms.compare'), secondsFigure(12_000), sizeFigure(1e8)]).toEqual([
      '비교',
      '12.0초',
      '100MB',
    ]);
    speak('zh');
    expect([
      say('rooms.compare'),
      secondsFigure(12_000),
      say('lanes.note.done', { count: 1 }),
    ]).toEqual(['对比', '12.0秒', '已发送 1 个数据块']);
    speak('en');
  });

  it('are said in another language for as long as something is made', () => {
    const { say, inLanguage, language, sayList } = newWords();
    expect(inLanguage('zh', () => sayList([say('rooms.server'), '1']))).toBe('服务器和1');
    expect(() =>
      inLanguage('ko', () => {
        throw new Error('made nothing');
      }),
    ).toThrow();
    expect([language(), say('rooms.server')]).toEqual(['en', 'Server']);
  });

  it('in the pseudo-language are longer and accented, with places and lists of lines as they were', () => {
    const { say, speak } = newWords();
    speak('en-XA');
    expect(say('lanes.process', { memory: '12 MB' })).toMatch(/^.*12 MB·+$/);
    expect(say('rooms.server')).not.toMatch(/server/i);
    expect(say('cli.help', { version: '1' })).toContain('--headless');
    expect(pseudoText('{{count}} chunks')).toContain('{{count}}');
    expect(pseudoText('Receive').length).toBeGreaterThanOrEqual(1.3 * 'Receive'.length);
    speak('en');
  });
});

it('the first language of a person is the first that there are words in', () => {
  expect(firstLanguage(['ko-KR', 'en-US'])).toBe('ko');
  expect(firstLanguage(['fr-FR', 'zh-Hans-CN', 'en'])).toBe('zh');
  expect(firstLanguage(['zh_CN.UTF-8'])).toBe('zh');
  expect(firstLanguage(['C', 'fr'])).toBe('en');
  expect(firstLanguage([])).toBe('en');
});

it('a text in several languages is given in the one that is asked for, else in its first', () => {
  expect(textIn({ en: 'a', ko: 'b' }, 'ko')).toEqual({ text: 'b', language: 'ko' });
  expect(textIn({ en: 'a', ko: 'b' }, 'zh')).toEqual({ text: 'a', language: 'en' });
  expect(textIn({ fr: 'a', 'zh-Hans': 'b' }, 'zh')).toEqual({ text: 'b', language: 'zh-Hans' });
  expect(textIn({}, 'zh')).toEqual({ text: '', language: 'zh' });
});
