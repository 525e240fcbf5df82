import { memo, useMemo } from 'react';
import { monthsOf, type Period } from '../../../shared/calendar/period';
import { recordOrDefault } from '../../../shared/changes/records';
import {
  groupRates,
  groupTargets,
  lineCounts,
  meanByMonth,
  rateChange,
  type TargetGrouping,
  type TargetLine,
  targetGroupings,
} from '../../../shared/insight/target-year';
import { unitId } from '../../../shared/model/unit';
import { BurnUpChart } from '../../charts/BurnUpChart';
import { ChartFigure } from '../../charts/ChartFigure';
import { Heatmap, heatHeight } from '../../charts/Heatmap';
import { SmallMultiples } from '../../charts/SmallMultiples';
import { WaterfallChart } from '../../charts/WaterfallChart';
import { Table } from '../../components/Table';
import { useAfterPaint } from '../../components/use-after-paint';
import { bilingual, numberText, t } from '../../i18n/i18n';
import { go } from '../../state/location';
import { useReplica } from '../../state/workspace';
import { monthText, percentText, plannedPercent, stateText, toneOf } from './target-words';
import { v } from './texts';

interface TargetChartsProps {
  readonly lines: readonly TargetLine[];
  readonly month: Period;
  readonly by: TargetGrouping;
  readonly onOpen: (target: string) => void;
  readonly onOpenGroup: (by: TargetGrouping, group: string) => void;
}

/** Steps drawn one by one; the smaller ones are one row. */
const mostSteps = 10;

const rounded = (value: number): number => Number(value.toFixed(1));
/** A change in words; what would round to nothing keeps one figure more. */
const signed = (value: number): string =>
  `${value > 0 ? '+' : ''}${numberText(value, Math.abs(value) < 0.1 ? 2 : 1)}`;

/** Planned rate of several targets by the end of each month; those without a plain plan left out. */
const plannedRates = (lines: readonly TargetLine[]): (number | null)[] =>
  // What must only be kept to is planned to be kept whole.
  meanByMonth(lines, (now) => (now.aim ? Math.min(100, plannedPercent(now) ?? 100) : null));

const roundedAll = (list: readonly (number | null)[]) =>
  list.map((value) => (value === null ? null : rounded(value)));

/** How the targets are met, seen from several sides; each chart leads to the records. */
export default function TargetCharts(props: TargetChartsProps) {
  const { lines, month, by, onOpen, onOpenGroup } = props;
  const { state } = useReplica();
  const cap = recordOrDefault(state, 'unit', unitId).scoreCap;
  const months = useMemo(
    () => monthsOf(month.slice(0, 4)).filter((name) => name <= month),
    [month],
  );
  return (
    <>
      <Progress lines={lines} months={months} cap={cap} />
      <Change lines={lines} month={month} cap={cap} onOpen={onOpen} />
      <Groups lines={lines} months={months} cap={cap} by={by} onOpen={onOpenGroup} />
      <Months lines={lines} months={months} onOpen={onOpen} />
    </>
  );
}

// How targets are grouped changes nothing in the other charts.
const Progress = memo(function Progress({
  lines,
  months,
  cap,
}: {
  lines: readonly TargetLine[];
  months: readonly Period[];
  cap: number;
}) {
  const points = useMemo(() => {
    const rates = roundedAll(groupRates(lines, cap));
    const plans = roundedAll(plannedRates(lines));
    return months.map((id, index) => ({
      id,
      label: monthText(id),
      planned: plans[index] ?? null,
      actual: rates[index] ?? null,
    }));
  }, [lines, months, cap]);
  const last = points.at(-1);
  return (
    <div className="ty-section">
      <ChartFigure
        title={v('targets.progress')}
        sentence={
          last && last.actual !== null
            ? v('targets.progress.sentence', {
                month: last.label,
                rate: numberText(last.actual),
                plan: numberText(last.planned),
              })
            : v('targets.progress.none')
        }
        chart={
          <BurnUpChart
            points={points}
            unit="%"
            goals={[{ value: 100, label: v('targets.burn.goal', { goal: '100%' }) }]}
            names={{
              planned: v('targets.rate.plan'),
              plannedHigh: v('targets.burn.high'),
              actual: v('targets.rate'),
              foreseen: v('targets.burn.foreseen'),
            }}
            onOpen={(id) => go('targets', { month: id })}
          />
        }
        table={
          <Table
            label={v('targets.progress')}
            rows={points}
            columns={[
              { id: 'month', title: v('targets.month'), cell: ({ label }) => label },
              {
                id: 'actual',
                title: v('targets.rate'),
                align: 'number',
                cell: ({ actual }) => percentText(actual),
              },
              {
                id: 'plan',
                title: v('targets.rate.plan'),
                align: 'number',
                cell: ({ planned }) => percentText(planned),
              },
            ]}
          />
        }
      />
    </div>
  );
});

