import { say } from '../ui/words';
import { showAll, useProfile } from '../window/profile';

/** Says that something is hidden, and for whom; the way back is one press. */
export function ProfileNote() {
  const profile = useProfile();
  if (!profile) return null;
  const { title, rooms, controls } = profile;
  const hidden = [
    ...rooms.map((room) => say(`rooms.${room}`)),
    ...controls.map((control) => say(`profile.controls.${control}`)),
  ].join(', ');
  return (
    <button
      className="rail-item profile-note"
      title={say('profile.hidden', { title, hidden })}
      onClick={showAll}
    >
      <small>{title}</small>
      {say('profile.showAll')}
    </button>
  );
}
