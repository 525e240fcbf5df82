import { startTransition, useEffect, useState } from 'react';

/** Calls back once the frame that is due is on the screen; gives what calls that off. */
function afterFrame(then: () => void): () => void {
  let timer = 0;
  // The frame is painted after its callbacks, before the next task.
  const frame = requestAnimationFrame(() => {
    timer = window.setTimeout(() => startTransition(then));
  });
  return () => {
    cancelAnimationFrame(frame);
    window.clearTimeout(timer);
  };
}

/**
 * False while what asks is drawn first, true once that is on the screen: for what lies further down
 * or can wait. It is then drawn in a transition, so that a key pressed meanwhile comes before it.
 */
export function useAfterPaint(): boolean {
  const [isAfter, setAfter] = useState(false);
  useEffect(() => afterFrame(() => setAfter(true)), []);
  return isAfter;
}

/**
 * A value as it was until the frame that answers its change is on the screen; then the new one. For
 * what is drawn beside the answer. (useDeferredValue draws before that frame if it finds time, and
 * delays it.) Not for functions.
 */
export function useLater<V extends object>(value: V): V {
  const [shown, setShown] = useState(value);
  useEffect(() => afterFrame(() => setShown(value)), [value]);
  return shown;
}
