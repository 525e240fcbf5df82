import { recordOf } from '../changes/records';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';

/** The five clarities (五个明确) that a task must state. Source: essay ¶9. */
export const clarities = [
  { field: 'title', zh: '任务', en: 'task' },
  { field: 'goal', zh: '目标', en: 'goal' },
  { field: 'due', zh: '时限', en: 'time limit' },
  { field: 'leader', zh: '牵头领导', en: 'lead' },
  { field: 'owner', zh: '具体负责人', en: 'person in charge' },
] as const;

export type Clarity = (typeof clarities)[number];

/**
 * Which of the five clarities a task lacks, in the order of the essay. Blank text is missing, and
 * so is a person who is no longer in the books.
 */
export function missingClarities(
  state: State,
  task: Pick<RecordOf<'task'>, Clarity['field']>,
): Clarity[] {
  return clarities.filter(({ field }) => {
    const value = task[field].trim();
    if (value === '') return true;
    return (field === 'leader' || field === 'owner') && !recordOf(state, 'person', value);
  });
}
