import { type ReactNode, useId, useRef, useState } from 'react';
import { tellFailure } from '../state/act';
import { CallFailed, call } from '../state/bridge';
import { notify } from '../state/notices';
import './charts.css';
import { c } from './texts';

interface ChartFigureProps {
  readonly title: string;
  /** One sentence that says what the chart shows. */
  readonly sentence: string;
  readonly chart: ReactNode;
  /** The exact values. Absent where the chart is itself a table. */
  readonly table?: ReactNode;
  /** Whether the table is there from the start. */
  readonly withTable?: boolean;
  /** Choices of what is drawn, beside the title. */
  readonly children?: ReactNode;
}

/**
 * A chart with its title, its sentence and, one press away, its exact table. It can be saved as a
 * picture or copied, always with title and sentence. Drilling down is the chart's own matter.
 */
export function ChartFigure(props: ChartFigureProps) {
  const { title, sentence, chart, table, withTable = false, children } = props;
  const [hasTable, setHasTable] = useState(withTable);
  const [isBusy, setBusy] = useState(false);
  const picture = useRef<HTMLDivElement>(null);
  const heading = useId();

  const put = async (where: 'save' | 'copy') => {
    if (!picture.current) return;
    setBusy(true);
    try {
      const { pictureOf } = await import('./picture');
      const png = await pictureOf(picture.current);
      if (where === 'copy') {
        await call('pictures.copy', { png });
        notify({ urgency: 'polite', text: c('charts.copied') });
      } else {
        const saved = await call('pictures.save', { png, fileName: title });
        const run = (path: string) => () => void call('app.reveal', path).catch(tellFailure);
        if (saved) {
          notify({
            urgency: 'polite',
            text: c('charts.saved', { path: saved.path }),
            action: { label: c('charts.reveal'), run: run(saved.path) },
          });
        }
      }
    } catch (error) {
      if (error instanceof CallFailed) tellFailure(error);
      else notify({ urgency: 'assertive', text: c('charts.failed') });
    }
    setBusy(false);
  };
  const named = (action: string) => c('charts.of', { action, title });

  return (
    <figure className="ty-chart" aria-labelledby={heading}>
      <div ref={picture}>
        <div className="ty-chart-head">
          <h2 id={heading}>{title}</h2>
          <div className="ty-chart-actions" data-no-picture="">
            {children}
            {table && (
              <button
                type="button"
                className="ty-link"
                aria-expanded={hasTable}
                aria-label={named(c(hasTable ? 'charts.hideTable' : 'charts.table'))}
                onClick={() => setHasTable(!hasTable)}
              >
                {c(hasTable ? 'charts.hideTable' : 'charts.table')}
              </button>
            )}
            {(['save', 'copy'] as const).map((where) => (
              <button
                key={where}
                type="button"
                className="ty-link"
                disabled={isBusy}
                aria-label={named(c(`charts.${where}`))}
                onClick={() => void put(where)}
              >
                {c(`charts.${where}`)}
              </button>
            ))}
          </div>
        </div>
        <figcaption className="ty-chart-sentence">{sentence}</figcaption>
        {chart}
      </div>
      {hasTable && table && <div className="ty-chart-table">{table}</div>}
    </figure>
  );
}
