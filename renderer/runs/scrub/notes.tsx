import { useState, type FormEvent } from 'react';
import { secondsFigure } from '../../../model/figures';
import type { Mark } from '../../../model/run/marks';
import type { RecordedRun } from '../../../model/run/recorded-run';
import { markText } from '../../charts/mark-signs';
import { say, spokenLanguage } from '../../ui/words';
import { useMarks, useShownMs } from './use-shown';

/** A note is shown from its moment on for so long, ms. */
const SHOWN_MS = 3000;
/** The longest note, characters. */
const MAX_CHARS = 500;

/** Keeps a note of a run, or takes it away again. */
export type KeepNote = (mark: Mark, gone: boolean) => void;

interface NoteRowProps {
  run: RecordedRun;
  /** Null where nothing of the run is kept. */
  keep: KeepNote | null;
  /** The moment that a note is being written at, ms; null while none is. */
  noting: number | null;
  onNoting: (atMs: number | null) => void;
}

/** The note of the moment, or the one that is being written. */
export function NoteRow({ run, keep, noting, onNoting }: NoteRowProps) {
  const marks = useMarks(run);
  const shownMs = useShownMs(run);
  if (keep && noting !== null) {
    const there = noteAt(marks, noting, 0);
    return (
      <NoteField
        key={noting}
        atMs={noting}
        text={there ? markText(there) : ''}
        onKeep={(text) => {
          onNoting(null);
          const note = there ?? noteOf(noting);
          const mark = { ...note, text: { [spokenLanguage()]: text } };
          if (text === '' && !there) return;
          run.mark(mark, text === '');
          keep(mark, text === '');
        }}
        onLeave={() => onNoting(null)}
      />
    );
  }
  const note = noteAt(marks, shownMs, SHOWN_MS);
  if (!note) return null;
  return (
    <p className="scrub-note">
      <b>{secondsFigure(note.tMs)}</b> {markText(note)}
      {keep && (
        <button className="btn bare" onClick={() => onNoting(note.tMs)}>
          {say('runs.note.change')}
        </button>
      )}
    </p>
  );
}

const noteOf = (tMs: number): Mark => ({ tMs, kind: 'note', text: {}, from: 'person' });

/** The last note at a moment or up to `forMs` before it. */
const noteAt = (marks: readonly Mark[], tMs: number, forMs: number): Mark | undefined =>
  marks.findLast(
    (mark) => mark.kind === 'note' && mark.tMs <= tMs + 50 && mark.tMs >= tMs - forMs - 50,
  );

interface NoteFieldProps {
  atMs: number;
  text: string;
  onKeep: (text: string) => void;
  onLeave: () => void;
}

/** Enter keeps a note, an empty one goes; Esc leaves it as it was. */
function NoteField({ atMs, text: before, onKeep, onLeave }: NoteFieldProps) {
  const [text, setText] = useState(before);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onKeep(text.trim());
  };
  return (
    <form className="scrub-note" onSubmit={submit}>
      <b>{secondsFigure(atMs)}</b>
      <input
        autoFocus
        value={text}
        maxLength={MAX_CHARS}
        aria-label={say('runs.note.at', { seconds: secondsFigure(atMs) })}
        placeholder={say('runs.note.write')}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          onLeave();
        }}
      />
      <button className="btn">
        {say('runs.note.keep')} <kbd>Enter</kbd>
      </button>
    </form>
  );
}
