import { useMemo, useState } from 'react';
import type { Field } from '../../../shared/kinds/field';
import { cellText, type Grid } from '../../../shared/sheet/book';
import type { CellNews, RowNews, RowState } from '../../../shared/sheet/compare';
import type { Meaning } from '../../../shared/sheet/layout';
import { type Column, Table } from '../../components/Table';
import { bilingual } from '../../i18n/i18n';
import { s } from './texts';

interface PreviewProps {
  readonly rows: readonly RowNews[];
  readonly grid: Grid;
  readonly fields: readonly Field[];
  readonly meanings: readonly Meaning[];
}

interface Line extends RowNews {
  readonly id: string;
}

export const rowStates: readonly RowState[] = ['new', 'changed', 'wrong', 'unchanged'];

/** Sign before the word, so that no state is told by colour alone. */
const signs: Readonly<Record<RowState, string>> = {
  new: '＋',
  changed: '≠',
  unchanged: '＝',
  wrong: '✕',
};

function CellOf({ news, text }: { readonly news: CellNews | undefined; readonly text: string }) {
  if (!news) return <span className="ty-soft">{text}</span>;
  const { state, before, reason } = news;
  return (
    <span className={`ty-sheets-cell ty-sheets-${state}`}>
      {news.text || (state === 'wrong' ? '—' : '')}
      {state === 'changed' && (
        <span className="ty-sheets-why">
          {before ? s('sheets.before', { text: before }) : s('sheets.before.empty')}
        </span>
      )}
      {reason && <span className="ty-sheets-why">{bilingual(reason)}</span>}
    </span>
  );
}

/** Each row of the sheet with what it would do, and the reason in the very cell. */
export function Preview({ rows, grid, fields, meanings }: PreviewProps) {
  const counts = useMemo(() => {
    const sums: Record<RowState, number> = { new: 0, changed: 0, unchanged: 0, wrong: 0 };
    for (const { state } of rows) sums[state] += 1;
    return sums;
  }, [rows]);
  const [shown, setShown] = useState<RowState | 'all'>('all');
  const lines = useMemo(
    () =>
      rows
        .filter(({ state }) => shown === 'all' || state === shown)
        .map((row): Line => ({ ...row, id: String(row.row) })),
    [rows, shown],
  );
  const columns: readonly Column<Line>[] = [
    {
      id: 'row',
      title: s('sheets.row'),
      width: '4rem',
      align: 'number',
      sortBy: ({ row }) => row,
      cell: ({ row }) => row,
    },
    {
      id: 'state',
      title: s('sheets.result'),
      width: '6rem',
      sortBy: ({ state }) => rowStates.indexOf(state),
      cell: ({ state, reason }) => (
        <span className={`ty-sheets-cell ty-sheets-${state}`}>
          <span className="ty-nowrap">
            <span aria-hidden="true">{signs[state]}</span> {s(`sheets.state.${state}`)}
          </span>
          {reason && <span className="ty-sheets-why">{bilingual(reason)}</span>}
        </span>
      ),
    },
    ...fields.flatMap((field): Column<Line>[] => {
      const column = meanings.indexOf(field.key);
      // A required field without a column is shown where it is missed.
      if (column < 0 && !rows.some(({ cells }) => cells[field.key])) return [];
      return [
        {
          id: field.key,
          title: bilingual(field.label),
          ...(field.width && { width: `${field.width}rem` }),
          cell: ({ row, cells }) => (
            <CellOf news={cells[field.key]} text={cellText(grid[row - 1]?.[column])} />
          ),
        },
      ];
    }),
  ];
  return (
    <>
      <fieldset className="ty-sheets-filters" aria-label={s('sheets.result')}>
        {(['all', ...rowStates] as const).map((state) => (
          <button
            key={state}
            type="button"
            className="ty-button ty-button-small"
            aria-pressed={shown === state}
            onClick={() => setShown(state)}
          >
            {s('sheets.filter', {
              name: state === 'all' ? s('sheets.preview.all') : s(`sheets.state.${state}`),
              count: state === 'all' ? rows.length : counts[state],
            })}
          </button>
        ))}
      </fieldset>
      {lines.length === 0 ? (
        <p className="ty-hint">{s('sheets.none')}</p>
      ) : (
        <Table label={s('sheets.preview')} rows={lines} columns={columns} height={26} isUnsaved />
      )}
    </>
  );
}
