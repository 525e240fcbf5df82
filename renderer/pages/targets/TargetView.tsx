import { lazy, Suspense } from 'react';
import type { Period } from '../../../shared/calendar/period';
import { edit, recordOf } from '../../../shared/changes/records';
import { filesOf } from '../../../shared/insight/evidence-files';
import { nameOf } from '../../../shared/insight/people';
import { targetForecast } from '../../../shared/insight/target-forecast';
import { milestonesOf } from '../../../shared/insight/target-run';
import { sections, type TargetLine } from '../../../shared/insight/target-year';
import { measurementId } from '../../../shared/model/target';
import { BurnUpChart } from '../../charts/BurnUpChart';
import { ChartFigure } from '../../charts/ChartFigure';
import { Attachments } from '../../components/Attachments';
import { MonthPicker } from '../../components/MonthPicker';
import { PageHeader } from '../../components/PageHeader';
import { RecordHistory } from '../../components/RecordHistory';
import { Table } from '../../components/Table';
import { bilingual, numberText, shortDayText, t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { useOpen } from '../../state/forms';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import { ConsequenceTable } from './ConsequenceTable';
import { CorrectionList } from './CorrectionList';
import { TargetState } from './TargetState';
import { aimText, amountText, monthText, percentText, targetStory } from './target-words';
import { v } from './texts';

const TargetDialog = lazy(() => import('./TargetDialog'));
const MeasurementDialog = lazy(() => import('./MeasurementDialog'));
const GoalChangeDialog = lazy(() => import('./GoalChangeDialog'));
const MilestoneDialog = lazy(() => import('./MilestoneDialog'));
const ConsequenceDialog = lazy(() => import('./ConsequenceDialog'));

interface TargetViewProps {
  readonly line: TargetLine;
  readonly month: Period;
  readonly onMonth: (month: Period) => void;
  /** Where it was opened from. */
  readonly back: string;
}

type Open =
  | { readonly what: 'target' | 'goal' }
  | { readonly what: 'measurement'; readonly month: Period }
  | { readonly what: 'milestone' | 'consequence'; readonly id: string | undefined };

/** One target: how it stands, its year as a chart, and all that is recorded of it. */
export default function TargetView({ line, month, onMonth, back }: TargetViewProps) {
  const { state } = useReplica();
  const today = useToday();
  const [open, setOpen] = useOpen<Open | null>('TargetView.open', null);
  const { run, now } = line;
  const { target } = run;
  const isNumeric = target.kind === 'numeric';
  const { running } = run;
  const forecast = targetForecast(run, now);
  const last = run.months.indexOf(now.latest);
  const months = run.months.map((id, index) => {
    const isSeen = id <= month;
    const plan = run.plan[index] ?? null;
    const isMeasured = isSeen && run.values[index] !== null;
    return {
      id,
      label: monthText(id),
      planned: plan && (plan.low ?? plan.high),
      plannedHigh: plan?.low != null ? plan.high : null,
      actual: isMeasured ? (running[index] ?? null) : null,
      // From where it stands to the end of the year.
      foreseen:
        forecast && forecast.method !== 'final' && (index === last || index === 11)
          ? index === last
            ? (running[index] ?? null)
            : forecast.value
          : null,
      value: isSeen ? (run.values[index] ?? null) : null,
      plan,
      rate: line.byMonth[index]?.percent ?? null,
      state: line.byMonth[index]?.state,
      record: recordOf(state, 'measurement', measurementId(target.id, id)),
    };
  });
  const goals = [
    ...(now.aim?.low != null
      ? [
          {
            value: now.aim.low,
            label: v(now.aim.high === null ? 'targets.burn.goal' : 'targets.burn.goal.low', {
              goal: amountText(now.aim.low, target),
            }),
          },
        ]
      : []),
    ...(now.aim?.high != null
      ? [
          {
            value: now.aim.high,
            label: v(now.aim.low === null ? 'targets.burn.goal' : 'targets.burn.goal.high', {
              goal: amountText(now.aim.high, target),
            }),
          },
        ]
      : []),
  ];
  const unit = isNumeric ? target.measure : '%';
  const close = () => setOpen(null);
  const measure = (of: Period) => setOpen({ what: 'measurement', month: of });
  const drawn = (
    <ChartFigure
      title={v('targets.burn')}
      sentence={targetStory(line)}
      chart={
        <BurnUpChart
          points={months}
          unit={unit}
          goals={goals}
          names={{
            planned: v('targets.burn.planned'),
            plannedHigh: v('targets.burn.high'),
            actual: v('targets.burn.actual'),
            foreseen: v('targets.burn.foreseen'),
          }}
          {...(isNumeric && { onOpen: measure })}
        />
      }
    />
  );
  const facts: readonly [string, string][] = [
    [t('targets.goal'), aimText(now.aim, target)],
    [t('targets.baseline'), isNumeric ? numberText(target.baseline, 2) : '—'],
    [
      t('targets.direction'),
      target.direction === 'band'
        ? v('targets.direction.band')
        : t(`targets.direction.${target.direction}`),
    ],
    [t('targets.mode'), isNumeric ? t(`targets.mode.${target.mode}`) : v('targets.kind.milestone')],
    [v('targets.spread'), isNumeric ? v(`targets.spread.${target.spread}`) : '—'],
    [v('targets.weight'), numberText(target.weight, 2)],
    [t('tasks.leader'), nameOf(state, target.leader) || '—'],
    [v('targets.owner'), nameOf(state, target.owner) || '—'],
    [v('targets.department'), recordOf(state, 'department', target.department)?.name || '—'],
    [
      v('targets.mechanism'),
      bilingual(sections.find(({ id }) => id === target.mechanism)?.text ?? { zh: '—', en: '—' }),
    ],
  ];

  return (
    <>
      <PageHeader title={target.name} sentence="">
        <a className="ty-link" href={back}>
          {v('targets.back')}
        </a>
        <MonthPicker value={month} onChange={onMonth} />
        <RecordHistory collection="target" id={target.id} />
        <button type="button" className="ty-button" onClick={() => setOpen({ what: 'target' })}>
          {t('targets.edit')}
        </button>
        {isNumeric && (
          <button
            type="button"
            className="ty-button ty-button-primary"
            onClick={() => measure(month)}
          >
            {v('targets.measure.do')}
          </button>
        )}
      </PageHeader>
      <dl className="ty-target-facts">
        <div>
          <dt>{t('targets.state')}</dt>
          <dd>
            <TargetState now={now} />
          </dd>
        </div>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="ty-section">{drawn}</div>
      {isNumeric ? (
        <div className="ty-section">
          <h2>{t('targets.values', { year: target.year })}</h2>
          <Table
            label={t('targets.values', { year: target.year })}
            rows={months}
            columns={[
              {
                id: 'month',
                title: v('targets.month'),
                cell: ({ id, label }) => (
                  <button type="button" className="ty-link" onClick={() => measure(id)}>
                    {label}
                  </button>
                ),
              },
              {
                id: 'value',
                title: v('targets.value'),
                align: 'number',
                cell: ({ value }) => amountText(value, target),
              },
              ...(target.mode === 'cumulative'
                ? [
                    {
                      id: 'running',
                      title: v('targets.running'),
                      align: 'number' as const,
                      cell: ({ actual }: (typeof months)[number]) => amountText(actual, target),
                    },
                  ]
                : []),
              {
                id: 'plan',
                title: v('targets.plan'),
                align: 'number',
                cell: ({ plan }) =>
                  aimText(
                    plan && {
                      low: plan.low === null ? null : Number(plan.low.toFixed(2)),
                      high: plan.high === null ? null : Number(plan.high.toFixed(2)),
                    },
                    target,
                  ),
              },
              {
                id: 'rate',
                title: t('targets.percent'),
                align: 'number',
                cell: ({ value, rate }) => (value === null ? '—' : percentText(rate)),
              },
              {
                id: 'state',
                title: t('targets.state'),
                cell: ({ value, state: stands }) =>
                  value === null || !stands ? '—' : <TargetState now={{ state: stands, target }} />,
              },
              {
                id: 'date',
                title: v('targets.date'),
                cell: ({ record }) => shortDayText(record?.date ?? '') || '—',
              },
              {
                id: 'source',
                title: v('targets.source'),
                cell: ({ record }) => record?.source || '—',
              },
              {
                id: 'correction',
                title: v('targets.correction'),
                cell: ({ record }) => record?.correction || '—',
              },
              {
                id: 'files',
                title: v('targets.files'),
                align: 'number',
                cell: ({ id }) =>
                  filesOf(state, {
                    collection: 'measurement',
                    id: measurementId(target.id, id),
                  }).length || '—',
              },
            ]}
          />
          <CorrectionList target={target} months={run.months} />
        </div>
      ) : (
        <Milestones line={line} today={today} onOpen={(id) => setOpen({ what: 'milestone', id })} />
      )}
      {isNumeric && (
        <div className="ty-section">
          <div className="ty-chart-head">
            <h2>{v('targets.goal.changes')}</h2>
            <button type="button" className="ty-button" onClick={() => setOpen({ what: 'goal' })}>
              {v('targets.goal.change')}
            </button>
          </div>
          {target.goalChanges.length === 0 ? (
            <p className="ty-soft">—</p>
          ) : (
            <ul className="ty-target-list">
              {target.goalChanges.map((change) => (
                <li key={change.month}>
                  {v('targets.goal.change.row', {
                    month: monthText(change.month),
                    goal: aimText(
                      target.direction === 'band'
                        ? { low: change.goal, high: change.high }
                        : { low: change.goal, high: null },
                      target,
                    ),
                    grounds: change.grounds,
                  })}
                  <button
                    type="button"
                    className="ty-link"
                    onClick={() =>
                      void act(
                        'target.set',
                        [
                          edit('target', target.id, {
                            goalChanges: target.goalChanges.filter((one) => one !== change),
                          }),
                        ],
                        { said: t('targets.saved') },
                      )
                    }
                  >
                    {v('targets.goal.change.remove')}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <div className="ty-section">
        <div className="ty-chart-head">
          <h2>{v('targets.consequence')}</h2>
          <button
            type="button"
            className="ty-button"
            onClick={() => setOpen({ what: 'consequence', id: undefined })}
          >
            {v('targets.consequence.add')}
          </button>
        </div>
        <ConsequenceTable
          label={v('targets.consequence')}
          only={({ basisCollection, basisId }) =>
            basisCollection === 'target' && basisId === target.id
          }
          onOpen={(id) => setOpen({ what: 'consequence', id })}
        />
      </div>
      <div className="ty-section">
        <Attachments
          label={t('attachments.target')}
          owner={{ collection: 'target', id: target.id }}
        />
      </div>
      <Suspense fallback={null}>
        {open?.what === 'target' && <TargetDialog target={target} month={month} onClose={close} />}
        {open?.what === 'measurement' && (
          <MeasurementDialog key={open.month} line={line} month={open.month} onClose={close} />
        )}
        {open?.what === 'goal' && (
          <GoalChangeDialog target={target} month={month} onClose={close} />
        )}
        {open?.what === 'milestone' && (
          <MilestoneDialog target={target.id} id={open.id} onClose={close} />
        )}
        {open?.what === 'consequence' && (
          <ConsequenceDialog
            id={open.id}
            proposal={{
              person: target.leader,
              basisCollection: 'target',
              basisId: target.id,
            }}
            month={month}
            onClose={close}
          />
        )}
      </Suspense>
    </>
  );
}

function Milestones({
  line,
  today,
  onOpen,
}: {
  line: TargetLine;
  today: string;
  onOpen: (id: string | undefined) => void;
}) {
  const { state } = useReplica();
  const rows = milestonesOf(state, line.run.target.id);
  return (
    <div className="ty-section">
      <div className="ty-chart-head">
        <h2>{v('targets.milestones')}</h2>
        <button type="button" className="ty-button" onClick={() => onOpen(undefined)}>
          {v('targets.milestone.add')}
        </button>
      </div>
      {rows.length === 0 ? (
        <p className="ty-soft">{v('targets.milestone.none')}</p>
      ) : (
        <Table
          label={v('targets.milestones')}
          rows={rows}
          columns={[
            {
              id: 'name',
              title: v('targets.milestone'),
              cell: ({ id, name }) => (
                <button type="button" className="ty-link" onClick={() => onOpen(id)}>
                  {name}
                </button>
              ),
            },
            {
              id: 'due',
              title: v('targets.milestone.due'),
              cell: ({ due }) => shortDayText(due),
            },
            {
              id: 'weight',
              title: v('targets.weight'),
              align: 'number',
              cell: ({ weight }) => numberText(weight, 2),
            },
            {
              id: 'reached',
              title: v('targets.milestone.reached'),
              cell: ({ reached, due }) =>
                shortDayText(reached) ||
                v(due !== '' && due < today ? 'targets.milestone.late' : 'targets.milestone.open'),
            },
          ]}
        />
      )}
    </div>
  );
}
