import { useEffect, useState } from 'react';

/** The address of the newest picture of the stage; null before the first. */
export function useStagePicture(): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let shown: string | null = null;
    const stop = window.bufferscope.on('notes:picture', (jpeg) => {
      const next = URL.createObjectURL(new Blob([jpeg], { type: 'image/jpeg' }));
      const before = shown;
      shown = next;
      setAddress(next);
      if (before !== null) URL.revokeObjectURL(before);
    });
    return () => {
      stop();
      if (shown !== null) URL.revokeObjectURL(shown);
    };
  }, []);
  return address;
}