const Change = memo(function Change({
  lines,
  month,
  cap,
  onOpen,
}: {
  lines: readonly TargetLine[];
  month: Period;
  cap: number;
  onOpen: (target: string) => void;
}) {
  const change = useMemo(() => rateChange(lines, cap), [lines, cap]);
  const title = v('targets.change');
  if (!change) {
    const why = month.endsWith('-01') ? 'targets.change.january' : 'targets.change.none';
    return (
      <div className="ty-section">
        <h2>{title}</h2>
        <p className="ty-soft">{v(why)}</p>
      </div>
    );
  }
  const before = monthText(change.from);
  const after = monthText(change.to);
  const moved = change.steps.filter((step) => Math.abs(step.change) >= 0.005);
  const shown = moved.slice(0, mostSteps);
  const rest = moved.slice(mostSteps);
  const restSum = rest.reduce((sum, step) => sum + step.change, 0);
  const steps =
    rest.length > 0
      ? [
          ...shown,
          { id: '', name: v('targets.change.rest', { count: rest.length }), change: restSum },
        ]
      : shown;
  let at = change.before;
  const level = (id: string, name: string, value: number) => ({
    id,
    name,
    kind: 'level' as const,
    from: value,
    to: value,
    label: `${numberText(rounded(value))}%`,
    isOpenable: false,
  });
  const rows = [
    level('before', before, change.before),
    ...steps.map((step) => {
      const from = at;
      at += step.change;
      const label = signed(step.change);
      const isOpenable = step.id !== '';
      return {
        ...step,
        id: step.id || 'rest',
        kind: 'step' as const,
        from,
        to: at,
        label,
        isOpenable,
      };
    }),
    level('after', after, change.after),
  ];
  const sentence = [
    v('targets.change.sentence', {
      from: before,
      before: numberText(rounded(change.before)),
      to: after,
      after: numberText(rounded(change.after)),
      up: moved.filter((step) => step.change > 0).length,
      down: moved.filter((step) => step.change < 0).length,
    }),
    ...(change.left > 0 ? [v('targets.change.left', { count: change.left })] : []),
  ].join('');
  return (
    <div className="ty-section">
      <ChartFigure
        title={title}
        sentence={sentence}
        chart={<WaterfallChart rows={rows} unit="%" onOpen={onOpen} />}
        table={
          <Table
            label={title}
            rows={change.steps}
            columns={[
              {
                id: 'name',
                title: t('targets.name'),
                sortBy: ({ name }) => name,
                cell: ({ id, name }) => (
                  <button type="button" className="ty-link" onClick={() => onOpen(id)}>
                    {name}
                  </button>
                ),
              },
              {
                id: 'change',
                title: v('targets.change.step'),
                align: 'number',
                sortBy: (step) => step.change,
                cell: (step) => signed(step.change),
              },
            ]}
          />
        }
      />
    </div>
  );
});

