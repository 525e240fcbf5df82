import { lazy, Suspense, useMemo } from 'react';
import { previousPeriod } from '../../../shared/calendar/period';
import { dimensions, indicatorsOf, ratableRows } from '../../../shared/catalogue/catalogue';
import { leadingByExample } from '../../../shared/catalogue/leading-by-example';
import { edit, recordOrDefault } from '../../../shared/changes/records';
import { submissionEdits } from '../../../shared/changes/submission';
import { scoreLabel } from '../../../shared/insight/grade';
import { leadersOf } from '../../../shared/insight/people';
import {
  leaderScores,
  ratingPeriodOf,
  ratingsOf,
  sheetProgress,
  sheetStatus,
  teamScores,
} from '../../../shared/insight/score';
import { sheetId } from '../../../shared/model/rating';
import { unitId } from '../../../shared/model/unit';
import type { DimensionPoint } from '../../charts/DimensionRadar';
import { EmptyState } from '../../components/EmptyState';
import { Figure } from '../../components/Figure';
import { MonthPicker } from '../../components/MonthPicker';
import { PageHeader } from '../../components/PageHeader';
import { SelectField } from '../../components/SelectField';
import { Table } from '../../components/Table';
import { TextField } from '../../components/TextField';
import { bilingual, numberText, t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { go, hrefOf, useLocation } from '../../state/location';
import { useMonth } from '../../state/month';
import { ownerOf, useReplica } from '../../state/workspace';
import { RatingRow } from './RatingRow';
import './rating.css';

const DimensionRadar = lazy(() => import('../../charts/DimensionRadar'));

const groups = [
  { id: 'A', members: dimensions.filter(({ id }) => id.startsWith('A')) },
  { id: 'B', members: dimensions.filter(({ id }) => id.startsWith('B')) },
] as const;

const allRows = ratableRows.map(({ id }) => id);

/** Enter goes on to the next row; the last row leads to the submit button. */
function focusNext(from: Element): void {
  const stops = [...document.querySelectorAll('[data-rating-row], [data-rating-submit]')];
  const row = from.closest('[data-rating-row]');
  const next = row ? stops[stops.indexOf(row) + 1] : undefined;
  const target = next?.matches('button')
    ? next
    : (next?.querySelector('input:checked') ?? next?.querySelector('input'));
  if (target instanceof HTMLElement) {
    target.focus();
    target.scrollIntoView({ block: 'center' });
  }
}

/** A leader rates himself: 45 rows, by keyboard, with what the month shows beside it. */
export default function RatingPage() {
  const replica = useReplica();
  const { params } = useLocation();
  const [month] = useMonth('rating');
  const { state } = replica;
  const period = ratingPeriodOf(state, month);
  const leaders = useMemo(() => leadersOf(replica.state, period), [replica, period]);
  const asked = params.person ?? ownerOf(replica);
  const person = leaders.find(({ id }) => id === asked) ?? leaders[0];
  const { scale } = recordOrDefault(state, 'unit', unitId);
  const personId = person?.id ?? '';

  const view = useMemo(() => {
    const of = (which: string) => leaderScores(replica.state, personId, which).scores;
    const now = of(period);
    const before = of(previousPeriod(period));
    const ids = leadersOf(replica.state, period).map(({ id }) => id);
    const team = new Map(
      teamScores(replica.state, ids, period).map(({ dimension, median }) => [dimension, median]),
    );
    const points = dimensions.map(({ id, text }): DimensionPoint & { id: string } => ({
      id,
      label: bilingual(text).replace(/意识$|能力$/, ''),
      now: now.get(id) ?? null,
      before: before.get(id) ?? null,
      team: team.get(id) ?? null,
    }));
    return { points, ratings: ratingsOf(replica.state, personId, period) };
  }, [replica, personId, period]);

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
  const status = sheetStatus(state, person.id, period);
  const isSubmitted = status === 'submitted';
  const sheet = recordOrDefault(state, 'sheet', sheetId(person.id, period));
  const saveSheet = (fields: { strengths?: string; gaps?: string; measures?: string }) =>
    void act('sheet.set', [edit('sheet', sheet.id, fields)], { audience: 'private' });
  const submit = () =>
    void act(
      'rating.submit',
      submissionEdits(
        state,
        { person: person.id, period, rows: allRows },
        new Date().toISOString(),
      ),
      { publish: true, said: t('rating.submitted') },
    );
  const reopen = () =>
    void act('rating.reopen', [edit('sheet', sheet.id, { status: 'draft' })], {
      audience: 'private',
    });
  const move = (to: string) => {
    const first = to.includes('Q') ? `${to.slice(0, 4)}-${quarterMonth(to)}` : to;
    go('rating', { ...params, month: first });
  };
  const { points, ratings } = view;
  const rated = points.filter(({ now }) => now !== null);
  const row = (item: (typeof ratableRows)[number]) => (
    <RatingRow
      key={item.id}
      item={item}
      rating={ratings.get(item.id)}
      person={person.id}
      period={period}
      scale={scale}
      disabled={isSubmitted}
      onNext={focusNext}
    />
  );

  return (
    <section className="ty-page">
      <PageHeader
        title={t('rating.title')}
        sentence={t('rating.progress', {
          rated: progress.rated,
          na: progress.notApplicable,
          open: progress.open,
        })}
      >
        <MonthPicker value={period} onChange={move} />
      </PageHeader>
      <div className="ty-rating">
        <div>
          {groups.map(({ id, members }) => (
            <div key={id} className="ty-section">
              <h2>{t(`rating.group.${id}`)}</h2>
              {members.map((dimension) => (
                <section key={dimension.id} className="ty-rating-dimension">
                  <h3>
                    {bilingual(dimension.text)}
                    <span className="ty-soft">
                      {bilingual(
                        scoreLabel(points.find((p) => p.id === dimension.id)?.now ?? null, scale),
                      )}
                    </span>
                  </h3>
                  {indicatorsOf(dimension.id).map(row)}
                </section>
              ))}
            </div>
          ))}
          <div className="ty-section">
            <h2>{t('rating.group.W')}</h2>
            <section className="ty-rating-dimension">{leadingByExample.map(row)}</section>
          </div>
          <div className="ty-section ty-rating-words">
            <h2>{t('rating.words')}</h2>
            {(['strengths', 'gaps', 'measures'] as const).map((field) => (
              <TextField
                key={field}
                label={t(`rating.${field}`)}
                value={sheet[field]}
                multiline
                onCommit={(text) => !isSubmitted && saveSheet({ [field]: text })}
              />
            ))}
          </div>
        </div>
        <aside className="ty-rating-side">
          <SelectField
            label={t('rating.person')}
            value={person.id}
            options={leaders.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` }))}
            onChange={(id) => go('rating', { ...params, person: id })}
          />
          <Figure
            title={t('rating.radar')}
            sentence={t('rating.radar.sentence', { rated: rated.length, all: points.length })}
            chart={
              <Suspense fallback={<div className="ty-rating-radar" />}>
                <div className="ty-rating-radar">
                  <DimensionRadar
                    points={points}
                    names={{
                      now: t('rating.now'),
                      before: t('rating.before'),
                      team: t('rating.team'),
                    }}
                  />
                </div>
              </Suspense>
            }
            table={
              <Table
                label={t('rating.radar')}
                rows={points}
                columns={[
                  { id: 'label', title: t('rating.dimension'), cell: ({ label }) => label },
                  ...(['now', 'before', 'team'] as const).map((key) => ({
                    id: key,
                    title: t(`rating.${key}`),
                    align: 'number' as const,
                    cell: (point: DimensionPoint) => numberText(point[key]),
                  })),
                ]}
              />
            }
          />
          <p className="ty-hint">{t(isSubmitted ? 'rating.locked' : 'rating.draft')}</p>
          {isSubmitted ? (
            <button type="button" className="ty-button" data-rating-submit onClick={reopen}>
              {t('rating.reopen')}
            </button>
          ) : (
            <button
              type="button"
              className="ty-button ty-button-primary"
              data-rating-submit
              disabled={progress.rated === 0}
              onClick={submit}
            >
              {t('rating.submit')}
            </button>
          )}
        </aside>
      </div>
    </section>
  );
}

/** First month of a quarter key, two digits. */
const quarterMonth = (period: string): string =>
  String(Number(period.slice(-1)) * 3 - 2).padStart(2, '0');
