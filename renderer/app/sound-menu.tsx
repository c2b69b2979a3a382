import { Popover, Slider } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { preferences, usePreference } from '../session/preferences';
import { session, useSession } from '../session/session';
import { Choice } from '../ui/choice';
import { SoundIcon } from '../ui/icons';

/** Volume, mute, and the one lane that is heard. */
export function SoundMenu() {
  const { t } = useTranslation();
  const volume = usePreference((s) => s.volume);
  const muted = usePreference((s) => s.muted);
  const audible = useSession((s) => s.audible);
  const methods = useSession((s) => s.settings.methods);
  const { setAudible } = session.getState();
  const { setVolume } = preferences.getState();
  return (
    <Popover position="right-end" trapFocus returnFocus>
      <Popover.Target>
        <button className="rail-item">
          <SoundIcon on={!muted && volume > 0} />
          {t('shell.sound')}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="popup" aria-label={t('shell.sound')}>
        <h2>{t('shell.heard')}</h2>
        <Choice
          label={t('shell.heard')}
          value={audible}
          options={methods.map((value) => ({ value, label: t(`lanes.methods.${value}`) }))}
          onChange={setAudible}
        />
        <h2>{t('shell.volume')}</h2>
        <Slider
          value={Math.round(volume * 100)}
          onChange={(value) => setVolume(value / 100, false)}
          label={(value) => `${String(value)} %`}
          thumbLabel={t('shell.volume')}
        />
        <button className="btn" aria-pressed={muted} onClick={() => setVolume(volume, !muted)}>
          {muted ? t('shell.unmute') : t('shell.mute')}
        </button>
      </Popover.Dropdown>
    </Popover>
  );
}
