import { expect, it } from 'vitest';
import { subjectOf, videoSubjectSchema } from '../../../model/video/subject';
import { madeLog } from '../runs/made-runs';

it('tells of a run what a timeline shows: chapters, when something is said, outages', () => {
  const log = madeLog('dropouts:1.3MB/s@3-6');
  const subject = subjectOf({
    ...log,
    marks: [
      { tMs: 0, kind: 'chapter', text: { en: 'One' }, from: 'scenario', chapter: 'One' },
      { tMs: 10, kind: 'caption', text: { en: 'Said' }, from: 'rule' },
      { tMs: 20, kind: 'note', text: { en: 'Noted' }, from: 'person' },
      { tMs: 4000, kind: 'caption', text: { en: 'Said again' }, from: 'scenario' },
    ],
  });
  expect(subject).toEqual({
    lengthMs: log.lengthMs,
    methods: ['full-buffer', 'buffering', 'streaming'],
    hasAudio: log.media.hasAudio,
    unseen: false,
    chapters: [{ tMs: 0, name: 'One' }],
    captionsMs: [10, 4000],
    outages: [{ fromMs: 3000, toMs: 6000, byHand: false }],
  });
  expect(videoSubjectSchema.parse(subject)).toEqual(subject);
});

it('tells of a camera whose pictures were not kept', () => {
  const log = madeLog();
  const of = (pictures?: string) =>
    subjectOf({ ...log, media: { ...log.media, kind: 'camera', ...(pictures && { pictures }) } });
  expect([of().unseen, of('kept').unseen]).toEqual([true, false]);
});
