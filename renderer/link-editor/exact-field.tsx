import { NumberInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';

interface ExactFieldProps {
  label: string;
  value: number;
  /** Takes what was typed, once it is entered. */
  commit: (value: number) => void;
  /** Why there is nothing to set. */
  idle?: string | null;
  decimals?: number;
}

/** One number, typed exactly: Enter or leaving the field takes it, Escape puts it back. */
export function ExactField({ label, value, commit, idle = null, decimals = 3 }: ExactFieldProps) {
  const [typed, setTyped] = useState<string | number | null>(null);
  const enter = (): void => {
    setTyped(null);
    if (typeof typed === 'number' && typed !== value) commit(typed);
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') enter();
    if (event.key !== 'Escape' || typed === null) return;
    event.preventDefault();
    setTyped(null);
  };
  return (
    <NumberInput
      label={label}
      description={idle}
      inputWrapperOrder={['label', 'input', 'description']}
      disabled={idle !== null}
      value={typed ?? value}
      onChange={setTyped}
      onBlur={enter}
      onKeyDown={keyDown}
      min={0}
      decimalScale={decimals}
      clampBehavior="none"
      withKeyboardEvents={false}
      allowNegative={false}
      hideControls
    />
  );
}
