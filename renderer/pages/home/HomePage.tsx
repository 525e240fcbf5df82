import { Suspense, useMemo } from 'react';
import { periodLabel, periodOf } from '../../../shared/calendar/period';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { recordOrDefault } from '../../../shared/changes/records';
import { type Duty, dutiesOf } from '../../../shared/insight/duties';
import { leadersOf, nameOf } from '../../../shared/insight/people';
import { ratingPeriodOf, sheetStatus } from '../../../shared/insight/score';
import {
  targetCounts,
  targetSentence,
  targetsFulfilment,
} from '../../../shared/insight/target-fulfilment';
import { taskStatus, tasksOfMonth } from '../../../shared/insight/task-status';
import { unitId } from '../../../shared/model/unit';
import { EmptyState } from '../../components/EmptyState';
import { Light, type LightName } from '../../components/Light';
import { lazyPart } from '../../components/lazy-part';
import { PageHeader } from '../../components/PageHeader';
import { type Column, Table } from '../../components/Table';
import { bilingual, currentLanguage, dayText, shortDayText, t } from '../../i18n/i18n';
import { hrefOf } from '../../state/location';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import { BackupFailures } from './BackupFailures';
import { Closing } from './Closing';
import { OpenConflicts } from './OpenConflicts';
import { OwnerMissing } from './OwnerMissing';
import './home.css';

const Drafts = lazyPart(() => import('./Drafts'));

/** One line of what is to be done: a check item, a task or a self-rating. */
interface Due {
  readonly id: string;
  readonly what: string;
  readonly kind: string;
  readonly who: string;
  readonly due: string;
  readonly light: LightName;
  readonly href: string;
}

const isWaiting = ({ light }: Duty): boolean =>
  light === 'overdue' || light === 'due-soon' || light === 'not-yet';

const urgency: readonly LightName[] = ['overdue', 'due-soon', 'not-yet'];

/** The year is said where it is not this one. */
const dueText = (due: string, today: string): string =>
  due.slice(0, 4) === today.slice(0, 4) ? shortDayText(due) : dayText(due);

/** Titles are texts, so the columns are made when the page is drawn. */
const columnsOf = (today: string): readonly Column<Due>[] => [
  {
    id: 'light',
    title: t('home.column.light'),
    cell: ({ light }) => <Light light={light} />,
    width: '7rem',
  },
  { id: 'what', title: t('home.column.what'), cell: ({ what, href }) => <a href={href}>{what}</a> },
  { id: 'kind', title: t('home.column.kind'), cell: ({ kind }) => kind, width: '7rem' },
  { id: 'who', title: t('home.column.who'), cell: ({ who }) => who || '—', width: '7rem' },
  { id: 'due', title: t('home.column.due'), cell: ({ due }) => dueText(due, today), width: '9rem' },
];

function useDue(): readonly Due[] {
  const replica = useReplica();
  const today = useToday();
  return useMemo(() => {
    const { state } = replica;
    const month = periodOf(today, 'month');
    const { soonDays } = recordOrDefault(state, 'unit', unitId);
    const calendar = standardCalendar();
    const duties = dutiesOf(state, { month, today, calendar })
      .filter((duty) => isWaiting(duty) && duty.basis !== 'no-data' && duty.basis !== 'rule')
      .map(
        ({ item, occurrence, due, light }): Due => ({
          id: `${item.id}:${occurrence.key}`,
          what: bilingual(item.text),
          kind: t('home.kind.item'),
          who: nameOf(state, recordOrDefault(state, 'assignment', item.id).leader),
          due,
          light,
          href: hrefOf('mechanisms', { item: item.id, month: due.slice(0, 7) }),
        }),
      );
    const tasks = tasksOfMonth(state, month).flatMap(({ task }): Due[] => {
      const status = taskStatus(state, task, { today, soonDays });
      if (status === 'closed' || status === 'closed-late') return [];
      const light = status === 'overdue' || status === 'due-soon' ? status : 'not-yet';
      const href = hrefOf('tasks', { month: task.period, task: task.id });
      const who = nameOf(state, task.owner || task.leader);
      const { id, title, due } = task;
      const kind = t(status === 'draft' ? 'home.kind.draft' : 'home.kind.task');
      return [{ id, what: title, kind, who, due, light, href }];
    });
    return [...duties, ...tasks].sort(
      (a, b) =>
        urgency.indexOf(a.light) - urgency.indexOf(b.light) ||
        (a.due < b.due ? -1 : a.due > b.due ? 1 : 0),
    );
  }, [replica, today]);
}

function useFigures() {
  const replica = useReplica();
  const today = useToday();
  return useMemo(() => {
    const { state } = replica;
    const month = periodOf(today, 'month');
    const period = ratingPeriodOf(state, month);
    const leaders = leadersOf(state, period);
    const submitted = leaders.filter(({ id }) => sheetStatus(state, id, period) === 'submitted');
    const targets = bilingual(targetSentence(targetCounts(targetsFulfilment(state, { today }))));
    return { leaders: leaders.length, submitted: submitted.length, targets };
  }, [replica, today]);
}

/** What is due this month and what is red, most urgent first. */
export default function HomePage() {
  const today = useToday();
  const month = periodOf(today, 'month');
  const due = useDue();
  const figures = useFigures();
  const red = due.filter(({ light }) => light === 'overdue').length;
  const soon = due.filter(({ light }) => light === 'due-soon').length;
  return (
    <section className="ty-page">
      <BackupFailures />
      <OpenConflicts />
      <OwnerMissing />
      <Suspense fallback={null}>
        <Drafts />
      </Suspense>
      <Closing />
      <PageHeader
        title={periodLabel(month, currentLanguage())}
        sentence={t('home.sentence', { red, soon, rest: due.length - red - soon })}
      >
        <a className="ty-button ty-button-link" href={hrefOf('rating')}>
          {t('home.rate')}
        </a>
        <a className="ty-button ty-button-primary ty-button-link" href={hrefOf('summary')}>
          {t('home.print')}
        </a>
      </PageHeader>
      <dl className="ty-home-figures">
        <div>
          <dt>{t('home.ratings')}</dt>
          <dd>{t('home.ratings.count', { done: figures.submitted, all: figures.leaders })}</dd>
        </div>
        <div>
          <dt>{t('home.targets')}</dt>
          <dd>{figures.targets || t('home.targets.none')}</dd>
        </div>
      </dl>
      <div className="ty-section">
        <h2>{t('home.due')}</h2>
        {due.length === 0 ? (
          <EmptyState sentence={t('home.empty')} />
        ) : (
          <Table label={t('home.due')} columns={columnsOf(today)} rows={due} />
        )}
      </div>
    </section>
  );
}
