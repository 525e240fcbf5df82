import { lazy, Suspense, useMemo } from 'react';
import {
  monthsOf,
  type Period,
  parsePeriod,
  periodOf,
  periodRange,
} from '../../../shared/calendar/period';
import { recordOrDefault } from '../../../shared/changes/records';
import { leadersOf } from '../../../shared/insight/people';
import { ratingPeriodOf, sheetProgress, submittedScores } from '../../../shared/insight/score';
import { unitId } from '../../../shared/model/unit';
import { Choice } from '../../components/Choice';
import { ClosingNote } from '../../components/ClosingNote';
import { EmptyState } from '../../components/EmptyState';
import { MonthPicker } from '../../components/MonthPicker';
import { PageHeader } from '../../components/PageHeader';
import { SelectField } from '../../components/SelectField';
import { t } from '../../i18n/i18n';
import { go, hrefOf, useLocation } from '../../state/location';
import { useMonth } from '../../state/month';
import { ownerOf, useReplica } from '../../state/workspace';
import './rating.css';
import { SheetView } from './SheetView';
import { r } from './texts';

const QuarterView = lazy(() => import('./QuarterView'));
const TrendView = lazy(() => import('./TrendView'));
const TeamView = lazy(() => import('./TeamView'));
const IndicatorView = lazy(() => import('./IndicatorView'));

const views = ['sheet', 'quarter', 'trend', 'team', 'indicators'] as const;

const quarterOf = (month: Period): Period => periodOf(periodRange(month).first, 'quarter');

/** The self-rating: a leader's sheet of a period, his scores over time, and the team's. */
export default function RatingPage() {
  const replica = useReplica();
  const { params } = useLocation();
  const [month] = useMonth('rating');
  const { state } = replica;
  /** The period that the unit rates. */
  const asked = ratingPeriodOf(state, month);
  const isMonthly = parsePeriod(asked).every === 'month';
  const leaders = useMemo(() => leadersOf(replica.state, asked), [replica, asked]);
  const owner = ownerOf(replica);
  const own = leaders.find(({ id }) => id === owner);
  const { ratingNames } = recordOrDefault(state, 'unit', unitId);
  // The office, whose PC is no leader's, keeps everybody's sheets; a leader sees his own.
  const seesNames = ratingNames || !own || own.head;
  const offered = seesNames ? leaders : [own];
  const person = offered.find(({ id }) => id === params.person) ?? own ?? offered[0];

  if (!person) {
    return (
      <section className="ty-page">
        <PageHeader title={t('rating.title')} />
        <EmptyState sentence={t('rating.nobody')}>
          <a className="ty-link" href={hrefOf('settings')}>
            {t('rating.nobody.go')}
          </a>
        </EmptyState>
      </section>
    );
  }

  // Where the unit rates by the quarter, its quarters of months remain to be seen.
  const hasQuarter =
    isMonthly || (submittedScores(state, person.id, asked)?.months.length ?? 0) > 0;
  const offeredViews = views.filter((one) => one !== 'quarter' || hasQuarter);
  const view = offeredViews.find((one) => one === params.view) ?? 'sheet';
  const by = params.by === 'quarter' || params.by === 'month' ? params.by : undefined;
  const period =
    view === 'quarter'
      ? quarterOf(month)
      : view === 'sheet' && by === 'month'
        ? month
        : (view === 'trend' || view === 'team') && by === 'quarter'
          ? quarterOf(month)
          : asked;
  const progress = sheetProgress(state, person.id, period);
  const seesPrivate = person.id === owner;
  const isOf = view === 'sheet' || view === 'quarter' || view === 'trend';
  return (
    <section className="ty-page">
      <PageHeader
        title={t('rating.title')}
        sentence={
          view === 'sheet'
            ? t('rating.progress', {
                all: progress.total,
                rated: progress.rated,
                na: progress.notApplicable,
                open: progress.open,
              })
            : r(`view.${view}.sentence`)
        }
      >
        {isOf && offered.length > 1 && (
          <SelectField
            label={t('rating.person')}
            value={person.id}
            options={offered.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` }))}
            onChange={(id) => go('rating', { ...params, person: id })}
          />
        )}
        <MonthPicker
          value={period}
          onChange={(to) => go('rating', { ...params, month: monthsOf(to)[0] ?? to })}
        />
      </PageHeader>
      <ClosingNote
        every={parsePeriod(period).every === 'quarter' ? 'quarter' : 'month'}
        shown={period}
        onChoose={(to) => go('rating', { ...params, month: monthsOf(to)[0] ?? to })}
      />
      <div className="ty-rating-views">
        <Choice
          label={r('view')}
          value={view}
          options={offeredViews.map((value) => ({ value, label: r(`view.${value}`) }))}
          onChange={(next) => go('rating', { ...params, view: next })}
        />
        {isMonthly && (view === 'trend' || view === 'team') && (
          <Choice
            label={r('by')}
            value={by ?? 'month'}
            options={(['month', 'quarter'] as const).map((value) => ({
              value,
              label: r(`by.${value}`),
            }))}
            onChange={(next) => go('rating', { ...params, by: next })}
          />
        )}
      </div>
      {view === 'sheet' ? (
        <SheetView
          key={`${person.id} ${period}`}
          person={person}
          period={period}
          seesPrivate={seesPrivate}
          isHead={own?.head === true && own.id !== person.id}
          isPast={period !== asked}
        />
      ) : (
        <Suspense fallback={<div className="ty-rating-waiting" />}>
          {view === 'quarter' ? (
            <QuarterView person={person.id} quarter={period} seesPrivate={seesPrivate} />
          ) : view === 'trend' ? (
            <TrendView person={person.id} period={period} seesPrivate={seesPrivate} />
          ) : view === 'indicators' ? (
            <IndicatorView period={period} disabled={own !== undefined && !own.head} />
          ) : (
            <TeamView period={period} leaders={leaders} seesNames={seesNames} />
          )}
        </Suspense>
      )}
    </section>
  );
}
