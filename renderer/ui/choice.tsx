import { SegmentedControl } from '@mantine/core';

interface ChoiceProps<T extends string> {
  label: string;
  /** Null when it is none of them. */
  value: T | null;
  options: { value: T; label: string; lang?: string; disabled?: boolean }[];
  onChange: (value: T) => void;
  disabled?: boolean;
}

/** One of a few, side by side, as the design draws it. */
export function Choice<T extends string>({
  label,
  value,
  onChange,
  options,
  ...rest
}: ChoiceProps<T>) {
  return (
    <SegmentedControl
      {...rest}
      value={value ?? ''}
      aria-label={label}
      data={options.map(({ label: text, lang, ...option }) => ({
        ...option,
        label: lang === undefined ? text : <span lang={lang}>{text}</span>,
      }))}
      onChange={(value) => {
        const chosen = options.find((option) => option.value === value);
        if (chosen) onChange(chosen.value);
      }}
      classNames={{ root: 'choice', label: 'choice-label', indicator: 'choice-mark' }}
      withItemsBorders={false}
      transitionDuration={0}
    />
  );
}
