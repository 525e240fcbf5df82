import { listOf } from '../../shared/changes/records';
import type { State } from '../../shared/changes/state';
import type { CollectionName } from '../../shared/model/collections';
import { UsageError } from './option';

/** Where each kind of dated record says which month it belongs to. */
const monthTexts: readonly ((state: State) => readonly string[])[] = [
  (state) => listOf(state, 'activity').map(({ date }) => date),
  (state) => listOf(state, 'progress').map(({ date }) => date),
  (state) => listOf(state, 'mark').map(({ date }) => date),
  (state) => listOf(state, 'task').map(({ period }) => period),
  (state) => periodsIn(state, 'measurement'),
  (state) => periodsIn(state, 'sheet'),
  (state) => periodsIn(state, 'rating'),
];

/** The second part of natural ids such as `<person>:2026-11`. */
function periodsIn(state: State, name: CollectionName): string[] {
  return listOf(state, name).map(({ id }) => id.split(':')[1] ?? '');
}

/** Months `YYYY-MM` up to that of `today` in which something is recorded, oldest first. */
export function monthsWithRecords(state: State, today: string): string[] {
  const months = new Set<string>();
  for (const textsOf of monthTexts) {
    for (const text of textsOf(state)) {
      if (/^\d{4}-\d{2}(?:-|$)/.test(text)) months.add(text.slice(0, 7));
    }
  }
  return [...months].filter((month) => month <= today.slice(0, 7)).sort();
}

/** The month asked for, or the latest with records. Throws UsageError where there is nothing. */
export function chooseMonth(state: State, asked: string | undefined, today: string): string {
  const months = monthsWithRecords(state, today);
  const latest = months.at(-1);
  if (latest === undefined) {
    throw new UsageError({
      zh: '数据文件夹里还没有记录。',
      en: 'There are no records yet.',
    });
  }
  if (asked === undefined || months.includes(asked)) return asked ?? latest;
  throw new UsageError({
    zh: `${asked} 没有记录；有记录的月份从 ${months[0]} 到 ${latest}。`,
    en: `There are no records of ${asked}; they reach from ${months[0]} to ${latest}.`,
  });
}
