import { type KeyboardEvent, memo, useMemo } from 'react';
import { addDays, type Day, daysBetween } from '../../../shared/calendar/day';
import { isPeriod, type Period, periodRange } from '../../../shared/calendar/period';
import { edit } from '../../../shared/changes/records';
import { originalDue } from '../../../shared/insight/task-follow-up';
import { useRowWindow } from '../../components/row-window';
import { currentLanguage, dayText, shortDayText, t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import type { TaskLine } from './task-line';
import { moveFocus, type TaskViewProps } from './task-views';
import { v } from './texts';

interface TaskTimelineProps extends TaskViewProps {
  readonly month: Period;
  readonly scope: 'month' | 'year';
}

/** Height of a row, as in tasks.css, in px. */
const rowHeight = 36;

/** From when to when a task runs: from the first day of its period to its due day or the last. */
function runOf({ task }: TaskLine): { first: Day; last: Day } {
  const { first, last } = periodRange(task.period);
  const due = task.due || last;
  return { first: due < first ? due : first, last: due };
}

/** Tasks as bars over the days (甘特图): how far each is, today, and deadlines that moved. */
function TaskTimeline(props: TaskTimelineProps) {
  const { lines, month, scope, onOpen, onFollow } = props;
  const { state } = useReplica();
  const today = useToday();
  const range = periodRange(scope === 'year' ? month.slice(0, 4) : month);
  const rows = useMemo(() => {
    const known = new Map<Period, boolean>();
    return lines.filter(({ task: { period } }) => {
      const isKnown = known.get(period) ?? isPeriod(period);
      known.set(period, isKnown);
      return isKnown;
    });
  }, [lines]);
  const { isVirtual, first, last, frame } = useRowWindow(rows.length, rowHeight, 32);
  const days = daysBetween(range.first, range.last) + 1;
  const share = (day: Day): number =>
    Math.min(100, Math.max(0, (daysBetween(range.first, day) / days) * 100));
  const zh = currentLanguage() === 'zh';
  const ticks =
    scope === 'year'
      ? Array.from({ length: 12 }, (_, index) => ({
          at: share(`${month.slice(0, 4)}-${String(index + 1).padStart(2, '0')}-01`),
          text: zh ? `${index + 1}月` : String(index + 1),
        }))
      : Array.from({ length: Math.ceil(days / 5) }, (_, index) => ({
          at: share(addDays(range.first, index * 5)),
          text: String(index * 5 + 1),
        }));

  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event;
    const id = target instanceof HTMLElement ? target.dataset.task : undefined;
    const line = id === undefined ? undefined : lines.find((one) => one.id === id);
    if (!line) return;
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.ctrlKey && step !== 0) {
      event.preventDefault();
      if (line.state === 'closed' || line.task.due === '') return;
      const due = addDays(line.task.due, step);
      if (line.state === 'draft') {
        const said = v('tasks.moved', { day: dayText(due) });
        void act('task.set', [edit('task', line.id, { due })], { said });
      } else onFollow('extension', [line], due);
      return;
    }
    if (event.key === 'ArrowDown') moveFocus(event, '[data-task]', 1);
    if (event.key === 'ArrowUp') moveFocus(event, '[data-task]', -1);
  };

  return (
    <>
      <p className="ty-hint ty-task-keys">{v('tasks.timeline.keys')}</p>
      <div className="ty-timeline-row ty-timeline-head" aria-hidden="true">
        <span>{t('tasks.task')}</span>
        <span className="ty-timeline-track">
          {ticks.map(({ at, text }) => (
            <span key={text} className="ty-timeline-tick" style={{ left: `${at}%` }}>
              {text}
            </span>
          ))}
        </span>
        <span />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the tasks come up to here */}
      <div
        className="ty-timeline"
        onKeyDown={pressed}
        {...frame}
        style={isVirtual ? frame.style : { maxHeight: '32rem' }}
      >
        <ul
          aria-label={v('tasks.view.timeline')}
          style={{ paddingTop: first * rowHeight, paddingBottom: (rows.length - last) * rowHeight }}
        >
          {rows.slice(first, last).map((line) => {
            const { id, task, percent } = line;
            const run = runOf(line);
            const left = share(run.first);
            const width = Math.max(0.8, share(addDays(run.last, 1)) - left);
            const before = originalDue(state, task);
            const word = v(`tasks.state.${line.state}`);
            return (
              <li key={id} className="ty-timeline-row">
                <button
                  type="button"
                  data-task={id}
                  className="ty-link ty-timeline-name"
                  style={{ paddingLeft: `${line.depth}rem` }}
                  title={task.title}
                  aria-label={v('tasks.timeline.bar', {
                    title: task.title,
                    first: dayText(run.first),
                    last: dayText(run.last),
                    percent: Math.round(percent),
                    state: word,
                  })}
                  onClick={() => onOpen(id)}
                >
                  {task.title || t('tasks.untitled')}
                </button>
                <span className="ty-timeline-track" aria-hidden="true">
                  {today >= range.first && today <= range.last && (
                    <span className="ty-timeline-today" style={{ left: `${share(today)}%` }} />
                  )}
                  <span
                    className={`ty-timeline-bar ty-timeline-${line.state}`}
                    style={{ left: `${left}%`, width: `${width}%` }}
                  >
                    <span style={{ width: `${percent}%` }} />
                  </span>
                  {before !== task.due && before !== '' && (
                    <span
                      className="ty-timeline-before"
                      title={v('tasks.originalDue', { day: dayText(before) })}
                      style={{ left: `${share(before)}%` }}
                    />
                  )}
                </span>
                <span className="ty-timeline-word" aria-hidden="true">
                  {shortDayText(run.last)} {word}
                </span>
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}

// Drawn anew only for what it shows: a dialog over it or a typed letter is no reason.
export default memo(TaskTimeline);
