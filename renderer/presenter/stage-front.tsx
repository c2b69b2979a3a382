import { useEffect, useRef, type PointerEvent } from 'react';
import { POINTER_STILL_MS, RING_FADES_MS } from './pointer';

/**
 * Before the stage: the pointer, which goes once it has stood, a ring about it while the mouse button is held, and the
 * dark while the screen is blanked. It takes every press, so that nothing on the stage can be pressed.
 */
export function StageFront({ blank }: { blank: boolean }) {
  const front = useRef<HTMLDivElement>(null);
  const ring = useRef<HTMLSpanElement>(null);
  const still = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(still.current), []);

  const hide = (): void => {
    front.current?.setAttribute('data-pointer', 'hidden');
  };
  const place = ({ clientX, clientY }: PointerEvent): void => {
    const element = ring.current;
    if (!element) return;
    element.style.left = `${String(clientX)}px`;
    element.style.top = `${String(clientY)}px`;
  };
  const moved = (event: PointerEvent): void => {
    clearTimeout(still.current);
    front.current?.setAttribute('data-pointer', 'shown');
    still.current = setTimeout(hide, POINTER_STILL_MS);
    if (event.buttons & 1) place(event);
  };
  const pressed = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    place(event);
    for (const fading of ring.current?.getAnimations() ?? []) fading.cancel();
    ring.current?.removeAttribute('hidden');
  };
  const released = (): void => {
    const element = ring.current;
    if (!element || element.hidden) return;
    const fading = element.animate([{ opacity: 1 }, { opacity: 0 }], { duration: RING_FADES_MS });
    fading.onfinish = () => element.setAttribute('hidden', '');
  };
  return (
    <div
      ref={front}
      className="stage-front"
      data-blank={blank}
      data-pointer="hidden"
      onPointerMove={moved}
      onPointerDown={pressed}
      onPointerUp={released}
      onPointerCancel={released}
    >
      <span ref={ring} className="stage-ring" hidden />
    </div>
  );
}
