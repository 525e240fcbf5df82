import { type KeyboardEvent, useMemo } from 'react';
import type { Period } from '../../../shared/calendar/period';
import { edit } from '../../../shared/changes/records';
import {
  type ChargeField,
  type ChargeRow,
  chargeFields,
  chargeMatrix,
  chargesOffered,
} from '../../../shared/insight/charge-matrix';
import { Explained } from '../../help/Explained';
import { currentLanguage, dayText, numberText } from '../../i18n/i18n';
import { act } from '../../state/act';
import { hrefOf } from '../../state/location';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import { ChargeCell } from './ChargeCell';
import './charges.css';
import { v } from './texts';

const titles = {
  line: 'tasks.charges.line',
  contactPoint: 'tasks.charges.point',
  project: 'tasks.charges.project',
} as const;

/** Steps that the arrows take in the table of three columns. */
const steps: Readonly<Record<string, number>> = {
  ArrowUp: -chargeFields.length,
  ArrowDown: chargeFields.length,
  ArrowLeft: -1,
  ArrowRight: 1,
};

/** Moves from cell to cell; inside an open one the arrows are the text's. */
function moved(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  const cells = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-charge]')];
  const at = cells.findIndex((cell) => cell.matches(':focus'));
  if (step === undefined || at < 0) return;
  event.preventDefault();
  cells[at + step]?.focus();
}

/** Leaders and their line, contact point and project (线·点·项), with what was done; gaps stand out. */
export default function ChargeMatrix({ month }: { readonly month: Period }) {
  const replica = useReplica();
  const today = useToday();
  const year = month.slice(0, 4);
  const rows = useMemo(() => chargeMatrix(replica.state, year, today), [replica, year, today]);
  const offered = useMemo(() => chargesOffered(replica.state), [replica]);
  const sum = (of: (row: ChargeRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const comma = currentLanguage() === 'zh' ? '、' : ', ';
  const gaps = rows.filter((row) => row.gaps.length > 0);
  const set = (row: ChargeRow, field: ChargeField, value: string) =>
    act('charge.save', [edit('charge', row.id, { [field]: value })], {
      said: v('tasks.charges.saved'),
    });
  const facts = (row: ChargeRow) => ({
    line: {
      href: hrefOf('tasks', { view: 'list', scope: 'year', month, leader: row.id }),
      text: v('tasks.charges.tasks', row.tasks),
    },
    contactPoint: {
      href: hrefOf('registers', { kind: 'contact-visit', year, person: row.id }),
      text:
        row.visits > 0
          ? v('tasks.charges.visits', { visits: row.visits, solved: row.solved })
          : `▲ ${v('tasks.charges.noVisits')}`,
    },
    project: {
      href: hrefOf('registers', { kind: 'project-progress', year, 'f.host': row.id }),
      text:
        row.completion === null
          ? `▲ ${v('tasks.charges.noProgress')}`
          : v('tasks.charges.progress', {
              percent: numberText(row.completion, 0),
              day: dayText(row.reported),
            }),
    },
  });
  return (
    <>
      <div className="ty-charges-head">
        <div>
          <p>
            {v('tasks.charges.sentence', {
              leaders: rows.length,
              full: rows.length - gaps.length,
              visits: sum(({ visits }) => visits),
              solved: sum(({ solved }) => solved),
            })}
          </p>
          <Explained word="charges" />
          {gaps.length > 0 && (
            <p className="ty-error">
              ✗{' '}
              {v('tasks.charges.gaps', {
                who: gaps
                  .map(({ leader, gaps: of }) =>
                    v('tasks.charges.gap.of', {
                      name: leader.name,
                      what: of.map((field) => v(titles[field])).join(comma),
                    }),
                  )
                  .join(comma),
              })}
            </p>
          )}
          <p className="ty-hint">{v('tasks.charges.keys')}</p>
        </div>
        <a
          className="ty-button ty-button-link"
          href={hrefOf('summary', { document: 'charge-list', month })}
        >
          {v('tasks.charges.list')}
        </a>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the cells come up to here */}
      <div className="ty-table-frame" onKeyDown={moved}>
        <table className="ty-table ty-charges" aria-label={v('tasks.view.charges')}>
          <thead>
            <tr>
              <th scope="col">{v('tasks.charges.leader')}</th>
              {chargeFields.map((field) => (
                <th key={field} scope="col">
                  {v(titles[field])}
                </th>
              ))}
              <th scope="col">{v('tasks.charges.card')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  {row.leader.name}
                  <span className="ty-hint ty-charge-fact">{row.leader.post}</span>
                </th>
                {chargeFields.map((field) => (
                  <td key={field}>
                    <ChargeCell
                      label={v('tasks.charges.of', {
                        name: row.leader.name,
                        what: v(titles[field]),
                      })}
                      value={row.charge[field]}
                      offered={offered[field]}
                      onCommit={(value) => void set(row, field, value)}
                    />
                    <a className="ty-charge-fact" href={facts(row)[field].href}>
                      {facts(row)[field].text}
                    </a>
                  </td>
                ))}
                <td>
                  <a href={hrefOf('summary', { document: 'charge-card', subject: row.id, month })}>
                    {v('tasks.charges.card')}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
