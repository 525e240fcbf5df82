import { memo, useState } from 'react';
import type { Period } from '../../../shared/calendar/period';
import { edit, listOf } from '../../../shared/changes/records';
import { leadersOf } from '../../../shared/insight/people';
import { Dialog } from '../../components/Dialog';
import { TextField } from '../../components/TextField';
import { act } from '../../state/act';
import { useOpen, useTyped } from '../../state/forms';
import { useReplica } from '../../state/workspace';
import {
  keepFilter,
  savedAs,
  savedFilters,
  stateChoices,
  type TaskFilterValues,
  valuesOf,
} from './task-filter';
import { v } from './texts';

interface TaskFilterProps {
  readonly filter: TaskFilterValues;
  readonly month: Period;
  readonly onChange: (next: Readonly<Record<string, string>>) => void;
  /** Every letter of the text; no step of its own on the way back. */
  readonly onType: (q: string) => void;
}

const nothing = { q: '', state: '', leader: '', department: '', due: '' };

/** Which tasks are shown; a filter can be kept under a name. */
function TaskFilter({ filter, month, onChange, onType }: TaskFilterProps) {
  const { state } = useReplica();
  // Pinyin on its way to characters is not looked for yet.
  const [composed, setComposed] = useState<string | null>(null);
  const saved = savedFilters(state);
  const [isNaming, setNaming] = useOpen('TaskFilter.isNaming', false);
  const [name, setName] = useTyped('TaskFilter.name', '');
  const isOn = Object.values(filter).some((part) => part !== '');
  const current = savedAs(state, filter);
  const keep = async () => {
    const called = name.trim();
    if (called === '') return;
    const said = v('tasks.filter.saved.as', { name: called });
    if (!(await act('filter.save', [keepFilter(state, called, filter)], { said }))) return;
    setName('');
    setNaming(false);
  };
  const remove = (id: string) =>
    void act('filter.delete', [edit('taskFilter', id, { deleted: true })], {
      said: v('tasks.filter.removed'),
    });
  const select = (
    key: 'state' | 'leader' | 'department',
    options: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <label>
      <span>{v(`tasks.filter.${key}`)}</span>
      <select
        className="ty-select"
        value={filter[key]}
        onChange={(event) => onChange({ [key]: event.target.value })}
      >
        <option value="">{v('tasks.filter.all')}</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      <search className="ty-task-filter">
        <label>
          <span>{v('tasks.filter.text')}</span>
          <input
            className="ty-input"
            type="search"
            value={composed ?? filter.q}
            onChange={({ target, nativeEvent }) => {
              if (nativeEvent instanceof InputEvent && nativeEvent.isComposing) {
                setComposed(target.value);
              } else onType(target.value);
            }}
            onCompositionEnd={({ currentTarget }) => {
              setComposed(null);
              onType(currentTarget.value);
            }}
          />
        </label>
        {select(
          'state',
          stateChoices.map((value) => ({
            value,
            label: value === 'unclear' ? v('tasks.filter.unclear') : v(`tasks.state.${value}`),
          })),
        )}
        {select(
          'leader',
          leadersOf(state, month).map(({ id, name: label }) => ({ value: id, label })),
        )}
        {select(
          'department',
          [...listOf(state, 'department')]
            .sort((a, b) => a.order - b.order)
            .map(({ id, name: label }) => ({ value: id, label })),
        )}
        {saved.length > 0 && (
          <label>
            <span>{v('tasks.filter.saved')}</span>
            <select
              className="ty-select"
              value={current?.id ?? ''}
              onChange={(event) => {
                const found = saved.find(({ id }) => id === event.target.value);
                onChange(found ? { ...valuesOf(found) } : nothing);
              }}
            >
              <option value="">—</option>
              {saved.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
        )}
        {isOn && (
          <>
            <button type="button" className="ty-link" onClick={() => onChange(nothing)}>
              {v('tasks.filter.clear')}
            </button>
            {current ? (
              <button type="button" className="ty-link" onClick={() => remove(current.id)}>
                {v('tasks.filter.remove')}
              </button>
            ) : (
              <button type="button" className="ty-link" onClick={() => setNaming(true)}>
                {v('tasks.filter.save')}
              </button>
            )}
          </>
        )}
      </search>
      {isNaming && (
        <Dialog
          title={v('tasks.filter.save')}
          onClose={() => setNaming(false)}
          onSave={() => keep()}
        >
          <TextField
            label={v('tasks.filter.name')}
            hint={v('tasks.filter.hint')}
            value={name}
            onChange={setName}
            maxLength={60}
            autoFocus
          />
        </Dialog>
      )}
    </>
  );
}

// Drawn once a letter: the tasks that are left follow without it.
export default memo(TaskFilter);
