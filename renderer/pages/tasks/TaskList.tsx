import { type KeyboardEvent, memo, useCallback, useMemo, useState } from 'react';
import { periodLabel } from '../../../shared/calendar/period';
import { nameOf } from '../../../shared/insight/people';
import { originalDue } from '../../../shared/insight/task-follow-up';
import { unfolded } from '../../../shared/insight/task-tree';
import { type Column, Table } from '../../components/Table';
import { currentLanguage, numberText, shortDayText, t } from '../../i18n/i18n';
import { useReplica } from '../../state/workspace';
import { TaskStateMark } from './TaskStateMark';
import { clarityText, type TaskLine, taskStates } from './task-line';
import { moveFocus, type TaskViewProps } from './task-views';
import { v } from './texts';

interface TaskListProps extends TaskViewProps {
  /** The year as a tree that folds. */
  readonly isTree: boolean;
  /** How many there are without the filter. */
  readonly all: number;
}

/** From this many on a tree comes folded. */
const manyLines = 200;

/** What columns are sorted by; the same all the time, so that an order is found once. */
const sorts = {
  status: (line: TaskLine) => taskStates.indexOf(line.state),
  title: ({ task }: TaskLine) => task.title,
  due: ({ task }: TaskLine) => task.due,
  percent: ({ percent }: TaskLine) => percent,
  missing: ({ missing }: TaskLine) => -missing.length,
};

/** Tasks as a table or a tree: arrows move, → and ← unfold and fold, X chooses, Enter opens. */
function TaskList(props: TaskListProps) {
  const { lines, all, chosen, onOpen, onChoose, isTree } = props;
  const replica = useReplica();
  const language = currentLanguage();
  const isFiltered = lines.length < all;
  // Those that stand otherwise than the tree came: unfolded in a long one, folded in a short one.
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const comesFolded = all >= manyLines;
  const isFolded = useCallback(
    (id: string) => turned.has(id) !== comesFolded,
    [turned, comesFolded],
  );
  const shown = useMemo(() => {
    // What a filter leaves is shown whole: a match must not hide in a fold.
    if (!isTree || isFiltered) return lines;
    return unfolded(lines, ({ id, below }) => below > 0 && isFolded(id));
  }, [lines, isTree, isFiltered, isFolded]);
  const turn = useCallback(
    (id: string) =>
      setTurned((now) => {
        const next = new Set(now);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [],
  );

  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target;
    const id = target instanceof HTMLElement ? target.dataset.task : undefined;
    const line = id === undefined ? undefined : shown.find((one) => one.id === id);
    if (!line || event.ctrlKey || event.altKey) return;
    if (event.key === 'ArrowDown') moveFocus(event, '[data-task]', 1);
    else if (event.key === 'ArrowUp') moveFocus(event, '[data-task]', -1);
    else if (event.key === 'x' || event.key === 'X') onChoose([line.id], !chosen.has(line.id));
    else if (
      isTree &&
      line.below > 0 &&
      event.key === (isFolded(line.id) ? 'ArrowRight' : 'ArrowLeft')
    )
      turn(line.id);
  };

  const columns = useMemo((): readonly Column<TaskLine>[] => {
    const { state } = replica;
    return [
      {
        id: 'choose',
        title: '',
        width: '3rem',
        cell: ({ id, task }) => (
          <input
            type="checkbox"
            aria-label={v('tasks.bulk.choose', { title: task.title })}
            checked={chosen.has(id)}
            onChange={(event) => onChoose([id], event.target.checked)}
          />
        ),
      },
      {
        id: 'status',
        title: t('tasks.status'),
        width: '7rem',
        sortBy: sorts.status,
        cell: (line) => <TaskStateMark line={line} />,
      },
      {
        id: 'title',
        title: t('tasks.task'),
        sortBy: sorts.title,
        cell: ({ id, task, depth, below, rolledUp }) => {
          const words = (
            <>
              <button
                type="button"
                data-task={id}
                className="ty-link ty-tasks-title"
                title={task.title}
                onClick={() => onOpen(id)}
              >
                {task.title || t('tasks.untitled')}
              </button>
              {(isTree || rolledUp) && (
                <span className="ty-hint ty-task-before">
                  {' '}
                  {isTree && periodLabel(task.period, language)}{' '}
                  {rolledUp && v('tasks.rolledUp', { percent: numberText(rolledUp.percent, 0) })}
                </span>
              )}
            </>
          );
          // Many rows are drawn at once, so what needs no room of its own gets none.
          if (depth === 0 && (below === 0 || isFiltered)) return words;
          return (
            <span className="ty-task-node" style={{ paddingLeft: `${depth * 1.5}rem` }}>
              {below > 0 && !isFiltered && (
                <button
                  type="button"
                  className="ty-task-fold"
                  aria-expanded={!isFolded(id)}
                  aria-label={v(isFolded(id) ? 'tasks.unfold' : 'tasks.fold', {
                    title: task.title,
                  })}
                  onClick={() => turn(id)}
                >
                  {isFolded(id) ? '▸' : '▾'}
                </button>
              )}
              <span className="ty-task-words">{words}</span>
            </span>
          );
        },
      },
      {
        id: 'goal',
        title: t('tasks.goal'),
        ...(comesFolded && { width: '14%' }),
        cell: ({ task }) => task.goal,
      },
      {
        id: 'due',
        title: t('tasks.due'),
        width: '6.5rem',
        isWhole: true,
        sortBy: sorts.due,
        cell: ({ task }) => {
          const before = originalDue(state, task);
          return (
            <>
              {shortDayText(task.due) || '—'}
              {before !== task.due && (
                <span className="ty-hint ty-task-before">
                  {v('tasks.originalDue', { day: shortDayText(before) })}
                </span>
              )}
            </>
          );
        },
      },
      {
        id: 'leader',
        title: t('tasks.leader'),
        width: '5.5rem',
        isWhole: true,
        cell: ({ task }) => nameOf(state, task.leader) || '—',
      },
      {
        id: 'owner',
        title: t('tasks.owner'),
        width: '6.25rem',
        isWhole: true,
        cell: ({ task }) => nameOf(state, task.owner) || '—',
      },
      {
        id: 'reported',
        title: t('tasks.percent'),
        align: 'number',
        width: '4.5rem',
        sortBy: sorts.percent,
        cell: ({ percent }) => `${numberText(percent, 0)}%`,
      },
      {
        id: 'missing',
        title: t('tasks.clarities'),
        width: '7.5rem',
        sortBy: sorts.missing,
        cell: ({ missing }) =>
          missing.length === 0 ? (
            <span className="ty-light ty-light-done">✓ {t('tasks.clear')}</span>
          ) : (
            <span className="ty-error">
              {t('tasks.missing', { missing: clarityText(missing) })}
            </span>
          ),
      },
    ];
  }, [
    replica,
    language,
    isTree,
    isFiltered,
    isFolded,
    turn,
    comesFolded,
    chosen,
    onOpen,
    onChoose,
  ]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the links inside come up to here
    <div onKeyDown={pressed}>
      <Table
        label={t('tasks.title')}
        columns={columns}
        rows={shown}
        height={34}
        isSteady={comesFolded}
      />
    </div>
  );
}

// Drawn anew only for what it shows: a dialog over it or a typed letter is no reason.
export default memo(TaskList);
