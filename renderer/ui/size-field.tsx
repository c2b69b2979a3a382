import { TextInput } from '@mantine/core';
import { useId, useState, type KeyboardEvent } from 'react';
import { messageOf } from '../../model/message-of';
import { formatBytes, parseBytes } from '../../model/units';
import { DefaultButton } from './default-button';
import './size-field.css';
import { say } from './words';

type Direction = 1 | -1;

interface SizeFieldProps {
  label: string;
  /** What it is, one sentence under it. */
  about: string;
  /** Why there is nothing to set; null when there is. */
  idle: string | null;
  /** Bytes. */
  value: number;
  /** What puts it back to its default, and whether it is there already. */
  standard: { word: string; isSet: boolean };
  /** The next sensible size above or below, bytes; null when there is none. */
  next: (direction: Direction) => number | null;
  /** Takes a size, or null for the default; the answer is why it cannot be taken, null when it was. */
  onChange: (bytes: number | null) => string | null;
}

/** One size: typed with its unit, stepped, or put back to its default; what does not combine is not taken. */
export function SizeField(props: SizeFieldProps) {
  const { label, about, idle, value, standard, next, onChange } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const id = useId();
  const apply = (bytes: number | null): void => {
    const problem = onChange(bytes);
    setDraft(problem !== null && bytes !== null ? formatBytes(bytes) : null);
    setReason(problem);
  };
  const step = (direction: Direction): void => {
    const bytes = next(direction);
    if (bytes !== null) apply(bytes);
  };
  const commit = (): void => {
    if (draft === null) return;
    try {
      apply(parseBytes(draft));
    } catch (error) {
      setReason(messageOf(error));
    }
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit();
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      step(event.key === 'ArrowUp' ? 1 : -1);
    }
  };
  const stepButton = (direction: Direction) => (
    <button
      className="btn size-step"
      data-direction={direction}
      aria-label={say(direction > 0 ? 'settings.more' : 'settings.less', { what: label })}
      disabled={idle !== null || next(direction) === null}
      onClick={() => step(direction)}
    >
      {direction > 0 ? '+' : '−'}
    </button>
  );
  const stays = reason && say('settings.stays', { size: formatBytes(value) });
  return (
    <div className="size-field">
      <label htmlFor={id}>{label}</label>
      <DefaultButton
        word={standard.word}
        off={idle !== null || (standard.isSet && reason === null)}
        onClick={() => apply(null)}
      />
      {stepButton(-1)}
      <TextInput
        id={id}
        error={reason && `${reason} ${stays ?? ''}`}
        disabled={idle !== null}
        value={draft ?? formatBytes(value)}
        aria-describedby={`${id}-about`}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={keyDown}
      />
      {stepButton(1)}
      <p className="small" id={`${id}-about`}>
        {idle ?? about}
      </p>
    </div>
  );
}
