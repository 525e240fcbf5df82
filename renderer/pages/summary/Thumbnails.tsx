import { useEffect, useRef } from 'react';
import type { ReportDocument } from '../../../shared/report/blocks';
import { d } from './texts';

interface ThumbnailsProps {
  readonly document: ReportDocument;
  readonly pages: number;
  readonly current: number;
  readonly pagesOf: () => readonly HTMLElement[];
  readonly onTurn: (page: number) => void;
}

/** Small pictures of the pages, taken from the set ones; choosing one goes there. */
export function Thumbnails({ document, pages, current, pagesOf, onTurn }: ThumbnailsProps) {
  const strip = useRef<HTMLElement>(null);
  const source = useRef(pagesOf);
  source.current = pagesOf;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document has other pages
  useEffect(() => {
    const slots = strip.current?.querySelectorAll('.ty-thumbnail-page') ?? [];
    const originals = source.current();
    slots.forEach((slot, index) => {
      const copy = originals[index]?.cloneNode(true);
      if (copy instanceof HTMLElement) {
        copy.inert = true;
        copy.removeAttribute('aria-label');
        slot.replaceChildren(copy);
      }
    });
  }, [document, pages]);
  return (
    <nav className="ty-thumbnails" aria-label={d('desk.pages')} ref={strip}>
      {Array.from({ length: pages }, (_, index) => {
        const number = index + 1;
        return (
          // The picture stands beside the button, which lies over it: its words are no name.
          <div key={number} className="ty-thumbnail">
            <span className="ty-thumbnail-page" aria-hidden="true" />
            <button
              type="button"
              aria-label={d('desk.page', { page: number })}
              aria-current={number === current ? 'page' : undefined}
              onClick={() => onTurn(number)}
            >
              {number}
            </button>
          </div>
        );
      })}
    </nav>
  );
}
