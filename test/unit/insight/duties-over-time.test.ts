import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/calendar/day';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { checkItemById } from '../../../shared/catalogue/catalogue';
import type { CheckItem } from '../../../shared/catalogue/row';
import { edit } from '../../../shared/changes/records';
import { dutiesIn, dutiesOf } from '../../../shared/insight/duties';
import { booksOf, idOf, leader } from './books';

const calendar = standardCalendar();

function item(id: string): CheckItem {
  const found = checkItemById(id);
  if (!found) throw new Error(id);
  return found;
}

const unit = (founded: string) => edit('unit', 'unit', { founded });

/** Due days and lights of an item through a span of days. */
const seen = (
  state: ReturnType<typeof booksOf>,
  id: string,
  [from, to, today]: readonly [string, string, string],
) =>
  dutiesIn(state, { from, to, today, calendar }, [item(id)]).map(
    ({ due, light }) => `${due} ${light}`,
  );

describe('a computer that was off for 40 days', () => {
  const off = '2026-09-14';
  const back = addDays(off, 40);

  it('shows on its return what became overdue meanwhile, each once, and nothing as done', () => {
    const state = booksOf(unit('2026-08-01'));
    // 党员活动日, monthly, last working day.
    const days = ['2026-08-01', '2026-12-31'] as const;
    expect(seen(state, 'G3.1', [...days, off])).toEqual([
      '2026-08-31 overdue',
      '2026-09-30 not-yet',
      '2026-10-30 not-yet',
      '2026-11-30 not-yet',
      '2026-12-31 not-yet',
    ]);
    expect(back).toBe('2026-10-24');
    expect(seen(state, 'G3.1', [...days, back])).toEqual([
      '2026-08-31 overdue',
      '2026-09-30 overdue',
      '2026-10-30 not-yet',
      '2026-11-30 not-yet',
      '2026-12-31 not-yet',
    ]);
  });

  it('lists the missed duty on Home once, before what the month owes', () => {
    const state = booksOf(unit('2026-09-01'));
    const found = dutiesOf(state, { month: '2026-10', today: back, calendar }).filter(
      ({ item: { id } }) => id === 'G3.1',
    );
    expect(found.map(({ due, light }) => `${due} ${light}`)).toEqual([
      '2026-09-30 overdue',
      '2026-10-30 not-yet',
    ]);
  });

  it('takes what happened meanwhile by the day it happened, not the day it was entered', () => {
    const state = booksOf(
      unit('2026-09-01'),
      edit('activity', idOf(9), { kind: 'party-day', date: '2026-09-25' }),
    );
    expect(seen(state, 'G3.1', ['2026-09-01', '2026-09-30', back])).toEqual(['2026-09-30 done']);
  });
});

describe('a unit that begins in the middle of a year', () => {
  it.each([
    // Owed by the end of January: that day was before the unit began.
    ['M1.5.1', '2026-07-15', []],
    ['M1.5.1', '2026-01-20', ['2026-01-30 overdue']],
    // Half-yearly: the half in which it began is owed.
    ['M4.1.3', '2026-05-20', ['2026-06-30 overdue', '2026-12-31 not-yet']],
    ['M4.1.3', '2026-07-01', ['2026-12-31 not-yet']],
    // Twice a year; 20 September is a Sunday that is worked instead.
    ['M3.3.2', '2026-08-01', ['2026-09-20 overdue']],
  ])('owes %s since %s: %j', (id, founded, expected) => {
    const days = ['2026-01-01', '2026-12-31', '2026-11-24'] as const;
    expect(seen(booksOf(unit(founded)), id, days)).toEqual(expected);
  });
});

describe('a responsible person who is replaced', () => {
  const before = [
    unit('2026-01-01'),
    leader(1, '王镕'),
    leader(2, '李喆'),
    edit('assignment', 'M4.1.3', { leader: idOf(1), deputy: idOf(2) }),
    edit('activity', idOf(9), { kind: 'staff-meeting', date: '2026-06-12', host: idOf(1) }),
  ];
  const handedOver = [
    edit('assignment', 'M4.1.3', { leader: idOf(2), deputy: null }),
    edit('person', idOf(1), { left: '2026-07-31' }),
  ];

  it('leaves what was done done, and what is owed owed', () => {
    const days = ['2026-01-01', '2026-12-31', '2026-11-24'] as const;
    const expected = ['2026-06-30 done', '2026-12-31 not-yet'];
    expect(seen(booksOf(...before), 'M4.1.3', days)).toEqual(expected);
    expect(seen(booksOf(...before, ...handedOver), 'M4.1.3', days)).toEqual(expected);
  });
});
