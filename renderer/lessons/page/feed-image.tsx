import { useLayoutEffect, useRef } from 'react';
import { say } from '../../ui/words';

/** A feed as any page shows it, by a plain `<img>`; its last picture stays when it is over. */
export function FeedImage({ url }: { url: string | null }) {
  const ref = useRef<HTMLImageElement>(null);
  useLayoutEffect(() => {
    const image = ref.current;
    if (!image || url === null) return;
    image.src = url;
  }, [url]);
  useLayoutEffect(() => {
    const image = ref.current;
    // Taken off the page alone, an image goes on loading for as long as it is remembered somewhere.
    return () => image?.removeAttribute('src');
  }, []);
  return (
    // With its origin: a picture that any other page embeds is refused.
    <img
      ref={ref}
      className="lesson-feed"
      data-on={url !== null}
      crossOrigin="anonymous"
      alt={say('server.watch.feedAlt')}
    />
  );
}
