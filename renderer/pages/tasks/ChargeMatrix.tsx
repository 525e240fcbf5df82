import { useMemo, useState } from 'react';
import type { Period } from '../../../shared/calendar/period';
import { edit } from '../../../shared/changes/records';
import { type ChargeRow, chargeMatrix } from '../../../shared/insight/charge-matrix';
import { Dialog } from '../../components/Dialog';
import { TextField } from '../../components/TextField';
import { dayText, numberText } from '../../i18n/i18n';
import { act } from '../../state/act';
import { hrefOf } from '../../state/location';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import { v } from './texts';

/** Leaders and their line, contact point and project (线·点·项), with what was done; gaps stand out. */
export default function ChargeMatrix({ month }: { readonly month: Period }) {
  const replica = useReplica();
  const today = useToday();
  const [edited, setEdited] = useState<ChargeRow | null>(null);
  const year = month.slice(0, 4);
  const rows = useMemo(() => chargeMatrix(replica.state, year, today), [replica, year, today]);
  const sum = (of: (row: ChargeRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const gap = <span className="ty-light ty-light-overdue">✗ {v('tasks.charges.gap')}</span>;
  return (
    <>
      <div className="ty-charges-head">
        <p>
          {v('tasks.charges.sentence', {
            leaders: rows.length,
            full: rows.filter(({ gaps }) => gaps.length === 0).length,
            visits: sum(({ visits }) => visits),
            solved: sum(({ solved }) => solved),
          })}
        </p>
        <a
          className="ty-button ty-button-link"
          href={hrefOf('summary', { document: 'charge-list', month })}
        >
          {v('tasks.charges.list')}
        </a>
      </div>
      <div className="ty-table-frame">
        <table className="ty-table ty-charges" aria-label={v('tasks.view.charges')}>
          <thead>
            <tr>
              <th scope="col">{v('tasks.charges.leader')}</th>
              <th scope="col">{v('tasks.charges.line')}</th>
              <th scope="col">{v('tasks.charges.point')}</th>
              <th scope="col">{v('tasks.charges.project')}</th>
              <th scope="col">{v('tasks.charges.card')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <button
                    type="button"
                    className="ty-link"
                    aria-label={v('tasks.charges.edit', { name: row.leader.name })}
                    onClick={() => setEdited(row)}
                  >
                    {row.leader.name}
                  </button>
                  <span className="ty-hint ty-task-before">{row.leader.post}</span>
                </th>
                <td>
                  {row.gaps.includes('line') ? gap : row.charge.line}
                  <a
                    className="ty-charge-fact"
                    href={hrefOf('tasks', { view: 'list', scope: 'year', month, leader: row.id })}
                  >
                    {v('tasks.charges.tasks', row.tasks)}
                  </a>
                </td>
                <td>
                  {row.gaps.includes('contactPoint') ? gap : row.charge.contactPoint}
                  <a
                    className="ty-charge-fact"
                    href={hrefOf('registers', { kind: 'contact-visit', year, q: row.leader.name })}
                  >
                    {row.visits > 0
                      ? v('tasks.charges.visits', { visits: row.visits, solved: row.solved })
                      : `▲ ${v('tasks.charges.noVisits')}`}
                  </a>
                </td>
                <td>
                  {row.gaps.includes('project') ? gap : row.charge.project}
                  <a
                    className="ty-charge-fact"
                    href={hrefOf('registers', {
                      kind: 'project-progress',
                      year,
                      q: row.leader.name,
                    })}
                  >
                    {row.completion === null
                      ? `▲ ${v('tasks.charges.noProgress')}`
                      : v('tasks.charges.progress', {
                          percent: numberText(row.completion, 0),
                          day: dayText(row.reported),
                        })}
                  </a>
                </td>
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
      {edited && <ChargeDialog row={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function ChargeDialog({ row, onClose }: { readonly row: ChargeRow; readonly onClose: () => void }) {
  const [line, setLine] = useState(row.charge.line);
  const [contactPoint, setContactPoint] = useState(row.charge.contactPoint);
  const [project, setProject] = useState(row.charge.project);
  const save = async () => {
    const fields = {
      line: line.trim(),
      contactPoint: contactPoint.trim(),
      project: project.trim(),
    };
    const said = v('tasks.charges.saved');
    if (await act('charge.save', [edit('charge', row.id, fields)], { said })) onClose();
  };
  return (
    <Dialog
      title={v('tasks.charges.edit', { name: row.leader.name })}
      onClose={onClose}
      onSave={() => void save()}
    >
      <TextField label={v('tasks.charges.line')} value={line} onChange={setLine} autoFocus />
      <TextField label={v('tasks.charges.point')} value={contactPoint} onChange={setContactPoint} />
      <TextField label={v('tasks.charges.project')} value={project} onChange={setProject} />
    </Dialog>
  );
}
