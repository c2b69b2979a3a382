import { useTranslation } from 'react-i18next';
import {
  CompareIcon,
  LessonsIcon,
  Mark,
  RunsIcon,
  ServerIcon,
  VideoIcon,
  WhatIfIcon,
} from '../ui/icons';
import { say } from '../ui/words';
import { useProfile } from '../window/profile';
import { ProfileNote } from './profile-note';
import { ROOM_DIGIT, rooms, ROOMS, useRoom } from '../window/rooms';
import { railWord } from '../video-export/video-words';
import { useVideos } from '../video-export/videos';
import { HelpMenu } from './help-menu';
import { LanguageMenu } from './language-menu';
import { SoundMenu } from './sound-menu';
import { ThemeMenu } from './theme-menu';

const ICONS = {
  compare: CompareIcon,
  server: ServerIcon,
  'what-if': WhatIfIcon,
  lessons: LessonsIcon,
  runs: RunsIcon,
  video: VideoIcon,
};

/** The rail: the rooms there are, that of videos once there is one, then sound, theme, language and help. */
export function Rail() {
  const { t } = useTranslation();
  const shown = useRoom((s) => s.room);
  const busy = useRoom((s) => s.busy);
  const video = useVideos(railWord);
  const profile = useProfile();
  return (
    <nav className="rail" aria-label={t('shell.rooms')}>
      <Mark />
      {ROOMS.filter(
        (room) =>
          room === shown ||
          (!profile?.rooms.some((each) => each === room) && (room !== 'video' || video !== null)),
      ).map((room) => {
        const Icon = ICONS[room];
        return (
          <button
            key={room}
            className="rail-item"
            aria-current={room === shown ? 'page' : undefined}
            aria-keyshortcuts={`Control+${String(ROOM_DIGIT[room])}`}
            onClick={() => rooms.getState().go(room)}
          >
            <Icon />
            {say(`rooms.${room}`)}
            {room === 'video' && video && <small>{video}</small>}
            {busy.includes(room) && (
              <span className="rail-busy">
                <span className="unseen">{say('rooms.busy')}</span>
              </span>
            )}
          </button>
        );
      })}
      <span className="push" />
      <ProfileNote />
      <SoundMenu />
      <ThemeMenu />
      <LanguageMenu />
      <HelpMenu />
    </nav>
  );
}
