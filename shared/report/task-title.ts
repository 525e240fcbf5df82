import type { Day } from '../calendar/day';
import type { State } from '../changes/state';
import { isClosed, rolledUpOn } from '../insight/task-progress';
import type { RecordOf } from '../model/collections';
import type { Language } from './drafter';
import { numberText } from './wording';

/** What the parts of an open task come to on a day, as it is printed; empty where it has none. */
export function rolledUpText(
  state: State,
  task: RecordOf<'task'>,
  { today, language }: { readonly today: Day; readonly language: Language },
): string {
  const rolledUp = isClosed(task, today) ? undefined : rolledUpOn(state, task.id, today);
  if (!rolledUp) return '';
  const percent = `${numberText(rolledUp.percent, 0)}%`;
  return language === 'zh' ? `按下级任务汇总${percent}` : `${percent} by its parts`;
}

/** The title of a task in a table, with what its parts come to. */
export function titleWithParts(
  state: State,
  task: RecordOf<'task'>,
  when: { readonly today: Day; readonly language: Language },
): string {
  const parts = rolledUpText(state, task, when);
  const title = task.title.trim();
  if (parts === '') return title;
  return when.language === 'zh' ? `${title}（${parts}）` : `${title} (${parts})`;
}
