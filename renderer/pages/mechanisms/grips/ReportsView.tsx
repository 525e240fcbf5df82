import { lazy, Suspense, useMemo } from 'react';
import { standardCalendar } from '../../../../shared/calendar/workdays';
import { recordOrDefault } from '../../../../shared/changes/records';
import { type LeaderReport, leaderReports } from '../../../../shared/insight/leader-reports';
import { nameOf } from '../../../../shared/insight/people';
import { textIn } from '../../../../shared/insight/register-values';
import type { RecordOf } from '../../../../shared/model/collections';
import { unitId } from '../../../../shared/model/unit';
import { Light } from '../../../components/Light';
import { dayText, shortDayText } from '../../../i18n/i18n';
import { useOpen } from '../../../state/forms';
import { hrefOf } from '../../../state/location';
import { useToday } from '../../../state/today';
import { useReplica } from '../../../state/workspace';
import { RecordLink, ShortTable, ViewSection } from '../RecordLink';
import { g } from './texts';

const ConfidentialDialog = lazy(() => import('./ConfidentialDialog'));

const columns = [
  ['pledge', 'integrity-pledge'],
  ['integrity', 'integrity-report'],
  ['matters', 'matters-report'],
] as const;

/** The three integrity duties of every leader in a year: whether and when, never what. */
export default function ReportsView({ year }: { year: number }) {
  const replica = useReplica();
  const today = useToday();
  const { state } = replica;
  const [opened, setOpened] = useOpen<RecordOf<'activity'> | null>('ReportsView.opened', null);
  const rows = useMemo(() => {
    const { soonDays, moveDue } = recordOrDefault(replica.state, 'unit', unitId);
    const calendar = standardCalendar();
    return leaderReports(replica.state, year, { today, soonDays, calendar, move: moveDue });
  }, [replica, year, today]);
  const overdue = rows
    .flatMap(({ pledge, integrity, matters }) => [pledge, integrity, matters])
    .filter(({ light }) => light === 'overdue').length;

  const cell = (
    person: RecordOf<'person'>,
    what: string,
    kind: string,
    { record, light, due, doneOn }: LeaderReport,
  ) => (
    <div key={kind}>
      <Light light={light} />
      <p className="ty-hint">
        {record ? (
          <RecordLink record={record}>{dayText(doneOn)}</RecordLink>
        ) : (
          <>
            {g('reports.due', { day: dayText(due) })}{' '}
            <a
              href={hrefOf('registers', { kind, new: '1', 'v.subject': person.id })}
              aria-label={g('reports.enter.of', { what, person: person.name })}
            >
              {g('reports.enter')}
            </a>
          </>
        )}
        {record && kind === 'matters-report' && (
          <>
            {' '}
            <button
              type="button"
              className="ty-link"
              aria-label={g('reports.content.of', { person: person.name })}
              onClick={() => setOpened(record)}
            >
              {g('reports.content')}
            </button>
          </>
        )}
      </p>
    </div>
  );

  return (
    <ViewSection
      title={g('reports.title')}
      kind="matters-report"
      sentence={g('reports.sentence', { overdue })}
    >
      <ShortTable
        label={g('reports.title')}
        most={40}
        head={[
          g('reports.leader'),
          g('reports.pledge'),
          g('reports.integrity'),
          g('reports.matters'),
          g('reports.changes'),
        ]}
        rows={rows.map((row) => ({
          key: row.person.id,
          cells: [
            <span key="who" className="ty-nowrap">
              {row.person.name}
            </span>,
            ...columns.map(([what, kind]) =>
              cell(row.person, g(`reports.${what}`), kind, row[what]),
            ),
            row.changes.length === 0 ? (
              '—'
            ) : (
              <ul key="changes" className="ty-grip-versions">
                {row.changes.map((record) => (
                  <li key={record.id}>
                    <RecordLink record={record}>{shortDayText(record.date)}</RecordLink>
                  </li>
                ))}
              </ul>
            ),
          ],
        }))}
      />
      {opened && (
        <Suspense fallback={null}>
          <ConfidentialDialog
            record={opened}
            person={nameOf(state, textIn(opened, 'subject'))}
            onClose={() => setOpened(null)}
          />
        </Suspense>
      )}
    </ViewSection>
  );
}
