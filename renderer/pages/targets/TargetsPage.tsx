import { lazy, Suspense, useMemo, useState } from 'react';
import { periodLabel } from '../../../shared/calendar/period';
import { nameOf } from '../../../shared/insight/people';
import {
  type TargetFulfilment,
  targetCounts,
  targetSentence,
  targetsFulfilment,
} from '../../../shared/insight/target-fulfilment';
import { ChartFigure } from '../../charts/ChartFigure';
import { EmptyState } from '../../components/EmptyState';
import { MonthPicker } from '../../components/MonthPicker';
import { PageHeader } from '../../components/PageHeader';
import { type Column, Table } from '../../components/Table';
import { bilingual, currentLanguage, numberText, t } from '../../i18n/i18n';
import { useMonth } from '../../state/month';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import { SheetActions } from '../sheets/SheetActions';
import { TargetState } from './TargetState';

const TargetBars = lazy(() => import('../../charts/TargetBars'));
const TargetDialog = lazy(() => import('./TargetDialog'));

interface Line extends TargetFulfilment {
  readonly id: string;
}

/** The year's targets: how far each is met by a month, as a chart and as a table. */
export default function TargetsPage() {
  const replica = useReplica();
  const today = useToday();
  const [month, setMonth] = useMonth('targets');
  const [open, setOpen] = useState<string | null>(null);
  const language = currentLanguage();
  const lines = useMemo(
    () =>
      targetsFulfilment(replica.state, { today, month }).map(
        (one): Line => ({ ...one, id: one.target.id }),
      ),
    [replica, today, month],
  );
  const sentence = bilingual(targetSentence(targetCounts(lines)));

  const columns: readonly Column<Line>[] = [
    {
      id: 'state',
      title: t('targets.state'),
      sortBy: ({ state }) => state,
      cell: ({ state }) => <TargetState state={state} />,
    },
    {
      id: 'name',
      title: t('targets.name'),
      sortBy: ({ target }) => target.name,
      cell: ({ id, target }) => (
        <button type="button" className="ty-link" onClick={() => setOpen(id)}>
          {target.name}
        </button>
      ),
    },
    {
      id: 'actual',
      title: t('targets.actual'),
      align: 'number',
      cell: ({ actual }) => numberText(actual, 2),
    },
    {
      id: 'goal',
      title: t('targets.goal'),
      align: 'number',
      cell: ({ goal, target }) => `${numberText(goal, 2)} ${target.measure}`,
    },
    {
      id: 'percent',
      title: t('targets.percent'),
      align: 'number',
      sortBy: ({ percent }) => percent ?? -1,
      cell: ({ percent }) => (percent === null ? '—' : `${numberText(percent)}%`),
    },
    {
      id: 'leader',
      title: t('tasks.leader'),
      cell: ({ target }) => nameOf(replica.state, target.leader) || '—',
    },
    {
      id: 'missing',
      title: t('targets.missing'),
      cell: ({ missing }) =>
        missing.length === 0 ? '—' : t('targets.missing.count', { count: missing.length }),
    },
  ];

  const add = (
    <button type="button" className="ty-button ty-button-primary" onClick={() => setOpen('new')}>
      {t('targets.add')}
    </button>
  );
  const table = <Table label={t('targets.title')} columns={columns} rows={lines} />;
  const pace = Math.round((Number(month.slice(5, 7)) / 12) * 100);
  const opened = lines.find(({ id }) => id === open)?.target;

  return (
    <section className="ty-page">
      <PageHeader title={t('targets.title')} sentence={sentence}>
        <MonthPicker value={month} onChange={setMonth} />
        <SheetActions list="target" isEmpty={lines.length === 0} />
        {lines.length > 0 && add}
      </PageHeader>
      {lines.length === 0 ? (
        <EmptyState sentence={t('targets.empty', { year: month.slice(0, 4) })}>{add}</EmptyState>
      ) : (
        <>
          <div className="ty-section">
            <ChartFigure
              title={t('targets.chart', { period: periodLabel(month, language) })}
              sentence={sentence}
              chart={
                <Suspense fallback={<div style={{ height: 48 + lines.length * 30 }} />}>
                  <TargetBars
                    pace={pace}
                    paceLabel={t('targets.pace', { pace })}
                    bars={lines.map(({ id, target, percent, state }) => ({
                      id,
                      name: target.name,
                      percent: percent ?? 0,
                      state,
                      label: `${percent === null ? '' : `${numberText(percent)}% `}${t(
                        `targets.state.${state}`,
                      )}`,
                    }))}
                  />
                </Suspense>
              }
              table={table}
            />
          </div>
          <div className="ty-section">
            <h2>{t('targets.list')}</h2>
            {table}
          </div>
        </>
      )}
      {open !== null && (open === 'new' || opened) && (
        <Suspense fallback={null}>
          <TargetDialog key={open} target={opened} month={month} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </section>
  );
}
