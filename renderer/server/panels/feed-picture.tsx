import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { FeedSource } from '../../../electron/ipc/server-port';
import { say } from '../../ui/words';
import { useServerRoom } from '../state/room';

interface FeedPictureProps {
  url: string;
  /** Path and query of it. */
  target: string;
  source: FeedSource;
}

/** The picture of the feed, for as long as it is on the page. */
export function FeedPicture({ url, target, source }: FeedPictureProps) {
  const ref = useRef<HTMLImageElement>(null);
  const [failed, setFailed] = useState(false);
  const waits = useServerRoom(
    ({ snapshot }) =>
      snapshot?.clients.some((client) => client.target === target && client.seatedMs === null) ??
      false,
  );
  useLayoutEffect(() => {
    const image = ref.current;
    if (!image) return;
    image.src = url;
    // Taken off the page alone, an image goes on loading for as long as it is remembered somewhere.
    return () => image.removeAttribute('src');
  }, [url]);
  // A feed that could not be shown is asked for again once it shows something else.
  useEffect(() => {
    const image = ref.current;
    if (image?.dataset['failed'] === 'true') image.src = url;
  }, [source, url]);
  return (
    <>
      <img
        ref={ref}
        // With its origin: a picture that any other page embeds is refused.
        crossOrigin="anonymous"
        alt={say('server.watch.feedAlt')}
        data-failed={failed}
        onLoad={() => setFailed(false)}
        onError={() => setFailed(true)}
      />
      {(waits || failed) && (
        <p className="note">{say(`server.watch.${waits ? 'feedWaits' : 'feedFailed'}`)}</p>
      )}
    </>
  );
}
