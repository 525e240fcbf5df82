import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ReportDocument } from '../../../shared/report/blocks';
import { Choice } from '../../components/Choice';
import { Paper } from '../../print/Paper';
import { Thumbnails } from './Thumbnails';
import { d } from './texts';

type Fit = 'width' | 'whole' | 'two';

/** Width and height of a page and the gap between two, in CSS px. */
const page = { width: (210 / 25.4) * 96, height: (297 / 25.4) * 96, gap: 20 };
const smallest = 0.25;
const largest = 2;

function zoomFor(fit: Fit, { clientWidth, clientHeight }: HTMLElement): number {
  const width = clientWidth - 2 * page.gap;
  if (fit === 'two') return (width - page.gap) / (2 * page.width);
  if (fit === 'whole') return Math.min(width / page.width, (clientHeight - 40) / page.height);
  return width / page.width;
}

interface PaperDeskProps {
  readonly document: ReportDocument;
  readonly onSet: (pages: number) => void;
  readonly onChoose?: ((section: string) => void) | undefined;
}

/** The paper on a desk: pages beside each other, at any size, with their thumbnails. */
export function PaperDesk({ document, onSet, onChoose }: PaperDeskProps) {
  const desk = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState<Fit | null>('width');
  const [zoom, setZoom] = useState(0.75);
  const [set, setSet] = useState<{ document: ReportDocument; pages: number } | null>(null);
  const [current, setCurrent] = useState(1);

  useEffect(() => {
    const element = desk.current;
    if (!element || !fit) return;
    const measure = () => setZoom(Math.min(largest, Math.max(smallest, zoomFor(fit, element))));
    measure();
    // Not there outside a browser; the size then stays as it was measured.
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [fit]);

  const pagesOf = (): HTMLElement[] => [
    ...(desk.current?.querySelectorAll<HTMLElement>('.paper-page') ?? []),
  ];
  const turnTo = (number: number) => {
    const pages = pagesOf();
    const target = Math.min(pages.length, Math.max(1, number));
    setCurrent(target);
    pages[target - 1]?.scrollIntoView({ block: 'start', inline: 'nearest' });
  };
  const resize = (by: number) => {
    setFit(null);
    setZoom((now) => Math.min(largest, Math.max(smallest, Math.round((now + by) * 20) / 20)));
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const moves: Record<string, () => void> = {
      PageDown: () => turnTo(current + 1),
      PageUp: () => turnTo(current - 1),
      Home: () => turnTo(1),
      End: () => turnTo(Number.MAX_SAFE_INTEGER),
      '+': () => resize(0.1),
      '=': () => resize(0.1),
      '-': () => resize(-0.1),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  const scrolled = () => {
    const top = desk.current?.getBoundingClientRect().top ?? 0;
    const half = (desk.current?.clientHeight ?? 0) / 2;
    const index = pagesOf().findIndex((one) => one.getBoundingClientRect().bottom > top + half);
    if (index >= 0) setCurrent(index + 1);
  };

  const count = set?.document === document ? set.pages : 0;
  return (
    <div className="ty-desk">
      <div className="ty-actions ty-desk-bar">
        <Choice
          label={d('desk.zoom')}
          value={fit}
          options={[
            { value: 'width', label: d('desk.width') },
            { value: 'whole', label: d('desk.whole') },
            { value: 'two', label: d('desk.two') },
          ]}
          onChange={setFit}
        />
        <button
          type="button"
          className="ty-button ty-button-small"
          aria-label={d('desk.smaller')}
          onClick={() => resize(-0.1)}
        >
          −
        </button>
        <output className="ty-desk-zoom">{Math.round(zoom * 100)}%</output>
        <button
          type="button"
          className="ty-button ty-button-small"
          aria-label={d('desk.larger')}
          onClick={() => resize(0.1)}
        >
          +
        </button>
        <span className="ty-soft">{count > 0 && `${current} / ${count}`}</span>
      </div>
      <div className="ty-desk-body">
        <Thumbnails
          key={count === 0 ? 'none' : document.title}
          document={document}
          pages={count}
          current={current}
          pagesOf={pagesOf}
          onTurn={turnTo}
        />
        <section
          className="ty-desk-top"
          ref={desk}
          aria-label={d('desk.label')}
          title={d('desk.keys')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
          tabIndex={0}
          onKeyDown={pressed}
          onScroll={scrolled}
        >
          <div
            className={fit === 'two' || zoom < 0.6 ? 'ty-desk-pages ty-desk-rows' : 'ty-desk-pages'}
            style={{ '--paper-zoom': zoom } as React.CSSProperties}
          >
            <Paper
              document={document}
              onSet={(pages) => {
                setSet({ document, pages });
                onSet(pages);
              }}
              {...(onChoose && { onChoose })}
            />
          </div>
        </section>
      </div>
    </div>
  );
}
