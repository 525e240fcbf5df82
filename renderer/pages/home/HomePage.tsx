import { Suspense, useMemo } from 'react';
import { periodLabel, periodOf } from '../../../shared/calendar/period';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { recordOf } from '../../../shared/changes/records';
import { type HomeDue, homeDues, isWhose, whoseChoices } from '../../../shared/insight/home';
import { leadersOf, nameOf } from '../../../shared/insight/people';
import { ratingPeriodOf, sheetStatus } from '../../../shared/insight/score';
import {
  targetCounts,
  targetSentence,
  targetsFulfilment,
} from '../../../shared/insight/target-fulfilment';
import { EmptyState } from '../../components/EmptyState';
import { Light } from '../../components/Light';
import { lazyPart } from '../../components/lazy-part';
import { PageHeader } from '../../components/PageHeader';
import { type Column, Table } from '../../components/Table';
import { bilingual, currentLanguage, dayText, shortDayText, t } from '../../i18n/i18n';
import { hrefOf, useLocation } from '../../state/location';
import { useToday } from '../../state/today';
import { ownerOf, useReplica } from '../../state/workspace';
import { Closing } from './Closing';
import { OpenConflicts } from './OpenConflicts';
import { OwnerMissing } from './OwnerMissing';
import './home.css';

const WhoseChoice = lazyPart(() => import('./WhoseChoice'));
const BackupFailures = lazyPart(() => import('./BackupFailures'));
const Drafts = lazyPart(() => import('./Drafts'));
const HomeMore = lazyPart(() => import('./HomeMore'));

const lights = ['overdue', 'due-soon', 'not-yet'] as const;

/** The year is said where it is not this one. */
const dueText = (due: string, today: string): string =>
  due.slice(0, 4) === today.slice(0, 4) ? shortDayText(due) : dayText(due);

const hrefOfDue = ({ kind, period, of }: HomeDue): string =>
  kind === 'item'
    ? hrefOf('mechanisms', { item: of, month: period })
    : hrefOf('tasks', { month: period, task: of });

/** Titles are texts, so the columns are made when the page is drawn. */
const columnsOf = (today: string, name: (id: string) => string): readonly Column<HomeDue>[] => [
  {
    id: 'light',
    title: t('home.column.light'),
    cell: ({ light }) => <Light light={light} />,
    width: '7rem',
  },
  {
    id: 'what',
    title: t('home.column.what'),
    cell: (due) => <a href={hrefOfDue(due)}>{bilingual(due.text)}</a>,
  },
  {
    id: 'kind',
    title: t('home.column.kind'),
    cell: ({ kind }) => t(`home.kind.${kind}`),
    width: '7rem',
  },
  {
    id: 'leader',
    title: t('home.column.leader'),
    cell: ({ leader }) => name(leader) || '—',
    sortBy: ({ leader }) => name(leader),
    width: '7rem',
  },
  {
    id: 'who',
    title: t('home.column.who'),
    cell: ({ doer }) => name(doer) || '—',
    sortBy: ({ doer }) => name(doer),
    width: '7rem',
  },
  { id: 'due', title: t('home.column.due'), cell: ({ due }) => dueText(due, today), width: '9rem' },
];

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

/**
 * What is due this month and what is red, most urgent first: for who uses this PC. The head of the
 * team and the office look at all of it, the others at their own.
 */
export default function HomePage() {
  const today = useToday();
  const replica = useReplica();
  const { state } = replica;
  const { params } = useLocation();
  const month = periodOf(today, 'month');
  const all = useMemo(
    () => homeDues(replica.state, { today, calendar: standardCalendar() }),
    [replica, today],
  );
  const owner = recordOf(state, 'person', ownerOf(replica));
  const usual = !owner || owner.head ? 'all' : 'mine';
  const whose = whoseChoices.find((one) => one === params.whose) ?? usual;
  const light = lights.find((one) => one === params.light);
  const due = all.filter((one) => isWhose(one, whose, owner?.id ?? ''));
  const shown = due.filter(
    (one) =>
      (!light || one.light === light) &&
      (!params.leader || one.leader === (params.leader === 'none' ? '' : params.leader)),
  );
  const figures = useFigures();
  const count = (wanted: HomeDue['light']) => due.filter((one) => one.light === wanted).length;
  const [red, soon] = [count('overdue'), count('due-soon')];
  const isNarrow = shown.length < due.length;
  return (
    <section className="ty-page">
      <Suspense fallback={null}>
        <BackupFailures />
        <Drafts />
      </Suspense>
      <OpenConflicts />
      <OwnerMissing />
      <Closing />
      <PageHeader
        title={periodLabel(month, currentLanguage())}
        sentence={t('home.sentence', { red, soon, rest: due.length - red - soon })}
      >
        {owner && (
          <Suspense fallback={null}>
            <WhoseChoice whose={whose} />
          </Suspense>
        )}
        <a className="ty-button ty-button-link" href={hrefOf('rating')}>
          {t('home.rate')}
        </a>
        <a className="ty-button ty-button-primary ty-button-link" href={hrefOf('summary')}>
          {t('home.print')}
        </a>
      </PageHeader>
      <Suspense fallback={null}>
        <HomeMore part="first" dues={due} />
      </Suspense>
      <dl className="ty-home-figures">
        <div>
          <dt>{t('home.ratings')}</dt>
          <dd>
            <a href={hrefOf('rating', { view: 'team' })}>
              {t('home.ratings.count', { done: figures.submitted, all: figures.leaders })}
            </a>
          </dd>
        </div>
        <div>
          <dt>{t('home.targets')}</dt>
          <dd>
            <a href={hrefOf('targets')}>{figures.targets || t('home.targets.none')}</a>
          </dd>
        </div>
      </dl>
      <div className="ty-section">
        <h2>{t('home.due')}</h2>
        {isNarrow && (
          <p role="status">
            {t('home.narrow', {
              who: params.leader ? nameOf(state, params.leader) : '',
              count: shown.length,
              all: due.length,
            })}{' '}
            <a href={hrefOf('home', { whose })}>{t('home.narrow.all')}</a>
          </p>
        )}
        {shown.length === 0 ? (
          <EmptyState sentence={t(whose === 'all' ? 'home.empty' : 'home.empty.own')} />
        ) : (
          <Table
            label={t('home.due')}
            columns={columnsOf(today, (id) => nameOf(state, id))}
            rows={shown}
          />
        )}
      </div>
      <Suspense fallback={null}>
        <HomeMore part="more" dues={due} />
      </Suspense>
    </section>
  );
}
