import { useTranslation } from 'react-i18next';
import { session } from '../compare/session';
import { CompareIcon, HelpIcon, Mark } from '../ui/icons';
import { SoundMenu } from './sound-menu';
import { ThemeMenu } from './theme-menu';

/** The rail: the rooms there are, then sound, theme and help. */
export function Rail() {
  const { t } = useTranslation();
  return (
    <nav className="rail" aria-label={t('shell.rooms')}>
      <Mark />
      <span className="rail-item" aria-current="page">
        <CompareIcon />
        {t('shell.compare')}
      </span>
      <span className="push" />
      <SoundMenu />
      <ThemeMenu />
      <button className="rail-item" onClick={() => session.getState().setHelpOpen(true)}>
        <HelpIcon />
        {t('shell.help')}
      </button>
    </nav>
  );
}
