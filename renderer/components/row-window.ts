import { type CSSProperties, type UIEvent, useState } from 'react';

/** Rows from this number on are virtualised: only those in sight are in the page. */
const manyRows = 200;
/** Rows drawn beyond both edges. */
const margin = 10;

interface RowWindow {
  readonly isVirtual: boolean;
  /** The rows to draw: from `first`, up to before `last`. */
  readonly first: number;
  readonly last: number;
  /** For the frame that scrolls. */
  readonly frame: {
    readonly style: CSSProperties | undefined;
    readonly onScroll: (event: UIEvent<HTMLElement>) => void;
  };
}

/** Which of `count` rows of `rowHeight` px are in sight of a frame of `height` rem. */
export function useRowWindow(count: number, rowHeight: number, height: number): RowWindow {
  const [top, setTop] = useState(0);
  const isVirtual = count >= manyRows;
  const shown = Math.ceil((height * 16) / rowHeight) + 2 * margin;
  // Fewer rows than it was scrolled past, e.g. after filtering: show the last ones.
  const furthest = Math.max(0, count - shown);
  const wanted = Math.max(0, Math.floor(top / rowHeight) - margin);
  const first = isVirtual ? Math.min(furthest, wanted) : 0;
  const last = isVirtual ? Math.min(count, first + shown) : count;
  return {
    isVirtual,
    first,
    last,
    frame: {
      style: isVirtual ? { maxHeight: `${height}rem` } : undefined,
      onScroll: (event) => isVirtual && setTop(event.currentTarget.scrollTop),
    },
  };
}
