import { type KeyboardEvent, memo, useMemo } from 'react';
import { addDays, weekday } from '../../../shared/calendar/day';
import { type Period, periodRange } from '../../../shared/calendar/period';
import { LightIcon } from '../../components/Light';
import { currentLanguage, dayText, t } from '../../i18n/i18n';
import { hrefOf, useLocation } from '../../state/location';
import { useToday } from '../../state/today';
import { type TaskLine, taskLights } from './task-line';
import { moveFocus } from './task-views';
import { v } from './texts';

interface TaskCalendarProps {
  readonly lines: readonly TaskLine[];
  readonly month: Period;
  readonly onOpen: (id: string) => void;
}

/** How many tasks a day shows before it leads to the list. */
const shownADay = 4;

/** A month's tasks on their due days. */
function TaskCalendar({ lines, month, onOpen }: TaskCalendarProps) {
  const today = useToday();
  const { params } = useLocation();
  const { first, last } = periodRange(month);
  // Weeks begin on Monday and end on Sunday.
  const start = addDays(first, -((weekday(first) + 6) % 7));
  const end = addDays(last, (7 - weekday(last)) % 7);
  const { byDay, undated } = useMemo(() => {
    const byDay = new Map<string, TaskLine[]>();
    let undated = 0;
    for (const line of lines) {
      const { due } = line.task;
      if (due === '') undated += 1;
      else if (due >= start && due <= end) {
        const all = byDay.get(due);
        if (all) all.push(line);
        else byDay.set(due, [line]);
      }
    }
    return { byDay, undated };
  }, [lines, start, end]);
  const weeks: string[][] = [];
  for (let day = start; day <= last; day = addDays(day, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, place) => addDays(day, place)));
  }
  const zh = currentLanguage() === 'zh';
  const names = zh
    ? ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
    : ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowRight') moveFocus(event, '[data-task]', 1);
    if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') moveFocus(event, '[data-task]', -1);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the tasks inside come up to here
    <div onKeyDown={pressed}>
      {undated > 0 && <p className="ty-hint">{v('tasks.calendar.undated', { count: undated })}</p>}
      <table className="ty-table ty-task-calendar" aria-label={v('tasks.view.calendar')}>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const due = byDay.get(day) ?? [];
                const isOther = day < first || day > last;
                return (
                  <td
                    key={day}
                    className={isOther ? 'ty-soft' : undefined}
                    aria-label={dayText(day)}
                  >
                    <span className={day === today ? 'ty-task-today' : 'ty-soft'}>
                      {Number(day.slice(8))}
                      {day === today && ` ${v('tasks.timeline.today')}`}
                    </span>
                    <ul>
                      {due.slice(0, shownADay).map(({ id, task, status }) => (
                        <li key={id}>
                          {status === 'draft' ? (
                            <span
                              className="ty-light ty-light-not-yet"
                              role="img"
                              aria-label={v('tasks.state.draft')}
                              title={v('tasks.state.draft')}
                            >
                              ◇
                            </span>
                          ) : (
                            <LightIcon light={taskLights[status]} />
                          )}
                          <button
                            type="button"
                            data-task={id}
                            className="ty-link"
                            title={task.title}
                            onClick={() => onOpen(id)}
                          >
                            {task.title || t('tasks.untitled')}
                          </button>
                        </li>
                      ))}
                    </ul>
                    {due.length > shownADay && (
                      <a href={hrefOf('tasks', { ...params, view: 'list', due: day })}>
                        {v('tasks.calendar.more', { count: due.length - shownADay })}
                      </a>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

// Drawn anew only for what it shows: a dialog over it or a typed letter is no reason.
export default memo(TaskCalendar);
