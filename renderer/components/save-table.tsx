import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { isDay } from '../../shared/calendar/day';
import { recordOrDefault } from '../../shared/changes/records';
import { unitId } from '../../shared/model/unit';
import { type ScreenTable, tableBook } from '../../shared/sheet/table-book';
import { currentLanguage, dayText, shortDayText, textsOf } from '../i18n/i18n';
import { saveTableTexts } from '../i18n/texts/save-table';
import { tellFailure } from '../state/act';
import { call } from '../state/bridge';
import { clock } from '../state/clock';
import { notify } from '../state/notices';
import { currentReplica } from '../state/workspace';
import type { Column } from './Table';

const x = textsOf(saveTableTexts);

/** A cell's text as it reads; signs that only the eye gets are left out. */
function textOf(element: Element): string {
  const copy = element.cloneNode(true);
  // A clone of an element is one.
  const cell = copy as Element;
  for (const unread of cell.querySelectorAll('[aria-hidden="true"]')) unread.remove();
  // Choices and boxes say what is chosen; the other options are no part of the table.
  for (const select of cell.querySelectorAll('select')) select.remove();
  return (cell.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/**
 * The cells of rows, one a column. What spans several columns is said in the first of them; what
 * spans several rows in each, so that every row tells what it belongs to.
 */
function cellsOf(rows: readonly HTMLTableRowElement[]): string[][] {
  const spanning = new Map<number, { text: string; left: number }>();
  return rows.map((row) => {
    const texts: string[] = [];
    const fromAbove = () => {
      for (let span = spanning.get(texts.length); span && span.left > 0; ) {
        span.left -= 1;
        texts.push(span.text);
        span = spanning.get(texts.length);
      }
    };
    for (const cell of row.cells) {
      fromAbove();
      const text = textOf(cell);
      if (cell.rowSpan > 1) spanning.set(texts.length, { text, left: cell.rowSpan - 1 });
      texts.push(text, ...Array.from({ length: Math.max(0, cell.colSpan - 1) }, () => ''));
    }
    fromAbove();
    return texts;
  });
}

/** What a table of the page says. */
export function readTable(table: HTMLTableElement): Pick<ScreenTable, 'headings' | 'rows'> {
  const rows = [...table.rows];
  const isHead = (row: Element) => row.parentElement?.tagName === 'THEAD';
  const headings = cellsOf(rows.filter(isHead)).at(-1) ?? [];
  const body = cellsOf(rows.filter((row) => !isHead(row)));
  const width = Math.max(headings.length, ...body.map((row) => row.length));
  return {
    headings: Array.from({ length: width }, (_, column) => headings[column] ?? ''),
    rows: body.filter((row) => row.some((text) => text !== '')),
  };
}

const shownNumber = /^(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?)(\D*)$/;

/**
 * What a cell says, from the value that its column sorts by: `11月3日` with its year, `3.6万亩` or a
 * rounded number in full. A cell that shows anything else stays as it reads.
 */
export function fromValue(shown: string, value: string | number | undefined): string {
  if (typeof value === 'string') {
    if (!isDay(value)) return shown;
    return [shortDayText(value), dayText(value)].includes(shown) ? value : shown;
  }
  if (value === undefined || !Number.isFinite(value)) return shown;
  const [, digits = '', decimals = '', unit = ''] = shownNumber.exec(shown) ?? [];
  if (digits === '') return shown;
  const number = Number(digits.replaceAll(',', ''));
  // Columns of shares sort by parts of one.
  const full = [value, ...(unit === '%' ? [value * 100] : [])].find(
    (one) => Math.abs(one - number) <= 0.5 * 10 ** -decimals.length + 1e-9,
  );
  return full === undefined ? shown : `${Number(full.toFixed(6))}${unit}`;
}

/** Rows that are drawn at once, out of sight, to be read. */
const rowsAtOnce = 200;

/** What a table of columns and rows says, those out of sight included. */
export async function readColumns<R extends { readonly id: string }>(
  columns: readonly Column<R>[],
  rows: readonly R[],
): Promise<Pick<ScreenTable, 'headings' | 'rows'>> {
  const table = document.createElement('table');
  const place = table.createTBody();
  const root = createRoot(place);
  const read: string[][] = [];
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    flushSync(() =>
      root.render(
        rows.slice(from, from + rowsAtOnce).map((row) => (
          <tr key={row.id}>
            {columns.map(({ id, cell }) => (
              <td key={id}>{cell(row)}</td>
            ))}
          </tr>
        )),
      ),
    );
    const texts = cellsOf([...place.rows]);
    rows.slice(from, from + rowsAtOnce).forEach((row, at) => {
      read.push(
        columns.map(({ sortBy }, place) => fromValue(texts[at]?.[place] ?? '', sortBy?.(row))),
      );
    });
    // Long tables are read in portions, so that the window goes on answering.
    await new Promise((resolve) => window.setTimeout(resolve));
  }
  root.unmount();
  return { headings: columns.map(({ title }) => title), rows: read };
}

/** Saves what a table says as a workbook where the user says. */
export async function saveTable(
  label: string,
  table: Pick<ScreenTable, 'headings' | 'rows'>,
): Promise<void> {
  try {
    const unit = recordOrDefault(currentReplica().state, 'unit', unitId).name;
    const today = dayText(clock.today());
    const language = currentLanguage();
    const note = x('note', { unit, day: today, count: table.rows.length });
    const book = tableBook({ ...table, title: label, note, language });
    const saved = await call('sheets.save', { book, fileName: `${label} ${today}` });
    if (!saved) return;
    notify({ urgency: 'polite', text: x('saved', { path: saved.path }) });
  } catch (error) {
    tellFailure(error);
  }
}