function Groups({
  lines,
  months,
  cap,
  by,
  onOpen,
}: {
  lines: readonly TargetLine[];
  months: readonly Period[];
  cap: number;
  by: TargetGrouping;
  onOpen: (by: TargetGrouping, group: string) => void;
}) {
  const replica = useReplica();
  const month = months.at(-1) ?? '';
  const items = useMemo(
    () =>
      groupTargets(replica.state, lines, by, month).map((group) => {
        const counts = lineCounts(group.lines);
        return {
          id: group.id,
          name: bilingual(group.name) || v('targets.groups.none'),
          note: v('targets.groups.note', { total: counts.total, good: counts.onTrack }),
          counts,
          values: roundedAll(groupRates(group.lines, cap)),
          planned: roundedAll(plannedRates(group.lines)),
        };
      }),
    [replica, lines, by, month, cap],
  );
  const title = v('targets.groups');
  const behind = items.filter(({ counts }) => counts.behind + counts.overdue > 0).length;
  return (
    <div className="ty-section">
      <ChartFigure
        title={title}
        sentence={v('targets.groups.sentence', { count: items.length, behind })}
        chart={
          <SmallMultiples
            items={items}
            labels={months.map(monthText)}
            max={Math.max(120, cap)}
            onOpen={(id) => onOpen(by, id)}
          />
        }
        table={
          <Table
            label={title}
            rows={items}
            columns={[
              {
                id: 'name',
                title: v('targets.group'),
                cell: ({ id, name }) => (
                  <button type="button" className="ty-link" onClick={() => onOpen(by, id)}>
                    {name}
                  </button>
                ),
              },
              {
                id: 'total',
                title: v('targets.group.total'),
                align: 'number',
                cell: ({ counts }) => counts.total,
              },
              {
                id: 'good',
                title: t('targets.state.on-track'),
                align: 'number',
                cell: ({ counts }) => counts.onTrack,
              },
              {
                id: 'behind',
                title: t('targets.state.behind'),
                align: 'number',
                cell: ({ counts }) => counts.behind + counts.overdue,
              },
              {
                id: 'rate',
                title: v('targets.rate'),
                align: 'number',
                cell: ({ values }) => percentText(values.at(-1) ?? null),
              },
            ]}
          />
        }
      >
        <select
          className="ty-select ty-select-small"
          aria-label={v('targets.groups.by')}
          value={by}
          onChange={(event) => go('targets', { month, view: 'charts', by: event.target.value })}
        >
          {targetGroupings.map((name) => (
            <option key={name} value={name}>
              {v(`targets.groups.${name}`)}
            </option>
          ))}
        </select>
      </ChartFigure>
    </div>
  );
}

/** What `make` gives, made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const Months = memo(function Months({
  lines,
  months,
  onOpen,
}: {
  lines: readonly TargetLine[];
  months: readonly Period[];
  onOpen: (target: string) => void;
}) {
  const rows = useMemo(
    () =>
      lines.map((line) => ({
        id: line.run.target.id,
        name: line.run.target.name,
        cells: once(() =>
          line.byMonth.map((now, index) => {
            // A month counts once it has a value of its own.
            if (now.percent === null || line.run.values[index] === null) return null;
            // What is not whole does not read as if it were.
            const most = now.percent < 100 ? 99 : Number.POSITIVE_INFINITY;
            const percent = `${Math.min(most, Math.round(now.percent))}%`;
            return {
              text: percent,
              tone: toneOf[now.state],
              label: v('targets.heat.cell', {
                name: line.run.target.name,
                month: monthText(months[index] ?? ''),
                percent,
                state: stateText(now),
              }),
            };
          }),
        ),
      })),
    [lines, months],
  );
  const counts = lineCounts(lines);
  // The last chart of the page is not in sight yet.
  const isDue = useAfterPaint();
  return (
    <div className="ty-section">
      <ChartFigure
        title={v('targets.heat')}
        sentence={v('targets.heat.sentence', {
          good: counts.onTrack,
          behind: counts.behind,
          bad: counts.overdue,
        })}
        chart={
          !isDue ? (
            <div style={{ height: heatHeight(rows.length) }} />
          ) : (
            <Heatmap
              label={v('targets.heat')}
              corner={t('targets.name')}
              columns={months.map((id) => ({ id, title: monthText(id) }))}
              rows={rows}
              onOpenRow={onOpen}
              onOpen={(target, id) => go('targets', { month: id, view: 'charts', target })}
            />
          )
        }
      />
    </div>
  );
});
