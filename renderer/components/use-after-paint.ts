import { startTransition, useEffect, useState } from 'react';

/**
 * False while what asks is drawn first, true once that is on the screen: for what lies further down
 * or can wait. It is then drawn in a transition, so that a key pressed meanwhile comes before it.
 */
export function useAfterPaint(): boolean {
  const [isAfter, setAfter] = useState(false);
  useEffect(() => {
    let timer = 0;
    // The frame is painted after its callbacks, before the next task.
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => startTransition(() => setAfter(true)));
    });
    return () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    };
  }, []);
  return isAfter;
}
