import { useLayoutEffect, useRef, useState } from 'react';
import type { Block, Orientation, ReportDocument } from '../../shared/report/blocks';
import { typeAreaOf } from '../../shared/report/paper';
import { BlockView } from './BlockView';
import { fontVariables } from './fonts';
import { measure } from './measure';
import { type PageHeights, type PageOfPieces, paginate } from './paginate';
import './paper.css';

const heightOf = (orientation: Orientation): number => (typeAreaOf(orientation).height / 25.4) * 96;

/** Heights of the type area in CSS px. */
const heights: PageHeights = {
  portrait: heightOf('portrait'),
  landscape: heightOf('landscape'),
};

interface PaperProps {
  readonly document: ReportDocument;
  /** For a printer, which takes upright sheets: turned pages lie on them. */
  readonly onSheets?: boolean;
  /** Whether an empty sheet follows an odd last page, so that the next document has a front. */
  readonly isEven?: boolean;
  /** Called when all pages are there, with their number. */
  readonly onSet?: (pages: number) => void;
  /** Called with the section of a paragraph that was chosen for rewriting. */
  readonly onChoose?: (section: string) => void;
}

/**
 * The document on pages of 210 × 297 mm, each a box with its number as plain text, so that
 * preview, print and PDF are one thing on every Chromium. Set in two passes: a galley is measured,
 * then its pieces are put on pages.
 */
export function Paper({ document, onSheets = false, isEven = false, onSet, onChoose }: PaperProps) {
  const [set, setSet] = useState<{ document: ReportDocument; pages: PageOfPieces[] } | null>(null);
  const pages = set?.document === document ? set.pages : null;
  if (!pages) {
    return <Galley document={document} onMeasured={(next) => setSet({ document, pages: next })} />;
  }
  return (
    <Pages
      document={document}
      pages={pages}
      onSheets={onSheets}
      isEven={isEven}
      {...(onSet && { onSet })}
      {...(onChoose && { onChoose })}
    />
  );
}

/** For every block, how the page is held on which it stands. */
function orientationsOf(blocks: readonly Block[]): Orientation[] {
  let orientation: Orientation = 'portrait';
  return blocks.map((block) => {
    if (block.type === 'page-break') orientation = block.orientation ?? 'portrait';
    return orientation;
  });
}

interface GalleyProps {
  readonly document: ReportDocument;
  readonly onMeasured: (pages: PageOfPieces[]) => void;
}

function Galley({ document, onMeasured }: GalleyProps) {
  const column = useRef<HTMLDivElement>(null);
  const measured = useRef(onMeasured);
  measured.current = onMeasured;
  const orientations = orientationsOf(document.blocks);
  useLayoutEffect(() => {
    let live = true;
    // Only a laid out text asks for its fonts; glyphs stand where they will once those are there.
    column.current?.getBoundingClientRect();
    void window.document.fonts.ready.then(() => {
      if (!live || !column.current) return;
      const elements = [...column.current.children];
      const blocks = document.blocks.flatMap((block, index) => {
        const wrapper = elements[index];
        return wrapper ? [measure(wrapper.firstElementChild ?? wrapper, block)] : [];
      });
      measured.current(paginate(blocks, heights));
    });
    return () => {
      live = false;
    };
  }, [document]);
  return (
    <div
      className="paper-galley"
      ref={column}
      aria-hidden="true"
      lang={document.language}
      style={fontVariables}
    >
      {document.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a finished document do not move
        <div key={index} className={`paper-block paper-block-${orientations[index]}`}>
          <BlockView block={block} from={0} language={document.language} />
        </div>
      ))}
    </div>
  );
}

interface PagesProps extends Omit<PaperProps, 'onSheets' | 'isEven'> {
  readonly pages: readonly PageOfPieces[];
  readonly onSheets: boolean;
  readonly isEven: boolean;
}

function Pages({ document, pages, onSheets, isEven, onSet, onChoose }: PagesProps) {
  const told = useRef(onSet);
  told.current = onSet;
  useLayoutEffect(() => told.current?.(pages.length), [pages]);
  const views = pages.map((page, index) => {
    const number = index + 1;
    const view = (
      <PageView
        key={number}
        document={document}
        page={page}
        number={number}
        {...(onChoose && { onChoose })}
      />
    );
    if (!onSheets) return view;
    return (
      <div key={number} className="paper-sheet">
        {view}
      </div>
    );
  });
  if (isEven && pages.length % 2 === 1) views.push(<div key="back" className="paper-sheet" />);
  return views;
}

interface PageViewProps {
  readonly document: ReportDocument;
  readonly page: PageOfPieces;
  readonly number: number;
  readonly onChoose?: (section: string) => void;
}

/** One page with its number. */
export function PageView({ document, page, number, onChoose }: PageViewProps) {
  const outerSide = number % 2 === 1 ? 'odd' : 'even';
  const side = document.pageNumbers === 'centre' ? 'centre' : outerSide;
  return (
    <section
      className={`paper-page paper-page-${page.orientation}`}
      aria-label={String(number)}
      lang={document.language}
      style={fontVariables}
    >
      <div className="paper-type-area">
        {page.pieces.map((piece) => {
          const key = `${piece.index}.${piece.from}`;
          const section = piece.block.type === 'paragraph' ? piece.block.section : undefined;
          const view = <BlockView {...piece} language={document.language} />;
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
      <p className={`paper-number paper-number-${side}`}>— {number} —</p>
    </section>
  );
}
