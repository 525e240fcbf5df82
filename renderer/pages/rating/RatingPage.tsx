import { lazy, Suspense, useMemo } from 'react';
import { recordOrDefault } from '../../../shared/changes/records';
import { leadersOf } from '../../../shared/insight/people';
import { ratingPeriodOf, sheetProgress } from '../../../shared/insight/score';
import { unitId } from '../../../shared/model/unit';
import { Choice } from '../../components/Choice';
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

const TrendView = lazy(() => import('./TrendView'));
const TeamView = lazy(() => import('./TeamView'));

const IndicatorView = lazy(() => import('./IndicatorView'));

const views = ['sheet', 'trend', 'team', 'indicators'] as const;

/** The self-rating: a leader's sheet of a period, his scores over time, and the team's. */
export default function RatingPage() {
  const replica = useReplica();
  const { params } = useLocation();
  const [month] = useMonth('rating');
  const { state } = replica;
  const period = ratingPeriodOf(state, month);
  const leaders = useMemo(() => leadersOf(replica.state, period), [replica, period]);
  const owner = ownerOf(replica);
  const own = leaders.find(({ id }) => id === owner);
  const { ratingNames } = recordOrDefault(state, 'unit', unitId);
  // The office, whose PC is no leader's, keeps everybody's sheets; a leader sees his own.
  const seesNames = ratingNames || !own || own.head;
  const offered = seesNames ? leaders : [own];
  const person = offered.find(({ id }) => id === params.person) ?? own ?? offered[0];
  const view = views.find((one) => one === params.view) ?? 'sheet';

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

  const progress = sheetProgress(state, person.id, period);
  const move = (to: string) => {
    const first = to.includes('Q') ? `${to.slice(0, 4)}-${quarterMonth(to)}` : to;
    go('rating', { ...params, month: first });
  };
  return (
    <section className="ty-page">
      <PageHeader
        title={t('rating.title')}
        sentence={t('rating.progress', {
          all: progress.total,
          rated: progress.rated,
          na: progress.notApplicable,
          open: progress.open,
        })}
      >
        {(view === 'sheet' || view === 'trend') && offered.length > 1 && (
          <SelectField
            label={t('rating.person')}
            value={person.id}
            options={offered.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` }))}
            onChange={(id) => go('rating', { ...params, person: id })}
          />
        )}
        <MonthPicker value={period} onChange={move} />
      </PageHeader>
      <div className="ty-rating-views">
        <Choice
          label={r('view')}
          value={view}
          options={views.map((value) => ({ value, label: r(`view.${value}`) }))}
          onChange={(next) => go('rating', { ...params, view: next })}
        />
      </div>
      {view === 'sheet' ? (
        <SheetView
          key={`${person.id} ${period}`}
          person={person}
          period={period}
          seesPrivate={person.id === owner}
          isHead={own?.head === true && own.id !== person.id}
        />
      ) : (
        <Suspense fallback={<div className="ty-rating-radar" />}>
          {view === 'trend' ? (
            <TrendView person={person.id} period={period} seesPrivate={person.id === owner} />
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

/** First month of a quarter key, two digits. */
const quarterMonth = (period: string): string =>
  String(Number(period.slice(-1)) * 3 - 2).padStart(2, '0');
