import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../model/run/marks';
import { highlightOf } from '../../../renderer/presenter/look';
import { notesOfRun, notesOfScenario } from '../../../renderer/presenter/notes-state';
import { scenarioOf } from '../../model/scenario/bundled';

const STORY = scenarioOf(`title: A story
steps:
  - {at: 0s, chapter: One, caption: first, note: "Say hello.\\nThen wait."}
  - {when: start(streaming), caption: second}
  - {at: 9s, cut: 1s}
  - {when: restored, caption: third}
`);

describe('notes of a scenario', () => {
  it('show the note that holds, the step that runs, and what is said next', () => {
    const progress = { running: 1, came: [0, 800, null, null] };
    const told = notesOfScenario(STORY, progress, [0, 769, 9000, 10_000]);
    expect(told.notes).toEqual(['Say hello.', 'Then wait.']);
    expect(told.steps.map(({ is }) => is)).toEqual(['done', 'here', 'ahead', 'ahead']);
    expect(told.steps.map(({ time }) => time)).toEqual(['0 s', '0.8 s', '9.0 s', '10.0 s']);
    expect(told.next).toEqual({ caption: 'third', event: 'restored', atMs: 10_000 });
  });

  it('say of an event that nothing foresees that it is waited for', () => {
    const told = notesOfScenario(STORY, { running: null, came: [] }, []);
    expect(told.notes).toEqual([]);
    expect(told.next).toEqual({ caption: 'first', event: null, atMs: 0 });
    const later = notesOfScenario(STORY, { running: 0, came: [0, null, null, null] }, []);
    expect(later.next).toEqual({ caption: 'second', event: 'start(streaming)', atMs: null });
  });
});

describe('notes of a run without one', () => {
  const said = (tMs: number, text: string): Mark => ({
    tMs,
    kind: 'caption',
    text: { en: text },
    from: 'rule',
  });

  it('list what was said, and what is foreseen behind it', () => {
    const marks = [said(0, 'a'), said(1000, 'b')];
    const told = notesOfRun('T', marks, [said(0, 'a'), said(990, 'b'), said(5000, 'c')], 2000);
    expect(told.steps.map(({ head, is }) => `${head} ${is}`)).toEqual([
      'a done',
      'b here',
      'c ahead',
    ]);
    expect(told.next).toEqual({ caption: 'c', event: null, atMs: 5000 });
  });

  it('tell of a moment that is held what was really said next', () => {
    const marks = [said(0, 'a'), said(1000, 'b')];
    expect(notesOfRun('T', marks, [said(900, 'x')], 500).next).toMatchObject({ caption: 'b' });
  });
});

describe('a highlight by hand', () => {
  it('holds until the marks say something new', () => {
    const player = { station: 'player' as const };
    const hand = { station: 'file' as const, over: player };
    expect(highlightOf(player, hand)).toEqual({ station: 'file' });
    expect(highlightOf(null, hand)).toBeNull();
    expect(highlightOf(player, { ...hand, station: null })).toBeNull();
    expect(highlightOf(player, null)).toEqual(player);
  });
});
