import { Popover } from '@mantine/core';
import { LANGUAGE_CHOICES, LANGUAGE_TAG } from '../../model/language';
import { preferences, usePreference } from '../session/preferences';
import { Choice } from '../ui/choice';
import { LanguageIcon } from '../ui/icons';
import { say } from '../ui/words';

/** The languages, each by its own name, or that of the system. */
export function LanguageMenu() {
  const chosen = usePreference((s) => s.language);
  return (
    <Popover position="right-end" trapFocus returnFocus>
      <Popover.Target>
        <button className="rail-item">
          <LanguageIcon />
          {say('shell.language')}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="popup" aria-label={say('shell.language')}>
        <Choice
          label={say('shell.language')}
          value={chosen}
          options={LANGUAGE_CHOICES.map((value) => ({
            value,
            label: say(`shell.languages.${value}`),
            ...(value !== 'system' && { lang: LANGUAGE_TAG[value] }),
          }))}
          onChange={(value) => preferences.getState().setLanguage(value)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
