import { useEffect, useState, type ComponentType } from 'react';
import { useAsking } from './ask-video';

/** The place of the sheet on which a video is chosen; it is loaded when it is first opened. */
export function VideoSheetHost() {
  const wanted = useAsking((s) => s.asked !== null);
  const [Sheet, setSheet] = useState<ComponentType | null>(null);
  useEffect(() => {
    if (!wanted) return;
    void import('./video-sheet').then(({ VideoSheet }) => setSheet(() => VideoSheet));
  }, [wanted]);
  return Sheet && <Sheet />;
}
