import type { Recovery, UnfinishedVideo } from '../../electron/ipc/video-queue-requests';
import { largeSize } from '../../model/figures';
import { Notice } from '../ui/notice';
import { say } from '../ui/words';
import { placeOf } from './video-words';
import { recover, useVideos } from './videos';

/** A video that was not finished when the app ended, one after the other: what is to become of it is asked once. */
export function UnfinishedNotice() {
  const video = useVideos((s) => s.unfinished[0]);
  if (!video) return null;
  const { name, folder } = placeOf(video.file);
  const begun = video.bytes !== null;
  return (
    <Notice
      role="alert"
      key={video.id}
      title={say(`videoExport.unfinished.${begun ? 'broken' : 'waiting'}`, { name })}
      ways={waysOf(video).map(({ how, word }, i) => (
        <button
          key={how}
          className={i === 0 ? 'btn primary' : 'btn'}
          onClick={() => void recover(video.id, how)}
        >
          {say(`videoExport.unfinished.${word}`)}
        </button>
      ))}
    >
      {video.bytes !== null && (
        <p>
          {say('videoExport.unfinished.written', { size: largeSize(video.bytes) })}{' '}
          <span className="small">{say('videoExport.unfinished.once', { folder })}</span>
        </p>
      )}
    </Notice>
  );
}

/** What can be done with it, the nearest first. */
function waysOf({ bytes, again }: UnfinishedVideo): { how: Recovery; word: string }[] {
  const begun = bytes !== null;
  return [
    ...(again ? [{ how: 'finish' as const, word: begun ? 'finish' : 'make' }] : []),
    ...(begun ? [{ how: 'keep' as const, word: 'keep' }] : []),
    { how: 'delete', word: begun ? 'delete' : 'drop' },
    ...(begun ? [{ how: 'leave' as const, word: 'leave' }] : []),
  ];
}
