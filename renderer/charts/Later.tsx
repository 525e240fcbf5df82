import { type ReactNode, startTransition, useEffect, useState } from 'react';

interface LaterProps {
  /** Height of what comes, in px, so that nothing jumps. */
  readonly height: number;
  readonly children: ReactNode;
}

/** What takes long to draw: once the page around it is on the screen, in a box kept free for it. */
export function Later({ height, children }: LaterProps) {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    let wait: ReturnType<typeof setTimeout> | undefined;
    // The timer of a frame runs when that frame has been shown.
    const frame = requestAnimationFrame(() => {
      wait = setTimeout(() => startTransition(() => setDue(true)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(wait);
    };
  }, []);
  return <div style={{ minHeight: height }}>{isDue && children}</div>;
}
