import type { Day } from '../../../shared/calendar/day';
import { edit } from '../../../shared/changes/records';
import { act } from '../../state/act';
import { notify } from '../../state/notices';
import { clarityText, type TaskLine } from './task-line';
import { v } from './texts';

/**
 * Issues the tasks (下达) that have all five clarities, as one action; says which have not. Tasks
 * that are issued already are left alone.
 */
export async function issueTasks(lines: readonly TaskLine[], today: Day): Promise<boolean> {
  const drafts = lines.filter(({ state }) => state === 'draft');
  const clear = drafts.filter(({ missing }) => missing.length === 0);
  const [unclear, ...others] = drafts.filter(({ missing }) => missing.length > 0);
  if (unclear) {
    const text =
      others.length > 0 || clear.length > 0
        ? v('tasks.issue.some', { count: others.length + 1 })
        : v('tasks.issue.refused', { missing: clarityText(unclear.missing) });
    notify({ urgency: 'assertive', text });
  }
  if (clear.length === 0) return false;
  const edits = clear.map(({ id }) => edit('task', id, { issued: today }));
  return act('task.issue', edits, { said: v('tasks.issued', { count: clear.length }) });
}
