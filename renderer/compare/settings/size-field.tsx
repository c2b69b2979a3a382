import { TextInput } from '@mantine/core';
import { useId, useState, type KeyboardEvent } from 'react';
import type { DeliverySettings } from '../../../model/delivery/types';
import { formatBytes, parseBytes } from '../../../model/units';
import { say } from '../../ui/words';
import { DefaultButton } from '../../ui/default-button';
import { session, useSession } from '../../session/session';
import { nextStep, sizeView, whyNot, type SizeSetting } from './settings-rules';
import { messageOf } from '../../../model/message-of';

interface SizeFieldProps {
  field: SizeSetting;
  /** Why the field has nothing to set; null when it has. */
  idle: string | null;
}

/** One size: typed with its unit, stepped, or put back to its default; what does not combine is not taken. */
export function SizeField({ field, idle }: SizeFieldProps) {
  const settings = useSession((s) => s.settings);
  const fit = useSession((s) => s.fit);
  const sourceBytes = useSession((s) => s.media?.deliveredBytes);
  const [draft, setDraft] = useState<string | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const id = useId();
  const { value, standard, isStandard } = sizeView(settings, field, fit);

  const apply = (next: number | null): void => {
    const change: Partial<DeliverySettings> = { [field]: next };
    const problem = whyNot(settings, change, sourceBytes);
    setDraft(problem && next !== null ? formatBytes(next) : null);
    setReason(problem ? say(`settings.problems.${problem.code}`, problem.params) : null);
    if (!problem) session.getState().setSettings(change);
  };
  const step = (direction: 1 | -1): void => {
    const next = nextStep(field, value, direction);
    if (next !== null) apply(next);
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

  const label = say(`settings.${field}`);
  const stays = reason && say('settings.stays', { size: formatBytes(value) });
  return (
    <div className="size-field">
      <label htmlFor={id}>{label}</label>
      <DefaultButton
        word={say(`settings.default.${field}`, { size: formatBytes(standard) })}
        off={idle !== null || (isStandard && reason === null)}
        onClick={() => apply(isNullable(field) ? null : standard)}
      />
      <StepButton sign="−" direction={-1} {...{ field, value, step, idle, label }} />
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
      <StepButton sign="+" direction={1} {...{ field, value, step, idle, label }} />
      <p className="small" id={`${id}-about`}>
        {idle ?? say(`settings.about.${field}`)}
      </p>
    </div>
  );
}

const isNullable = (field: SizeSetting): boolean =>
  field === 'resumeBytes' || field === 'streamingAheadBytes';

interface StepButtonProps {
  sign: string;
  direction: 1 | -1;
  field: SizeSetting;
  value: number;
  label: string;
  idle: string | null;
  step: (direction: 1 | -1) => void;
}

function StepButton({ sign, direction, field, value, label, idle, step }: StepButtonProps) {
  return (
    <button
      className="btn size-step"
      data-direction={direction}
      aria-label={say(direction > 0 ? 'settings.more' : 'settings.less', { what: label })}
      disabled={idle !== null || nextStep(field, value, direction) === null}
      onClick={() => step(direction)}
    >
      {sign}
    </button>
  );
}
