import { Suspense, useLayoutEffect, useRef, useState } from 'react';
import type { ReportDocument } from '../../shared/report/blocks';
import { BlockView } from './BlockView';
import { measure } from './measure';
import { type Piece, paginate } from './paginate';

/** Height of the type area: 22 lines on 225 mm (GB/T 9704-2012), in CSS px. */
const typeAreaHeight = (225 / 25.4) * 96;

interface PaperProps {
  readonly document: ReportDocument;
  /** Called when all pages are set, with their number. */
  readonly onSet?: (pages: number) => void;
  /** Called with the section of a paragraph that was chosen for rewriting. */
  readonly onChoose?: (section: string) => void;
}

/**
 * The document on pages of 210 × 297 mm, each a box with its number as plain text, so that
 * preview, print and PDF are one thing on every Chromium. Set in two passes: a galley is measured,
 * then its pieces are put on pages.
 */
export function Paper({ document, onSet, onChoose }: PaperProps) {
  const [set, setSet] = useState<{ document: ReportDocument; pages: Piece[][] } | null>(null);
  const pages = set?.document === document ? set.pages : null;
  return (
    <Suspense fallback={null}>
      {pages ? (
        <Pages document={document} pages={pages} {...(onChoose && { onChoose })} />
      ) : (
        <Galley
          document={document}
          onMeasured={(next) => {
            setSet({ document, pages: next });
            onSet?.(next.length);
          }}
        />
      )}
    </Suspense>
  );
}

interface GalleyProps {
  readonly document: ReportDocument;
  readonly onMeasured: (pages: Piece[][]) => void;
}

function Galley({ document, onMeasured }: GalleyProps) {
  const column = useRef<HTMLDivElement>(null);
  const measured = useRef(onMeasured);
  measured.current = onMeasured;
  useLayoutEffect(() => {
    let live = true;
    // Glyph positions are final once the fonts are there.
    void window.document.fonts.ready.then(() => {
      if (!live || !column.current) return;
      const elements = [...column.current.children];
      const blocks = document.blocks.flatMap((block, index) => {
        const wrapper = elements[index];
        return wrapper ? [measure(wrapper.firstElementChild ?? wrapper, block)] : [];
      });
      measured.current(paginate(blocks, typeAreaHeight));
    });
    return () => {
      live = false;
    };
  }, [document]);
  return (
    <div className="paper-galley" ref={column} aria-hidden="true">
      {document.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a finished document do not move
        <div key={index} className="paper-block">
          <BlockView block={block} from={0} />
        </div>
      ))}
    </div>
  );
}

interface PagesProps {
  readonly document: ReportDocument;
  readonly pages: readonly (readonly Piece[])[];
  readonly onChoose?: (section: string) => void;
}

function Pages({ document, pages, onChoose }: PagesProps) {
  const side = (number: number): string => {
    if (document.pageNumbers === 'centre') return 'centre';
    return number % 2 === 1 ? 'odd' : 'even';
  };
  return pages.map((pieces, index) => {
    const number = index + 1;
    return (
      <section key={number} className="paper-page" aria-label={String(number)}>
        <div className="paper-type-area">
          {pieces.map((piece) => {
            const key = `${piece.index}.${piece.from}`;
            const section = piece.block.type === 'paragraph' ? piece.block.section : undefined;
            const view = <BlockView {...piece} />;
            if (!section || !onChoose) {
              return (
                <div key={key} className="paper-block">
                  {view}
                </div>
              );
            }
            return (
              <button
                key={key}
                type="button"
                className="paper-block paper-choice"
                onClick={() => onChoose(section)}
              >
                {view}
              </button>
            );
          })}
        </div>
        <p className={`paper-number paper-number-${side(number)}`}>— {number} —</p>
      </section>
    );
  });
}
