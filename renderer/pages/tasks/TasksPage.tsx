import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Day } from '../../../shared/calendar/day';
import { periodLabel } from '../../../shared/calendar/period';
import { recordOf } from '../../../shared/changes/records';
import { viewOf } from '../../../shared/insight/moment';
import { Choice } from '../../components/Choice';
import { EmptyState } from '../../components/EmptyState';
import { lazyPart } from '../../components/lazy-part';
import { MonthPicker } from '../../components/MonthPicker';
import { PageHeader } from '../../components/PageHeader';
import { currentLanguage, dayText, t } from '../../i18n/i18n';
import { whenIdle } from '../../state/idle';
import { go, hrefOf, turnTo, useLocation } from '../../state/location';
import { useMonth } from '../../state/month';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import { SheetActions } from '../sheets/SheetActions';
import BulkBar from './BulkBar';
import type { FollowUpStep } from './FollowUpDialog';
import TaskFilter from './TaskFilter';
import TaskList from './TaskList';
import { filterLines, filterOf } from './task-filter';
import { type TaskLine, taskLine } from './task-line';
import { countsOf, taskLines } from './task-lines';
import './tasks.css';
import { isResuming, useOpen } from '../../state/forms';
import { v } from './texts';

const TaskDialog = lazyPart(() => import('./TaskDialog'));
const OutlineDialog = lazy(() => import('./OutlineDialog'));
const CopyDialog = lazy(() => import('./CopyDialog'));
const FollowUpDialog = lazy(() => import('./FollowUpDialog'));
const TaskBoard = lazyPart(() => import('./TaskBoard'));
const TaskCalendar = lazyPart(() => import('./TaskCalendar'));
const TaskTimeline = lazyPart(() => import('./TaskTimeline'));
const ChargeMatrix = lazyPart(() => import('./ChargeMatrix'));

const views = ['list', 'board', 'calendar', 'timeline', 'charges'] as const;

/** What is most asked for on this page, loaded ahead once it is there. */
const ahead = [TaskBoard, TaskTimeline, TaskCalendar, TaskDialog].map(({ load }) => load);

/** A step about to be taken on some tasks. */
interface Pending {
  readonly step: FollowUpStep;
  readonly lines: readonly TaskLine[];
  readonly due?: Day;
}

