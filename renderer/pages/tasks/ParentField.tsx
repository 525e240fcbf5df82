import { useMemo, useState } from 'react';
import { ListBoxItem } from 'react-aria-components';
import { type Period, periodLabel } from '../../../shared/calendar/period';
import { recordOf } from '../../../shared/changes/records';
import { taskIndex } from '../../../shared/insight/task-index';
import type { RecordOf } from '../../../shared/model/collections';
import { ComboField } from '../../components/ComboField';
import { currentLanguage, t } from '../../i18n/i18n';
import { useReplica } from '../../state/workspace';
import { v } from './texts';

type Task = RecordOf<'task'>;

interface ParentFieldProps {
  /** Id of the task above; empty where there is none. */
  readonly value: string;
  /** Of whose year the tasks are. */
  readonly month: Period;
  /** Tasks that cannot be chosen: the task itself and those below it. */
  readonly without: ReadonlySet<string>;
  readonly error?: string | undefined;
  readonly onChange: (task: string) => void;
}

/** Offered at a time: what one can look through. */
const most = 50;

const labelOf = ({ period, title }: Task): string =>
  `${periodLabel(period, currentLanguage())} ${title}`;

/** Those of a year and of a quarter come before those of a month: they are what is broken down. */
const isOfMonth = (period: Period): boolean => /-\d/.test(period);

/** The task above, out of very many: type a part of its name, or open the list. */
export function ParentField({ value, month, without, error, onChange }: ParentFieldProps) {
  const { state } = useReplica();
  const chosen = recordOf(state, 'task', value);
  const [typed, setTyped] = useState(() => (chosen ? labelOf(chosen) : ''));
  const year = month.slice(0, 4);
  const { byPeriod } = taskIndex(state);
  const offered = useMemo(() => {
    // The name of what is chosen is no search.
    const words =
      chosen && typed === labelOf(chosen) ? [] : typed.toLowerCase().split(/\s+/).filter(Boolean);
    const periods = [...byPeriod.keys()]
      .filter((period) => period.startsWith(year))
      .sort((a, b) => Number(isOfMonth(a)) - Number(isOfMonth(b)) || (a < b ? -1 : 1));
    const found: Task[] = [];
    for (const period of periods) {
      const label = periodLabel(period, currentLanguage()).toLowerCase();
      for (const task of byPeriod.get(period) ?? []) {
        if (found.length > most) return found;
        if (task.id === chosen?.id || without.has(task.id)) continue;
        const text = `${label} ${task.title.toLowerCase()}`;
        if (words.every((word) => text.includes(word))) found.push(task);
      }
    }
    return found;
  }, [byPeriod, year, typed, chosen, without]);
  const items = [...(chosen ? [chosen] : []), ...offered.slice(0, most)];
  return (
    <ComboField
      label={t('tasks.parent')}
      placeholder={t('components.none')}
      error={error}
      className="ty-field ty-wide"
      selectedKey={value || null}
      onSelectionChange={(key) => {
        if (key === null) return;
        onChange(String(key));
        const task = recordOf(state, 'task', String(key));
        if (task) setTyped(labelOf(task));
      }}
      inputValue={typed}
      onInputChange={(text) => {
        setTyped(text);
        if (text === '') onChange('');
      }}
      items={items}
      item={(task) => (
        <ListBoxItem id={task.id} textValue={labelOf(task)} className="ty-combo-item">
          <span className="ty-soft">{periodLabel(task.period, currentLanguage())}</span>{' '}
          {task.title}
        </ListBoxItem>
      )}
      foot={offered.length > most && <p className="ty-hint">{v('tasks.parent.more', { most })}</p>}
    />
  );
}
