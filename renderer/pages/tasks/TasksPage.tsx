import { lazy, Suspense, useMemo, useState } from 'react';
import { periodLabel } from '../../../shared/calendar/period';
import { listOf, recordOrDefault } from '../../../shared/changes/records';
import { missingClarities } from '../../../shared/insight/five-clarities';
import { nameOf } from '../../../shared/insight/people';
import {
  percentOn,
  type TaskStatus,
  taskStatus,
  tasksOfMonth,
} from '../../../shared/insight/task-status';
import type { RecordOf } from '../../../shared/model/collections';
import { unitId } from '../../../shared/model/unit';
import { Choice } from '../../components/Choice';
import { EmptyState } from '../../components/EmptyState';
import { Light, type LightName } from '../../components/Light';
import { MonthPicker } from '../../components/MonthPicker';
import { PageHeader } from '../../components/PageHeader';
import { type Column, Table } from '../../components/Table';
import { currentLanguage, numberText, shortDayText, t } from '../../i18n/i18n';
import { go, useLocation } from '../../state/location';
import { useMonth } from '../../state/month';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import { SheetActions } from '../sheets/SheetActions';
import './tasks.css';

const TaskDialog = lazy(() => import('./TaskDialog'));

type Task = RecordOf<'task'>;

/** A task as a line: where it stands in the tree, and how it stands. */
interface Line extends Task {
  readonly depth: number;
  readonly status: TaskStatus;
  readonly reported: number;
  readonly missing: string;
}

const lights: Readonly<Record<TaskStatus, LightName>> = {
  closed: 'done',
  'closed-late': 'done-late',
  overdue: 'overdue',
  'due-soon': 'due-soon',
  behind: 'due-soon',
  open: 'not-yet',
};

const byPlace = (a: Task, b: Task): number =>
  (a.period < b.period ? -1 : a.period > b.period ? 1 : a.order - b.order) ||
  (a.id < b.id ? -1 : 1);

/** The tasks of a year as a tree: a task stands below its parent. */
function treeOf(tasks: readonly Task[]): { task: Task; depth: number }[] {
  const known = new Set(tasks.map(({ id }) => id));
  const below = new Map<string, Task[]>();
  for (const task of [...tasks].sort(byPlace)) {
    const parent = known.has(task.parent) && task.parent !== task.id ? task.parent : '';
    const siblings = below.get(parent);
    if (siblings) siblings.push(task);
    else below.set(parent, [task]);
  }
  const lines: { task: Task; depth: number }[] = [];
  const seen = new Set<string>();
  const walk = (parent: string, depth: number): void => {
    for (const task of below.get(parent) ?? []) {
      if (seen.has(task.id)) continue;
      seen.add(task.id);
      lines.push({ task, depth });
      walk(task.id, depth + 1);
    }
  };
  walk('', 0);
  return lines;
}

