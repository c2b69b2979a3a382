import { Popover } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { preferences, usePreference, type Theme } from '../session/preferences';
import { ThemeIcon } from '../ui/icons';
import { Choice } from '../ui/choice';

const THEMES: readonly Theme[] = ['light', 'dark', 'system'];

/** Light, dark or as the system. */
export function ThemeMenu() {
  const { t } = useTranslation();
  const theme = usePreference((s) => s.theme);
  return (
    <Popover position="right-end" trapFocus returnFocus>
      <Popover.Target>
        <button className="rail-item">
          <ThemeIcon />
          {t('shell.theme')}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="popup" aria-label={t('shell.theme')}>
        <Choice
          label={t('shell.theme')}
          value={theme}
          options={THEMES.map((value) => ({ value, label: t(`shell.themes.${value}`) }))}
          onChange={(value) => preferences.getState().setTheme(value)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
