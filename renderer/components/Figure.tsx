import { type ReactNode, useState } from 'react';
import { t } from '../i18n/i18n';

interface FigureProps {
  readonly title: string;
  /** One sentence that says what the chart shows. */
  readonly sentence: string;
  readonly chart: ReactNode;
  /** The exact values. */
  readonly table: ReactNode;
}

/** A chart with its sentence; its exact table is one press away. */
export function Figure({ title, sentence, chart, table }: FigureProps) {
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className="ty-figure">
      <div className="ty-figure-head">
        <h2>{title}</h2>
        <button
          type="button"
          className="ty-link"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {t(asTable ? 'components.chart' : 'components.table')}
        </button>
      </div>
      <figcaption className="ty-figure-sentence">{sentence}</figcaption>
      {asTable ? table : chart}
    </figure>
  );
}
