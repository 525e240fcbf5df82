import { lazy, Suspense, useMemo } from 'react';
import {
  type Period,
  periodLabel,
  periodOf,
  periodRange,
} from '../../../../shared/calendar/period';
import { recordOrDefault } from '../../../../shared/changes/records';
import {
  type StepsProgress,
  steps,
  stepsBook,
} from '../../../../shared/insight/five-steps-progress';
import { nameOf } from '../../../../shared/insight/people';
import { dayIn, textIn } from '../../../../shared/insight/register-values';
import { unitId } from '../../../../shared/model/unit';
import { Light, LightIcon } from '../../../components/Light';
import { currentLanguage, shortDayText } from '../../../i18n/i18n';
import { useOpen } from '../../../state/forms';
import { hrefOf } from '../../../state/location';
import { useToday } from '../../../state/today';
import { useReplica } from '../../../state/workspace';
import { RecordLink, ShortTable, ViewSection } from '../RecordLink';
import { v } from '../texts';
import { g } from './texts';

const FiveStepsDialog = lazy(() => import('./FiveStepsDialog'));

/** The members' five steps in a quarter: how far each is, the tasks made of it, who has not begun. */
export default function StepsView({ month }: { month: Period }) {
  const replica = useReplica();
  const today = useToday();
  const { state } = replica;
  const [open, setOpen] = useOpen<{ subject: string; row: StepsProgress | undefined } | null>(
    'StepsView.open',
    null,
  );
  const quarter = periodOf(periodRange(month).first, 'quarter');
  const { rows, without, members } = useMemo(() => {
    const { soonDays } = recordOrDefault(replica.state, 'unit', unitId);
    return stepsBook(replica.state, quarter, { today, soonDays });
  }, [replica, quarter, today]);
  const count = (...lights: string[]) => rows.filter(({ light }) => lights.includes(light)).length;
  const period = periodLabel(quarter, currentLanguage());

  return (
    <>
      <ViewSection
        title={g('steps.title', { period })}
        kind="five-steps"
        sentence={g('steps.sentence', {
          members,
          having: members - without.length,
          done: count('done', 'done-late'),
          overdue: count('overdue'),
        })}
      >
        <ShortTable
          label={g('steps.title', { period })}
          most={60}
          head={[
            v('views.light'),
            g('steps.member'),
            ...steps.map(({ key }) => g(`steps.${key}`)),
            g('steps.tasks'),
            g('steps.deadline'),
            '',
          ]}
          rows={rows.map((row) => {
            const subject = textIn(row.record, 'subject');
            const name = nameOf(state, subject);
            return {
              key: row.record.id,
              cells: [
                <Light key="light" light={row.light} />,
                <span key="who" className="ty-nowrap">
                  <RecordLink record={row.record}>{name}</RecordLink>
                </span>,
                ...row.taken.map((isTaken, place) => {
                  const step = steps[place];
                  const text = step && step.key !== 'action' ? textIn(row.record, step.field) : '';
                  return isTaken ? (
                    <span key={step?.key}>
                      <LightIcon light="done" /> {text || textIn(row.record, 'result')}
                    </span>
                  ) : (
                    <LightIcon key={step?.key} light="not-yet" />
                  );
                }),
                row.tasks.length === 0 ? (
                  <span key="tasks" className="ty-soft ty-nowrap">
                    {g('steps.tasks.none')}
                  </span>
                ) : (
                  <a
                    key="tasks"
                    className="ty-nowrap"
                    href={hrefOf('tasks', { id: row.tasks[0]?.id ?? '' })}
                  >
                    {g('steps.tasks.of', { done: row.tasksDone, all: row.tasks.length })}
                  </a>
                ),
                <span key="due" className="ty-nowrap">
                  {shortDayText(dayIn(row.record, 'deadline')) || '—'}
                </span>,
                <button
                  key="go"
                  type="button"
                  className="ty-button ty-button-small ty-nowrap"
                  aria-label={g('steps.go.of', { person: name })}
                  onClick={() => setOpen({ subject, row })}
                >
                  {g('steps.go')}
                </button>,
              ],
            };
          })}
        />
      </ViewSection>
      {without.length > 0 && (
        <div className="ty-section">
          <h2>{g('steps.without', { count: without.length })}</h2>
          <p className="ty-grip-names">
            {without.map(({ id, name }) => (
              <button
                key={id}
                type="button"
                className="ty-button ty-button-small"
                aria-label={g('steps.new.of', { person: name })}
                onClick={() => setOpen({ subject: id, row: undefined })}
              >
                {name}
              </button>
            ))}
          </p>
        </div>
      )}
      {open && (
        <Suspense fallback={null}>
          <FiveStepsDialog
            key={open.row?.record.id ?? open.subject}
            subject={open.subject}
            row={open.row}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      )}
    </>
  );
}
