import { type KeyboardEvent, memo, useMemo } from 'react';
import { nameOf } from '../../../shared/insight/people';
import type { RolledUp } from '../../../shared/insight/task-progress';
import { useRowWindow } from '../../components/row-window';
import { numberText, shortDayText, t } from '../../i18n/i18n';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import { issueTasks } from './issue';
import { TaskStateMark } from './TaskStateMark';
import { clarityText, type TaskLine, type TaskState, taskStates } from './task-line';
import type { TaskViewProps } from './task-views';
import { v } from './texts';

/** Height of a card with the room below it, as in tasks.css, in px. */
const cardHeight = 104;

/** Tasks in columns by how they stand, which rules decide; steps are taken by keys or in the task. */
function TaskBoard({ lines, chosen, onOpen, onChoose, onFollow }: TaskViewProps) {
  const today = useToday();
  const columns = useMemo(
    () => taskStates.map((state) => lines.filter((line) => line.state === state)),
    [lines],
  );
  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    const column = columns.findIndex((all) => all.some(({ id }) => id === target.dataset.task));
    const row = columns[column]?.findIndex(({ id }) => id === target.dataset.task) ?? -1;
    const line = columns[column]?.[row];
    if (!line) return;
    if (event.ctrlKey && event.key === 'ArrowRight') {
      event.preventDefault();
      if (line.state === 'draft') void issueTasks([line], today);
      else if (line.state !== 'closed') onFollow('close', [line]);
      return;
    }
    if (event.ctrlKey || event.altKey) return;
    if (event.key === 'x' || event.key === 'X') return onChoose([line.id], !chosen.has(line.id));
    const place = placeAfter(columns, column, row, event.key);
    const next = place && columns[place.column]?.[place.row];
    if (!next) return;
    event.preventDefault();
    // Scrolled away, a card of a long column is not drawn: the first in sight stands in for it.
    const found =
      event.currentTarget.querySelector<HTMLElement>(`[data-task="${next.id}"]`) ??
      event.currentTarget
        .querySelectorAll('.ty-board-column')
        [place.column]?.querySelector<HTMLElement>('[data-task]');
    found?.focus();
    found?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  return (
    <>
      <p className="ty-hint ty-task-keys">{v('tasks.board.keys')}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the cards come up to here */}
      <div className="ty-board" onKeyDown={pressed}>
        {taskStates.map((state, place) => (
          <BoardColumn
            key={state}
            state={state}
            lines={columns[place] ?? []}
            chosen={chosen}
            onOpen={onOpen}
          />
        ))}
      </div>
    </>
  );
}

const rounded = ({ percent }: RolledUp) => ({ percent: numberText(percent, 0) });

/** Where an arrow leads: up and down the column, or to the next one that holds anything. */
function placeAfter(
  columns: readonly (readonly TaskLine[])[],
  column: number,
  row: number,
  key: string,
): { column: number; row: number } | undefined {
  if (key === 'ArrowDown') return { column, row: row + 1 };
  if (key === 'ArrowUp') return { column, row: row - 1 };
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return undefined;
  for (let at = column + step; at >= 0 && at < columns.length; at += step) {
    const length = columns[at]?.length ?? 0;
    // A long column draws what is in sight alone; its head always is when it was not scrolled.
    if (length > 0) return { column: at, row: length >= 200 ? 0 : Math.min(row, length - 1) };
  }
  return undefined;
}

interface BoardColumnProps {
  readonly state: TaskState;
  readonly lines: readonly TaskLine[];
  readonly chosen: ReadonlySet<string>;
  readonly onOpen: (id: string) => void;
}

function BoardColumn({ state, lines, chosen, onOpen }: BoardColumnProps) {
  const { state: books } = useReplica();
  const { isVirtual, first, last, frame } = useRowWindow(lines.length, cardHeight, 32);
  const title = v('tasks.board.count', { state: v(`tasks.state.${state}`), count: lines.length });
  return (
    <section className="ty-board-column" aria-label={title}>
      <h2 className={`ty-board-head ty-board-${state}`}>{title}</h2>
      <div
        className="ty-board-frame"
        {...frame}
        style={isVirtual ? frame.style : { maxHeight: '32rem' }}
      >
        <ul
          style={{
            paddingTop: first * cardHeight,
            paddingBottom: (lines.length - last) * cardHeight,
          }}
        >
          {lines.slice(first, last).map((line) => {
            const { id, task, percent, missing, rolledUp } = line;
            return (
              <li key={id}>
                <button
                  type="button"
                  data-task={id}
                  className={chosen.has(id) ? 'ty-board-card ty-board-chosen' : 'ty-board-card'}
                  onClick={() => onOpen(id)}
                >
                  <span className="ty-board-title" title={task.title}>
                    {task.title || t('tasks.untitled')}
                  </span>
                  <span className="ty-board-line">
                    {nameOf(books, task.owner) || nameOf(books, task.leader) || '—'} ·{' '}
                    {shortDayText(task.due) || '—'} · {Math.round(percent)}%
                  </span>
                  <span className="ty-board-line">
                    {missing.length > 0 ? (
                      <span className="ty-error">
                        {t('tasks.missing', { missing: clarityText(missing) })}
                      </span>
                    ) : (
                      <TaskStateMark line={line} />
                    )}
                    {rolledUp && (
                      <span title={v('tasks.rolledUp', rounded(rolledUp))}>
                        {' '}
                        {v('tasks.rolledUp.short', rounded(rolledUp))}
                      </span>
                    )}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}

// Drawn anew only for what it shows: a dialog over it or a typed letter is no reason.
export default memo(TaskBoard);
