import { memo, useEffect, useRef } from 'react';
import {
  nextPeriod,
  type Period,
  periodLabel,
  previousPeriod,
} from '../../../shared/calendar/period';
import { edit, recordOrDefault } from '../../../shared/changes/records';
import { measuresOf } from '../../../shared/insight/rating-measures';
import { sheetId } from '../../../shared/model/rating';
import { TextField } from '../../components/TextField';
import { currentLanguage, t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { hrefOf } from '../../state/location';
import { useToday } from '../../state/today';
import { newId, type Replica } from '../../state/workspace';
import { r } from './texts';

interface ReflectionProps {
  readonly replica: Replica;
  readonly person: string;
  readonly period: Period;
  readonly disabled: boolean;
}

const pause = 800;

/** What a leader says of the period; his measures become tasks, and last period's are followed. */
export const Reflection = memo(function Reflection(props: ReflectionProps) {
  const { replica, person, period, disabled } = props;
  const { state } = replica;
  const sheet = recordOrDefault(state, 'sheet', sheetId(person, period));
  const today = useToday();
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const save = (fields: { strengths?: string; gaps?: string; measures?: string }) => {
    window.clearTimeout(timer.current);
    if (!disabled) {
      void act('sheet.set', [edit('sheet', sheet.id, fields)], { audience: 'private' });
    }
  };
  /** What is typed is kept while it is typed: a power cut costs the last second. */
  const soon = (fields: Parameters<typeof save>[0]) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => save(fields), pause);
  };
  const now = measuresOf(state, { person, period, today });
  const last = measuresOf(state, { person, period: previousPeriod(period), today });
  const next = nextPeriod(period);
  const addTask = (title: string) =>
    void act(
      'task.add',
      [
        edit('task', newId(), {
          period: next,
          title: title.slice(0, 500),
          leader: person,
          owner: person,
          origin: sheet.id,
        }),
      ],
      { said: r('reflection.added', { period: periodLabel(next, currentLanguage()) }) },
    );

  return (
    <div className="ty-section ty-rating-words">
      <h2>{t('rating.words')}</h2>
      {last.length > 0 && (
        <section aria-label={r('reflection.last')}>
          <h3>{r('reflection.last')}</h3>
          <ul className="ty-rating-measures">
            {last.map(({ text, task, percent }) => (
              <li key={text}>
                <span>{text}</span>
                {task ? (
                  <a className="ty-link" href={hrefOf('tasks', { task: task.id })}>
                    {task.closed
                      ? r('reflection.last.task.closed')
                      : r('reflection.last.task.open', { percent })}
                  </a>
                ) : (
                  <span className="ty-soft">{r('reflection.last.text')}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {(['strengths', 'gaps', 'measures'] as const).map((field) =>
        disabled ? (
          <section key={field}>
            <h3>{t(`rating.${field}`)}</h3>
            {/* Measures stand one by one below. */}
            {(field !== 'measures' || now.length === 0) && (
              <p className="ty-rating-said">{sheet[field] || '—'}</p>
            )}
          </section>
        ) : (
          <TextField
            key={field}
            label={t(`rating.${field}`)}
            value={sheet[field]}
            multiline
            {...(field === 'measures' && { hint: r('reflection.hint') })}
            onChange={(text) => soon({ [field]: text })}
            onCommit={(text) => save({ [field]: text })}
          />
        ),
      )}
      {now.length > 0 && (
        <ul className="ty-rating-measures">
          {now.map(({ text, task }) => (
            <li key={text}>
              <span>{text}</span>
              {task ? (
                <a className="ty-link" href={hrefOf('tasks', { task: task.id })}>
                  {r('reflection.isTask')}
                </a>
              ) : (
                <button
                  type="button"
                  className="ty-link"
                  aria-label={r('reflection.add.of', { what: text })}
                  onClick={() => addTask(text)}
                >
                  {r('reflection.add')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
});
