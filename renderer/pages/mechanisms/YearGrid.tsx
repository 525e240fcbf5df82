import { useMemo } from 'react';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { itemsOf } from '../../../shared/catalogue/catalogue';
import { fulfilmentRate } from '../../../shared/insight/duties';
import { lights } from '../../../shared/insight/lights';
import { type MonthCell, type YearRow, yearGrid } from '../../../shared/insight/year-grid';
import { Light, LightIcon } from '../../components/Light';
import { SavableTable } from '../../components/SavableTable';
import { bilingual, numberText, t } from '../../i18n/i18n';
import { hrefOf } from '../../state/location';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import { v } from './texts';

interface YearGridProps {
  readonly section: string;
  readonly year: number;
}

const monthKey = (year: number, month: number): string =>
  `${year}-${String(month).padStart(2, '0')}`;

/** Where a cell leads: to the record that met it, else to the checklist of that month. */
function Cell({ row, cell, year }: { row: YearRow; cell: MonthCell; year: number }) {
  const { state } = useReplica();
  if (cell.light === null) return null;
  const record = cell.duties.flatMap(({ activities }) => activities)[0];
  const kind = record && state.collections.get('activity')?.records.get(record)?.values.kind;
  const href =
    record && typeof kind === 'string'
      ? hrefOf('registers', { kind, record })
      : hrefOf('mechanisms', { month: monthKey(year, cell.month), item: row.item.id });
  const count = cell.duties.length;
  const label =
    t('mechanisms.year.cell', {
      item: bilingual(row.item.text),
      month: cell.month,
      light: t(`components.light.${cell.light}`),
    }) + (count > 1 ? v('views.times', { count }) : '');
  return (
    <a href={href} aria-label={label} title={label}>
      <LightIcon light={cell.light} />
      {count > 1 && <span className="ty-soft">{count}</span>}
    </a>
  );
}

const rateText = (rate: number | null): string =>
  rate === null ? '—' : `${numberText(rate * 100, 0)}%`;

/** A year of one mechanism: items × months, each cell leading to what it shows. */
export default function YearGrid({ section, year }: YearGridProps) {
  const replica = useReplica();
  const today = useToday();
  const rows = useMemo(
    () => yearGrid(replica.state, itemsOf(section), { year, today, calendar: standardCalendar() }),
    [replica, section, year, today],
  );
  const whole = fulfilmentRate(rows.flatMap(({ cells }) => cells.flatMap(({ duties }) => duties)));
  const calendar = standardCalendar();
  const lastYear = calendar.lastYear ?? 0;
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  return (
    <>
      <p className="ty-mechanisms-legend">
        {t('mechanisms.year.sentence', {
          year,
          owed: whole.owed,
          met: whole.met,
          late: whole.late,
          overdue: whole.overdue,
          rate: rateText(whole.rate),
        })}
      </p>
      <p className="ty-mechanisms-legend">
        {lights.map((light) => (
          <Light key={light} light={light} />
        ))}
      </p>
      {!calendar.known(year) && year > lastYear && (
        <p className="ty-hint">{v('views.calendar', { year: lastYear, asked: year })}</p>
      )}
      <SavableTable label={t('mechanisms.view.year')}>
        <div className="ty-table-frame">
          <table className="ty-table ty-year-grid" aria-label={t('mechanisms.view.year')}>
            <thead>
              <tr>
                <th scope="col">{t('mechanisms.item')}</th>
                {months.map((month) => (
                  <th key={month} scope="col" className="ty-middle">
                    {t('mechanisms.year.month', { month })}
                  </th>
                ))}
                <th scope="col" className="ty-number">
                  {t('mechanisms.year.rate')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.item.id}>
                  <th scope="row">{bilingual(row.item.text)}</th>
                  {row.cells.map((cell) => (
                    <td key={cell.month} className="ty-middle">
                      <Cell row={row} cell={cell} year={year} />
                    </td>
                  ))}
                  <td className="ty-number">{rateText(row.rate.rate)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </SavableTable>
    </>
  );
}
