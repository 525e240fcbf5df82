import { useMemo } from 'react';
import { type Period, periodLabel } from '../../../shared/calendar/period';
import { nameOf } from '../../../shared/insight/people';
import { targetForecast } from '../../../shared/insight/target-forecast';
import { targetSentence } from '../../../shared/insight/target-fulfilment';
import { lineCounts, type TargetLine } from '../../../shared/insight/target-year';
import { BulletChart } from '../../charts/BulletChart';
import { ChartFigure } from '../../charts/ChartFigure';
import { type Column, Table } from '../../components/Table';
import { bilingual, currentLanguage, t } from '../../i18n/i18n';
import { useReplica } from '../../state/workspace';
import { TargetState } from './TargetState';
import {
  aimText,
  amountText,
  forecastWord,
  percentText,
  plannedPercent,
  rateLabel,
  toneOf,
} from './target-words';
import { v } from './texts';

interface Line extends Pick<TargetLine, 'run' | 'now'> {
  readonly id: string;
}

interface TargetListProps {
  readonly lines: readonly TargetLine[];
  readonly month: Period;
  readonly onOpen: (target: string) => void;
}

/** More than these are a wall and no chart; the worst are drawn then. */
const mostDrawn = 30;

const urgency = { overdue: 0, behind: 1, 'no-data': 2, 'on-track': 3, reached: 4 } as const;

/** All targets as a table, and how far each is met as a chart. */
export default function TargetList({ lines, month, onOpen }: TargetListProps) {
  const replica = useReplica();
  const rows = useMemo(
    // The months of each are not asked for.
    () => lines.map(({ run, now }): Line => ({ id: run.target.id, run, now })),
    [lines],
  );
  const drawn = useMemo(() => {
    if (rows.length <= mostDrawn) return rows;
    const worst = rows.toSorted(
      (a, b) =>
        urgency[a.now.state] - urgency[b.now.state] ||
        (a.now.pacePercent ?? 0) - (b.now.pacePercent ?? 0),
    );
    return worst.slice(0, mostDrawn);
  }, [rows]);

  const columns: readonly Column<Line>[] = [
    {
      id: 'state',
      width: '7.5rem',
      title: t('targets.state'),
      sortBy: ({ now }) => now.state,
      cell: ({ now }) => <TargetState now={now} />,
    },
    {
      id: 'name',
      title: t('targets.name'),
      sortBy: ({ run }) => run.target.name,
      cell: ({ id, run }) => (
        <button type="button" className="ty-link" onClick={() => onOpen(id)}>
          {run.target.name}
        </button>
      ),
    },
    {
      id: 'actual',
      width: '7rem',
      title: t('targets.actual'),
      align: 'number',
      cell: ({ now }) => amountText(now.actual, now.target),
    },
    {
      id: 'plan',
      width: '7rem',
      title: v('targets.plan'),
      align: 'number',
      cell: ({ now }) => aimText(now.plan, now.target),
    },
    {
      id: 'goal',
      width: '7rem',
      title: t('targets.goal'),
      align: 'number',
      cell: ({ now }) => aimText(now.aim, now.target),
    },
    {
      id: 'percent',
      width: '5.5rem',
      title: t('targets.percent'),
      align: 'number',
      sortBy: ({ now }) => now.percent ?? -1,
      cell: ({ now }) => percentText(now.percent),
    },
    {
      id: 'forecast',
      width: '10rem',
      title: v('targets.forecast'),
      align: 'number',
      cell: ({ run, now }) => {
        const forecast = targetForecast(run, now);
        if (!forecast || !now.aim) return '—';
        const value = amountText(Number(forecast.value.toFixed(1)), now.target);
        return v('targets.forecast.short', { value, word: forecastWord(forecast, now.target) });
      },
    },
    {
      id: 'leader',
      width: '6rem',
      title: t('tasks.leader'),
      sortBy: ({ run }) => nameOf(replica.state, run.target.leader),
      cell: ({ run }) => nameOf(replica.state, run.target.leader) || '—',
    },
    {
      id: 'missing',
      width: '5.5rem',
      title: t('targets.missing'),
      sortBy: ({ now }) => now.missing.length,
      cell: ({ now }) =>
        now.missing.length === 0 ? '—' : t('targets.missing.count', { count: now.missing.length }),
    },
  ];
  const sentence = bilingual(targetSentence(lineCounts(lines)));

  return (
    <>
      <div className="ty-section">
        <ChartFigure
          title={t('targets.chart', { period: periodLabel(month, currentLanguage()) })}
          sentence={
            drawn.length < rows.length
              ? `${sentence}${v('targets.worst', { count: drawn.length })}`
              : sentence
          }
          chart={
            <BulletChart
              plannedLabel={v('targets.plan')}
              rows={drawn.map(({ id, now }) => ({
                id,
                name: now.target.name,
                percent: now.percent,
                planned: plannedPercent(now),
                tone: toneOf[now.state],
                label: rateLabel(now),
              }))}
              onOpen={onOpen}
            />
          }
        />
      </div>
      <div className="ty-section">
        <h2>{t('targets.list')}</h2>
        <Table
          label={t('targets.title')}
          columns={columns}
          rows={rows}
          isSteady={rows.length >= 200}
        />
      </div>
    </>
  );
}
