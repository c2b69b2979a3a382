import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../model/run/marks';
import { chaptersOf, ffmetadata } from '../../../model/video/chapters';
import { captionLanguages, cuesOf, webVtt } from '../../../model/video/cues';
import { framesOf } from '../../../model/video/frames';

const WORDS = { begin: 'Beginning', down: 'Down', back: 'Back' };
const NO_LINK = { spec: '', seed: 1, outages: [], latencyMs: 0, curve: null };
const FRAMES = framesOf({ fps: 30 }, 10_000);

const caption = (
  tMs: number,
  toMs: number | undefined,
  en: string,
  more: Partial<Mark> = {},
): Mark => ({
  tMs,
  ...(toMs !== undefined && { toMs }),
  kind: 'caption',
  text: { en },
  from: 'rule',
  ...more,
});

describe('the captions of a video', () => {
  it('come with the first frame that shows them, and go with the first that does not', () => {
    const marks = [
      caption(0, 1010, 'one'),
      caption(1010, 2000, 'two'),
      caption(4000, undefined, 'three'),
    ];
    expect(cuesOf(marks, 'en', FRAMES)).toEqual([
      { fromFrame: 0, toFrame: 31, text: 'one' },
      { fromFrame: 31, toFrame: 60, text: 'two' },
      { fromFrame: 120, toFrame: 300, text: 'three' },
    ]);
  });

  it('are those of a scenario while it speaks, in the language that is asked for', () => {
    const said = caption(1000, 2000, 'cut', { from: 'scenario', text: { en: 'cut', ko: '끊김' } });
    const marks = [caption(0, 5000, 'rule'), said];
    expect(captionLanguages(marks)).toEqual(['en', 'ko']);
    expect(cuesOf(marks, 'ko', FRAMES).map(({ text }) => text)).toEqual(['rule', '끊김', 'rule']);
  });

  it('are no flood where only their figures change, and no words of a scenario are left out', () => {
    const lost = (tMs: number, toMs: number, more?: Partial<Mark>) =>
      caption(tMs, toMs, `Streaming has lost ${(tMs / 1000).toFixed(1)} s.`, more);
    const flood = Array.from({ length: 20 }, (_, i) => lost(1000 + 400 * i, 1400 + 400 * i));
    const marks = [caption(0, 1000, 'begin'), ...flood, caption(9000, 10_000, 'end')];
    expect(cuesOf(marks, 'en', FRAMES)).toEqual([
      { fromFrame: 0, toFrame: 30, text: 'begin' },
      { fromFrame: 30, toFrame: 90, text: 'Streaming has lost 1.0 s.' },
      { fromFrame: 90, toFrame: 150, text: 'Streaming has lost 3.0 s.' },
      { fromFrame: 150, toFrame: 210, text: 'Streaming has lost 5.0 s.' },
      { fromFrame: 210, toFrame: 270, text: 'Streaming has lost 7.0 s.' },
      { fromFrame: 270, toFrame: 300, text: 'end' },
    ]);
    const told = flood.map((mark): Mark => ({ ...mark, from: 'scenario' }));
    expect(cuesOf(told, 'en', FRAMES)).toHaveLength(20);
    // What stands long enough to be read is said, however soon it comes.
    expect(cuesOf([lost(0, 400), lost(400, 5000)], 'en', FRAMES)).toHaveLength(2);
  });

  it('never overlap, lie within the video, and hold whatever holds at a frame', () => {
    const mark = fc.record({
      tMs: fc.nat(9000),
      length: fc.nat(3000),
      text: fc.constantFrom('a', 'b', 'c'),
    });
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 12 }), (made) => {
        const marks = made
          .map(({ tMs, length, text }) => caption(tMs, tMs + length, text))
          .sort((a, b) => a.tMs - b.tMs);
        let at = 0;
        for (const { fromFrame, toFrame, text } of cuesOf(marks, 'en', FRAMES)) {
          expect(fromFrame).toBeGreaterThanOrEqual(at);
          expect(toFrame).toBeGreaterThan(fromFrame);
          const ms = (fromFrame * 1000) / 30;
          expect(marks.some((one) => one.text['en'] === text && one.tMs <= ms + 0.001)).toBe(true);
          at = toFrame;
        }
        expect(at).toBeLessThanOrEqual(FRAMES.count);
      }),
    );
  });

  it('are WebVTT whatever they hold', () => {
    const cues = [{ fromFrame: 1, toFrame: 108_001, text: 'a --> b\n\n<i> & c' }];
    expect(webVtt(cues, FRAMES)).toBe(
      'WEBVTT\n\n00:00:00.033 --> 01:00:00.033\na --&gt; b\n&lt;i&gt; &amp; c\n',
    );
  });
});

describe('the chapters of a video', () => {
  const outages = [
    { fromMs: 2000, toMs: 3000, byHand: false },
    { fromMs: 9500, toMs: 10_000, byHand: true, lasts: true as const },
  ];

  it('are its outages when nobody has marked any', () => {
    const log = { marks: [], link: { ...NO_LINK, outages } };
    expect(chaptersOf(log, FRAMES, WORDS)).toEqual([
      { frame: 0, title: 'Beginning' },
      { frame: 60, title: 'Down' },
      { frame: 90, title: 'Back' },
      { frame: 285, title: 'Down' },
    ]);
  });

  it('are those of a scenario where it has some; a stretch begins with the one that holds', () => {
    const chapter = (tMs: number, name: string): Mark => ({
      ...{ tMs, kind: 'chapter', from: 'scenario', text: { en: name }, chapter: name },
    });
    const marks = [chapter(0, 'One'), chapter(2000, 'Two'), chapter(5000, 'Three')];
    const log = { marks, link: { ...NO_LINK, outages } };
    expect(chaptersOf(log, FRAMES, WORDS).map(({ title }) => title)).toEqual([
      'One',
      'Two',
      'Three',
    ]);
    const stretch = framesOf({ fps: 30, fromMs: 3000, toMs: 6000 }, 10_000);
    expect(chaptersOf(log, stretch, WORDS)).toEqual([
      { frame: 0, title: 'Two' },
      { frame: 60, title: 'Three' },
    ]);
  });

  it('are read by ffmpeg as they are called', () => {
    const text = ffmetadata(
      { title: 'a=b;c', comment: 'd=e' },
      [
        { frame: 0, title: '#1\\' },
        { frame: 30, title: 'x\ny' },
      ],
      FRAMES,
    );
    expect(text).toBe(
      ';FFMETADATA1\ntitle=a\\=b\\;c\ncomment=d\\=e\n' +
        '[CHAPTER]\nTIMEBASE=1/30\nSTART=0\nEND=30\ntitle=\\#1\\\\\n' +
        '[CHAPTER]\nTIMEBASE=1/30\nSTART=30\nEND=300\ntitle=x\\\ny\n',
    );
  });
});
