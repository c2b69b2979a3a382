import { PITCH } from './paint-tank';

/** The two tiles of a tank as fills of its svg: one that is held, `#{id}f`, and one that is not, `#{id}e`. */
export function TilePatterns({ id, unread }: { id: string; unread: boolean }) {
  return (
    <defs>
      <pattern id={`${id}e`} width={PITCH} height={PITCH} patternUnits="userSpaceOnUse">
        {unread ? (
          <rect x="3.5" y="3.5" width="5" height="5" fill="var(--unread-tile)" />
        ) : (
          <rect x="1" y="1" width="10" height="10" fill="var(--empty-tile)" />
        )}
      </pattern>
      <pattern id={`${id}f`} width={PITCH} height={PITCH} patternUnits="userSpaceOnUse">
        <rect x=".75" y=".75" width="10.5" height="10.5" fill="var(--hue)" />
      </pattern>
    </defs>
  );
}
