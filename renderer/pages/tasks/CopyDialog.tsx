import { useMemo } from 'react';
import {
  type Period,
  periodLabel,
  periodOf,
  periodRange,
  previousPeriod,
} from '../../../shared/calendar/period';
import { edit, listOf } from '../../../shared/changes/records';
import { tasksMovedOn } from '../../../shared/insight/task-copy';
import { Dialog } from '../../components/Dialog';
import { SelectField } from '../../components/SelectField';
import { currentLanguage } from '../../i18n/i18n';
import { act } from '../../state/act';
import { useTyped } from '../../state/forms';
import { newId, useReplica } from '../../state/workspace';
import { v } from './texts';

interface CopyDialogProps {
  readonly month: Period;
  readonly onClose: () => void;
}

/** Takes the tasks of last quarter or last year over into this one, in one action. */
export default function CopyDialog({ month, onClose }: CopyDialogProps) {
  const replica = useReplica();
  const { first } = periodRange(month);
  const choices = (['quarter', 'year'] as const).flatMap((every) => {
    const now = periodOf(first, every);
    return [previousPeriod(now), now];
  });
  const [from, setFrom] = useTyped<Period>('CopyDialog.from', choices[0] ?? month);
  const { copies, same } = useMemo(() => {
    const { state } = replica;
    const there = new Set(listOf(state, 'task').map(({ period, title }) => `${period} ${title}`));
    const all = tasksMovedOn(state, from);
    const fresh = all.filter(({ copy }) => !there.has(`${copy.period} ${copy.title}`));
    return { copies: fresh, same: all.length - fresh.length };
  }, [replica, from]);

  const save = async () => {
    if (copies.length === 0) return;
    const ids = new Map(copies.map(({ task }) => [task.id, newId()]));
    const edits = copies.map(({ task, copy }) =>
      edit('task', ids.get(task.id) ?? newId(), {
        period: copy.period,
        parent: ids.get(copy.parent) ?? '',
        order: task.order,
        title: copy.title,
        goal: copy.goal,
        due: copy.due,
        leader: task.leader,
        owner: task.owner,
        department: task.department,
        post: task.post,
        measures: copy.measures,
        dueWords: copy.dueWords,
        alongside: task.alongside,
        reportEvery: task.reportEvery,
      }),
    );
    const said = v('tasks.outline.saved', { count: edits.length });
    if (await act('task.copy', edits, { said })) onClose();
  };

  return (
    <Dialog
      title={v('tasks.copy')}
      onClose={onClose}
      onSave={() => save()}
      saveLabel={v('tasks.copy.save')}
    >
      <SelectField
        label={v('tasks.copy.from')}
        value={from}
        options={choices.map((value) => ({ value, label: periodLabel(value, currentLanguage()) }))}
        onChange={setFrom}
        hint={v('tasks.copy.hint')}
      />
      <p aria-live="polite">
        {copies.length === 0 && same === 0
          ? v('tasks.copy.none')
          : v('tasks.copy.count', { count: copies.length, same })}
      </p>
    </Dialog>
  );
}
