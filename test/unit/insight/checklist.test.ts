import { expect, it } from 'vitest';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { checkItems } from '../../../shared/catalogue/catalogue';
import { edit } from '../../../shared/changes/records';
import { checklistOf } from '../../../shared/insight/checklist';
import { dutiesIn } from '../../../shared/insight/duties';
import { markId } from '../../../shared/model/activity';
import { booksOf, idOf } from './books';

const unit = edit('unit', 'unit', { founded: '2026-09-01' });
const quarter = edit('mark', markId('M2.1.2', '2026-Q4'), { state: 'done', date: '2026-10-05' });
const vague = ['2026-09', '2026-10', '2026-11'].map((period, index) =>
  edit('task', idOf(index + 1), { period, title: '无目标' }),
);

/** Due days and lights of an item in the checklist of November, seen on the 23rd. */
function linesOf(id: string) {
  const items = checkItems.filter((item) => item.id === id);
  const watch = { from: '2026-01-01', to: '2026-12-31', today: '2026-11-23' };
  const duties = dutiesIn(
    booksOf(unit, quarter, ...vague),
    { ...watch, calendar: standardCalendar() },
    items,
  );
  return checklistOf(items, duties, '2026-11').map(({ duty }) => duty && [duty.due, duty.light]);
}

it.each([
  [
    'is filled in by hand: every month that is still owed',
    'G1.1',
    ['overdue', 'overdue', 'not-yet'],
  ],
  ['is judged by other records: this month alone', 'M2.1.4', ['not-yet']],
  ['is owed only after an event: one line without a day', 'M1.5.3', [undefined]],
  ['is over for the year: how it was done', 'M2.1.2', ['done']],
])('lists what %s', (_what, id, lights) => {
  expect(linesOf(id).map((line) => line?.[1])).toEqual(lights);
});
