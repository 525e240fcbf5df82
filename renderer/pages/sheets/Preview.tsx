import { useMemo, useState } from 'react';
import type { Field } from '../../../shared/kinds/field';
import { cellText } from '../../../shared/sheet/book';
import type { RowNews, RowState } from '../../../shared/sheet/compare';
import type { Meaning } from '../../../shared/sheet/layout';
import type { ImportedRow } from '../../../shared/sheet/sheet-import';
import { type Column, Table } from '../../components/Table';
import { bilingual } from '../../i18n/i18n';
import { TypedCell } from './TypedCell';
import { s } from './texts';

interface PreviewProps {
  readonly rows: readonly ImportedRow[];
  readonly fields: readonly Field[];
  readonly meanings: readonly Meaning[];
  readonly sections: readonly string[];
  /** Another text for a cell of a row. */
  readonly onMend: (row: number, field: Field, text: string) => void;
}

interface Line extends ImportedRow {
  readonly id: string;
}

const rowStates: readonly RowState[] = ['new', 'changed', 'wrong', 'unchanged'];

/** Least width of a column in which something is said of a cell, in rem. */
const saidWidth = 11;

/** Rows that are wrong come first, then those that deserve a look. */
const urgency = ({ state, needsLook }: RowNews): number =>
  state === 'wrong' ? 0 : needsLook ? 1 : 2;

/** Sign before the word, so that no state is told by colour alone. */
const signs: Readonly<Record<RowState, string>> = {
  new: '＋',
  changed: '≠',
  unchanged: '＝',
  wrong: '✕',
};

interface CellOfProps {
  readonly line: Line;
  readonly field: Field;
  readonly column: number;
  readonly sections: readonly string[];
  readonly onMend: PreviewProps['onMend'];
}

/** What a cell does; one that cannot be read is mended where it stands. */
function CellOf({ line, field, column, sections, onMend }: CellOfProps) {
  const text = cellText(line.line.cells[column]);
  const news = line.cells[field.key];
  if (!news) return <span className="ty-soft">{text}</span>;
  const { state, before, reason } = news;
  const isToMend = state === 'open' || (state === 'wrong' && column >= 0);
  return (
    <span className={`ty-sheets-cell ty-sheets-${state}`}>
      {isToMend ? (
        <TypedCell
          field={field}
          text={text}
          label={s('sheets.mend', { row: line.row, field: bilingual(field.label) })}
          sections={sections}
          canBeEmpty={!field.required}
          onSettle={(typed) => onMend(line.row, field, typed)}
        />
      ) : (
        <span className={field.control.type === 'day' ? 'ty-nowrap' : undefined}>
          {news.text || (state === 'wrong' ? '—' : '')}
        </span>
      )}
      {state === 'changed' && (
        <span className="ty-sheets-why">
          {before ? s('sheets.before', { text: before }) : s('sheets.before.empty')}
        </span>
      )}
      {reason && <span className="ty-sheets-why">{bilingual(reason)}</span>}
    </span>
  );
}

type Shown = RowState | 'all' | 'look';

/** Each row of the sheet with what it would do, and the reason in the very cell. */
export function Preview({ rows, fields, meanings, sections, onMend }: PreviewProps) {
  const counts = useMemo(() => {
    const sums: Record<Shown, number> = {
      all: rows.length,
      look: 0,
      new: 0,
      changed: 0,
      unchanged: 0,
      wrong: 0,
    };
    for (const { state, needsLook } of rows) {
      sums[state] += 1;
      if (needsLook && state !== 'wrong') sums.look += 1;
    }
    return sums;
  }, [rows]);
  const [shown, setShown] = useState<Shown>('all');
  const lines = useMemo(
    () =>
      rows
        .filter(
          ({ state, needsLook }) =>
            shown === 'all' ||
            (shown === 'look' ? needsLook && state !== 'wrong' : state === shown),
        )
        .map((row, at): Line => ({ ...row, id: `${row.row}-${at}` }))
        .sort((a, b) => urgency(a) - urgency(b)),
    [rows, shown],
  );
  const said = useMemo(
    () =>
      new Set(
        rows.flatMap(({ cells }) =>
          Object.entries(cells).flatMap(([key, { reason }]) => (reason ? [key] : [])),
        ),
      ),
    [rows],
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
          ...(field.width && {
            // What is said below a value needs some room.
            width: `${Math.max(field.width, said.has(field.key) ? saidWidth : 0)}rem`,
          }),
          cell: (line) => (
            <CellOf line={line} field={field} column={column} sections={sections} onMend={onMend} />
          ),
        },
      ];
    }),
  ];
  return (
    <>
      <fieldset className="ty-sheets-filters" aria-label={s('sheets.result')}>
        {(['all', 'look', ...rowStates] as const).map((state) => (
          <button
            key={state}
            type="button"
            className="ty-button ty-button-small"
            aria-pressed={shown === state}
            onClick={() => setShown(state)}
          >
            {s('sheets.filter', {
              name:
                state === 'all'
                  ? s('sheets.preview.all')
                  : state === 'look'
                    ? s('sheets.look')
                    : s(`sheets.state.${state}`),
              count: counts[state],
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