/** The work of a month, or of the year as a tree, each with its five clarities. */
export default function TasksPage() {
  const replica = useReplica();
  const today = useToday();
  const { params } = useLocation();
  const [month, setMonth] = useMonth('tasks');
  const [open, setOpen] = useState<string | null>(params.task ?? null);
  const scope = params.scope === 'year' ? 'year' : 'month';
  const language = currentLanguage();

  const lines = useMemo((): Line[] => {
    const { state } = replica;
    const { soonDays } = recordOrDefault(state, 'unit', unitId);
    const year = month.slice(0, 4);
    const chosen =
      scope === 'month'
        ? tasksOfMonth(state, month).map(({ task }) => ({ task, depth: 0 }))
        : treeOf(listOf(state, 'task').filter(({ period }) => period.startsWith(year)));
    return chosen.map(({ task, depth }) => ({
      ...task,
      depth,
      status: taskStatus(state, task, { today, soonDays }),
      reported: percentOn(state, task, today),
      missing: missingClarities(state, task)
        .map((clarity) => clarity[currentLanguage()])
        .join(currentLanguage() === 'zh' ? '、' : ', '),
    }));
  }, [replica, month, scope, today]);

  const columns: readonly Column<Line>[] = [
    {
      id: 'status',
      title: t('tasks.status'),
      sortBy: ({ status }) => Object.keys(lights).indexOf(status),
      cell: ({ status }) =>
        status === 'behind' ? (
          <span className="ty-light ty-light-due-soon">▲ {t('tasks.behind')}</span>
        ) : (
          <Light light={lights[status]} />
        ),
    },
    {
      id: 'title',
      title: t('tasks.task'),
      sortBy: ({ title }) => title,
      cell: ({ id, title, depth, period }) => (
        <span style={{ paddingLeft: `${depth * 1.5}rem` }}>
          <button type="button" className="ty-link ty-tasks-title" onClick={() => setOpen(id)}>
            {title || t('tasks.untitled')}
          </button>
          {scope === 'year' && <span className="ty-hint"> {periodLabel(period, language)}</span>}
        </span>
      ),
    },
    { id: 'goal', title: t('tasks.goal'), cell: ({ goal }) => goal },
    {
      id: 'due',
      title: t('tasks.due'),
      sortBy: ({ due }) => due,
      cell: ({ due }) => <span className="ty-nowrap">{shortDayText(due) || '—'}</span>,
    },
    {
      id: 'leader',
      title: t('tasks.leader'),
      cell: ({ leader }) => (
        <span className="ty-nowrap">{nameOf(replica.state, leader) || '—'}</span>
      ),
    },
    {
      id: 'owner',
      title: t('tasks.owner'),
      cell: ({ owner }) => <span className="ty-nowrap">{nameOf(replica.state, owner) || '—'}</span>,
    },
    {
      id: 'reported',
      title: t('tasks.percent'),
      align: 'number',
      sortBy: ({ reported }) => reported,
      cell: ({ reported }) => `${numberText(reported, 0)}%`,
    },
    {
      id: 'missing',
      title: t('tasks.clarities'),
      cell: ({ missing }) =>
        missing === '' ? (
          <span className="ty-light ty-light-done">✓ {t('tasks.clear')}</span>
        ) : (
          <span className="ty-error">{t('tasks.missing', { missing })}</span>
        ),
    },
  ];

  const count = (...wanted: TaskStatus[]) =>
    lines.filter(({ status }) => wanted.includes(status)).length;
  const add = (
    <button type="button" className="ty-button ty-button-primary" onClick={() => setOpen('new')}>
      {t('tasks.add')}
    </button>
  );
  const opened = lines.find(({ id }) => id === open);

  return (
    <section className="ty-page">
      <PageHeader
        title={t('tasks.title')}
        sentence={t('tasks.sentence', {
          period: scope === 'month' ? periodLabel(month, language) : month.slice(0, 4),
          all: lines.length,
          closed: count('closed', 'closed-late'),
          overdue: count('overdue'),
          behind: count('behind', 'due-soon'),
        })}
      >
        <MonthPicker value={month} onChange={setMonth} />
        <Choice
          label={t('tasks.scope')}
          value={scope}
          options={[
            { value: 'month', label: t('tasks.scope.month') },
            { value: 'year', label: t('tasks.scope.year') },
          ]}
          onChange={(next) => go('tasks', { ...params, scope: next })}
        />
        <SheetActions list="task" isEmpty={lines.length === 0} />
        {lines.length > 0 && add}
      </PageHeader>
      {lines.length === 0 ? (
        <EmptyState sentence={t('tasks.empty')}>{add}</EmptyState>
      ) : (
        <Table label={t('tasks.title')} columns={columns} rows={lines} />
      )}
      {open !== null && (open === 'new' || opened) && (
        <Suspense fallback={null}>
          <TaskDialog
            key={open}
            task={opened}
            month={month}
            parents={listOf(replica.state, 'task').filter(({ period }) =>
              period.startsWith(month.slice(0, 4)),
            )}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      )}
    </section>
  );
}
