import type { Period } from '../../../shared/calendar/period';
import { edit, listOf } from '../../../shared/changes/records';
import { leadersOf, peopleOf } from '../../../shared/insight/people';
import { bilingual } from '../../i18n/i18n';
import { choiceLabels } from '../../i18n/texts/fields';
import { act } from '../../state/act';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import type { FollowUpStep } from './FollowUpDialog';
import { issueTasks } from './issue';
import type { TaskLine } from './task-line';
import { v } from './texts';

interface BulkBarProps {
  readonly lines: readonly TaskLine[];
  /** How many could be chosen. */
  readonly all: number;
  readonly month: Period;
  readonly onFollow: (step: FollowUpStep, lines: readonly TaskLine[]) => void;
  readonly onAll: () => void;
  readonly onClear: () => void;
}

/** What can be done to the chosen tasks at once; each is one action that can be undone. */
export default function BulkBar(props: BulkBarProps) {
  const { lines, all, month, onFollow, onAll, onClear } = props;
  const { state } = useReplica();
  const today = useToday();
  const going = lines.filter((line) => line.state !== 'closed' && line.state !== 'draft');
  const set = async (field: 'leader' | 'owner' | 'department' | 'reportEvery', value: string) => {
    if (value === '') return;
    const edits = lines.map(({ id }) =>
      field === 'reportEvery'
        ? edit('task', id, {
            reportEvery: value === 'week' ? 'week' : value === 'month' ? 'month' : 'none',
          })
        : edit('task', id, { [field]: value }),
    );
    const said = v('tasks.bulk.changed', { count: lines.length });
    if (await act('task.assign', edits, { said })) onClear();
  };
  const select = (
    label: string,
    field: Parameters<typeof set>[0],
    options: readonly { readonly id: string; readonly name: string }[],
  ) => (
    <select
      className="ty-select"
      aria-label={label}
      value=""
      onChange={(event) => void set(field, event.target.value)}
    >
      <option value="">{label}</option>
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
  return (
    <div
      className="ty-task-filter"
      role="toolbar"
      aria-label={v('tasks.bulk', { count: lines.length })}
    >
      <strong>{v('tasks.bulk', { count: lines.length })}</strong>
      {lines.length < all && (
        <button type="button" className="ty-link" onClick={onAll}>
          {v('tasks.bulk.all')}
        </button>
      )}
      <button type="button" className="ty-link" onClick={onClear}>
        {v('tasks.bulk.clear')}
      </button>
      <button
        type="button"
        className="ty-button ty-button-small"
        disabled={lines.every((line) => line.state !== 'draft')}
        onClick={() => void issueTasks(lines, today).then((done) => done && onClear())}
      >
        {v('tasks.issue')}
      </button>
      {(['urge', 'extension', 'close'] as const).map((step) => (
        <button
          key={step}
          type="button"
          className="ty-button ty-button-small"
          disabled={going.length === 0}
          onClick={() => onFollow(step, going)}
        >
          {v(step === 'extension' ? 'tasks.extend' : `tasks.${step}`)}
        </button>
      ))}
      {select(v('tasks.bulk.leader'), 'leader', leadersOf(state, month))}
      {select(v('tasks.bulk.owner'), 'owner', peopleOf(state, month))}
      {select(v('tasks.bulk.department'), 'department', listOf(state, 'department'))}
      {select(
        v('tasks.bulk.report'),
        'reportEvery',
        (['none', 'week', 'month'] as const).map((id) => ({
          id,
          name: bilingual(choiceLabels.task.reportEvery[id]),
        })),
      )}
    </div>
  );
}