/** The work of a month or a year: listed, on the board, in the calendar, over time, by leader. */
export default function TasksPage() {
  const replica = useReplica();
  const today = useToday();
  const { params } = useLocation();
  const [month, setMonth] = useMonth('tasks');
  const [open, setOpen] = useOpen<string | null>('TasksPage.open', null);
  const [making, setMaking] = useOpen<{ how: 'outline' | 'copy'; below: string } | null>(
    'TasksPage.making',
    null,
  );
  const [pending, setPending] = useOpen<Pending | null>('TasksPage.pending', null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // A link to a task, or to the form of a new one, also from this very page.
  useEffect(() => {
    if (isResuming()) return;
    if (params.task) setOpen(params.task);
    if (params.new === 'outline' || params.new === 'copy')
      setMaking({ how: params.new, below: '' });
    // Not with each filter: what was closed stays closed.
  }, [params.task, params.new, setOpen, setMaking]);
  const scope = params.scope === 'year' ? 'year' : 'month';
  const view = views.find((name) => name === params.view) ?? 'list';
  const filter = useMemo(() => filterOf(params), [params]);
  // What is typed shows at once; the tasks it leaves follow as soon as they are found.
  const sought = useDeferredValue(filter);

  useEffect(() => whenIdle(...ahead), []);

  // Of a month or year that is over, the tasks as they stood at its end, as its papers say it.
  const asked = useMemo(
    () => viewOf(replica.state, scope === 'month' ? month : month.slice(0, 4), today),
    [replica, month, scope, today],
  );
  const all = useMemo(
    () => taskLines(asked.state, { scope, month, today: asked.today, isOver: asked.isOver }),
    [asked, month, scope],
  );
  const lines = useMemo(() => filterLines(all, sought, replica.state), [all, sought, replica]);
  const picked = useMemo(
    () => (chosen.size === 0 ? [] : lines.filter(({ id }) => chosen.has(id))),
    [lines, chosen],
  );
  const counts = countsOf(all);

  const take = useCallback(
    (next: Readonly<Record<string, string>>, way: typeof go = go) =>
      way(
        'tasks',
        Object.fromEntries(Object.entries({ ...params, ...next }).filter(([, text]) => text)),
      ),
    [params],
  );
  const type = useCallback((q: string) => take({ q }, turnTo), [take]);
  const choose = useCallback(
    (ids: readonly string[], isChosen: boolean) =>
      setChosen((now) => {
        const next = new Set(now);
        for (const id of ids) {
          if (isChosen) next.add(id);
          else next.delete(id);
        }
        return next;
      }),
    [],
  );
  const follow = useCallback(
    (step: FollowUpStep, about: readonly TaskLine[], due?: Day) =>
      setPending({
        step,
        // What is done today is done to the task as it is today.
        lines: about.map((line) => {
          const now = recordOf(replica.state, 'task', line.id);
          return now ? taskLine(replica.state, now, { today }) : line;
        }),
        ...(due && { due }),
      }),
    [setPending, replica, today],
  );
  const shared = { lines, chosen, onOpen: setOpen, onChoose: choose, onFollow: follow };
  const add = (
    <>
      <button
        type="button"
        className="ty-button"
        onClick={() => setMaking({ how: 'copy', below: '' })}
      >
        {v('tasks.copy')}
      </button>
      <button
        type="button"
        className="ty-button"
        onClick={() => setMaking({ how: 'outline', below: '' })}
      >
        {v('tasks.outline')}
      </button>
      <button type="button" className="ty-button ty-button-primary" onClick={() => setOpen('new')}>
        {t('tasks.add')}
      </button>
    </>
  );
  const task = open === null ? undefined : recordOf(replica.state, 'task', open);
  const opened = task && taskLine(replica.state, task, { today });

  return (
    <section className="ty-page">
      <PageHeader
        title={t('tasks.title')}
        sentence={t('tasks.sentence', {
          period: periodLabel(scope === 'month' ? month : month.slice(0, 4), currentLanguage()),
          all: all.length,
          closed: counts.closed,
          overdue: counts.overdue,
          behind: counts.slow,
        })}
      >
        <MonthPicker value={month} onChange={setMonth} />
        {view !== 'charges' && (
          <Choice
            label={t('tasks.scope')}
            value={scope}
            options={[
              { value: 'month', label: t('tasks.scope.month') },
              { value: 'year', label: t('tasks.scope.year') },
            ]}
            onChange={(next) => take({ scope: next })}
          />
        )}
        {view === 'list' && <SheetActions list="task" isEmpty={all.length === 0} />}
        {all.length > 0 && view !== 'charges' && add}
      </PageHeader>
      {asked.isOver && <p className="ty-soft">{v('tasks.asAt', { day: dayText(asked.today) })}</p>}
      <nav className="ty-task-views" aria-label={v('tasks.views')}>
        {views.map((name) => (
          <a
            key={name}
            href={hrefOf('tasks', { ...params, view: name })}
            aria-current={name === view ? 'page' : undefined}
          >
            {v(`tasks.view.${name}`)}
          </a>
        ))}
      </nav>
      <Suspense fallback={null}>
        {view === 'charges' ? (
          <ChargeMatrix month={month} />
        ) : all.length === 0 ? (
          <EmptyState sentence={t('tasks.empty')}>{add}</EmptyState>
        ) : (
          <>
            {picked.length > 0 ? (
              <BulkBar
                lines={picked}
                all={lines.length}
                month={month}
                onFollow={follow}
                onAll={() =>
                  choose(
                    lines.map(({ id }) => id),
                    true,
                  )
                }
                onClear={() => setChosen(new Set())}
              />
            ) : (
              <TaskFilter filter={filter} month={month} onChange={take} onType={type} />
            )}
            {lines.length === 0 && <p className="ty-soft">{v('tasks.filter.none')}</p>}
            {lines.length > 0 && view === 'list' && (
              <TaskList {...shared} all={all.length} isTree={scope === 'year'} />
            )}
            {lines.length > 0 && view === 'board' && <TaskBoard {...shared} />}
            {lines.length > 0 && view === 'calendar' && (
              <TaskCalendar lines={lines} month={month} onOpen={setOpen} />
            )}
            {lines.length > 0 && view === 'timeline' && (
              <TaskTimeline {...shared} month={month} scope={scope} />
            )}
          </>
        )}
      </Suspense>
      <Suspense fallback={null}>
        {open !== null && (open === 'new' || opened) && (
          <TaskDialog
            key={open}
            line={opened}
            month={month}
            onFollow={(step) => opened && follow(step, [opened])}
            onBreakDown={(below) => {
              setOpen(null);
              setMaking({ how: 'outline', below });
            }}
            onClose={() => setOpen(null)}
          />
        )}
        {making?.how === 'outline' && (
          <OutlineDialog month={month} below={making.below} onClose={() => setMaking(null)} />
        )}
        {making?.how === 'copy' && <CopyDialog month={month} onClose={() => setMaking(null)} />}
        {pending && (
          <FollowUpDialog
            step={pending.step}
            lines={pending.lines}
            proposedDue={pending.due}
            onClose={() => setPending(null)}
            onDone={() => setChosen(new Set())}
          />
        )}
      </Suspense>
    </section>
  );
}
