import { describe, expect, it } from 'vitest';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { checkItemById } from '../../../shared/catalogue/catalogue';
import type { Edit } from '../../../shared/changes/draft';
import { edit } from '../../../shared/changes/records';
import { dutiesOfItem, dutySettings } from '../../../shared/insight/fulfilment';
import { markId } from '../../../shared/model/activity';
import { booksOf, idOf, leader } from './books';

const unit = edit('unit', 'unit', { founded: '2026-01-01', soonDays: 5 });
const activity = (number: number, kind: string, date: string, items: string[] = []) =>
  edit('activity', idOf(number), { kind, date, items });
const done = (item: string, key: string, date: string) =>
  edit('mark', markId(item, key), { state: 'done', date });

function duties(item: string, edits: readonly Edit[], days: { from?: string; to?: string } = {}) {
  const found = checkItemById(item);
  if (!found) throw new Error(`no such item: ${item}`);
  const watch = {
    from: '2026-11-01',
    to: '2026-12-31',
    today: '2026-11-23',
    ...days,
  };
  return dutiesOfItem(booksOf(unit, ...edits), found, {
    ...watch,
    calendar: standardCalendar(),
  });
}

const shown = (item: string, edits: readonly Edit[], days = {}) =>
  duties(item, edits, days).map(({ occurrence, light, doneOn, basis }) =>
    [occurrence.key, light, doneOn, basis].join(' '),
  );

describe('an item with a rhythm', () => {
  it.each([
    { what: 'nothing', edits: [], november: 'not-yet  none' },
    {
      what: 'an activity of the kind',
      edits: [activity(1, 'study-session', '2026-11-05')],
      november: 'done 2026-11-05 activity',
    },
    {
      what: 'an activity that names the item',
      edits: [activity(1, 'party-day', '2026-11-06', ['G1.1'])],
      november: 'done 2026-11-06 activity',
    },
    {
      what: 'an activity of another kind or month',
      edits: [activity(1, 'training', '2026-11-05'), activity(2, 'study-session', '2026-10-31')],
      november: 'not-yet  none',
    },
    {
      what: 'a mark',
      edits: [done('G1.1', '2026-11', '2026-11-09')],
      november: 'done 2026-11-09 mark',
    },
    {
      what: 'the earlier of mark and activity',
      edits: [
        done('G1.1', '2026-11', '2026-11-09'),
        activity(1, 'study-session', '2026-11-20'),
        activity(2, 'study-session', '2026-11-12'),
      ],
      november: 'done 2026-11-09 mark',
    },
    {
      what: 'not applicable',
      edits: [
        edit('mark', 'G1.1:2026-11', {
          state: 'not-applicable',
          note: '集中培训',
        }),
      ],
      november: 'not-applicable  mark',
    },
    {
      what: 'a deleted activity',
      edits: [
        activity(1, 'study-session', '2026-11-05'),
        edit('activity', idOf(1), { deleted: true }),
      ],
      november: 'not-yet  none',
    },
  ])('met by $what', ({ edits, november }) => {
    expect(shown('G1.1', edits)[0]).toBe(`2026-11 ${november}`);
  });

  it('is late or overdue after its due day', () => {
    // October ends on a Saturday: due on Friday the 30th.
    const days = { from: '2026-10-01', to: '2026-10-31' };
    expect(duties('G1.1', [], days)[0]?.due).toBe('2026-10-30');
    expect(shown('G1.1', [], days)).toEqual(['2026-10 overdue  none']);
    expect(shown('G1.1', [activity(1, 'study-session', '2026-10-31')], days)).toEqual([
      '2026-10 done-late 2026-10-31 activity',
    ]);
  });

  it('owes nothing before the unit’s first day', () => {
    const days = { from: '2025-10-01', to: '2026-02-28' };
    expect(duties('G1.1', [], days).map(({ occurrence }) => occurrence.key)).toEqual([
      '2026-01',
      '2026-02',
    ]);
  });

  it('gives the n-th activity of a year to the n-th occurrence', () => {
    const year = { from: '2026-01-01', to: '2026-12-31' };
    const letters = [
      activity(2, 'other', '2026-09-30', ['M3.3.2']),
      activity(1, 'other', '2026-01-30', ['M3.3.2']),
    ];
    expect(shown('M3.3.2', letters, year)).toEqual([
      '2026#1 done 2026-01-30 activity',
      '2026#2 done-late 2026-09-30 activity',
    ]);
  });

  it('counts the activities of a linked item', () => {
    const year = { from: '2026-01-01', to: '2026-06-30' };
    const trip = activity(1, 'other', '2026-05-06', ['M1.2.1']);
    expect(shown('G1.7', [trip], year)).toEqual(['2026-H1 done 2026-05-06 activity']);
  });
});

describe('an item owed after events', () => {
  it('owes nothing without an event', () => {
    expect(duties('M4.4.1', [])).toEqual([]);
  });

  it('is owed once an event is recorded, within its working days', () => {
    const birth = edit('mark', 'M4.4.1:2026-11-02', { state: 'open' });
    const [duty] = duties('M4.4.1', [birth]);
    expect(duty).toMatchObject({
      due: '2026-11-16',
      light: 'overdue',
      basis: 'none',
    });
    const visit = activity(1, 'care-visit', '2026-11-18', ['M4.4.1']);
    expect(shown('M4.4.1', [birth, visit])).toEqual(['2026-11-02 done-late 2026-11-18 activity']);
    const settled = edit('mark', 'M4.4.1:2026-11-02', {
      state: 'done',
      date: '2026-11-05',
    });
    expect(shown('M4.4.1', [settled])).toEqual(['2026-11-02 done 2026-11-05 mark']);
  });

  it('takes an activity without recorded event as event and answer in one', () => {
    const visits = [
      activity(1, 'care-visit', '2026-11-10'),
      activity(2, 'care-visit', '2026-11-10'),
      activity(3, 'care-visit', '2024-11-10'),
    ];
    expect(shown('M4.4.4', visits)).toEqual([
      '2026-11-10 done 2026-11-10 activity',
      '2026-11-10#2 done 2026-11-10 activity',
    ]);
  });
});

describe('an automatic item', () => {
  it('is judged by its rule, and says so when there is nothing to judge', () => {
    expect(shown('M2.2.4', [], { to: '2026-11-30' })).toEqual(['2026-11 not-yet  no-data']);
    const team = [leader(1, '甲')];
    expect(shown('M2.2.4', team, { to: '2026-11-30' })).toEqual(['2026-11 not-yet  rule']);
    const charge = edit('charge', idOf(1), {
      line: '线',
      contactPoint: '点',
      project: '项',
    });
    expect(shown('M2.2.4', [...team, charge], { to: '2026-11-30' })).toEqual([
      '2026-11 done  rule',
    ]);
  });

  it('is overdue when its rule was not met in time', () => {
    const task = edit('task', idOf(3), { period: '2026-10', title: '造林' });
    const days = { from: '2026-10-01', to: '2026-10-31' };
    expect(shown('M2.1.4', [task], days)).toEqual(['2026-10 overdue  rule']);
  });

  it('takes no credit from activities of linked items', () => {
    const party = activity(1, 'party-day', '2026-11-06');
    expect(shown('G3.1b', [party])).toEqual(['2026-H2 not-yet  no-data']);
  });
});

describe('settings', () => {
  it('start in the month of today where the first day is unknown', () => {
    expect(dutySettings(booksOf(), '2026-11-23')).toEqual({
      since: '2026-11-01',
      soonDays: 5,
      move: 'earlier',
    });
  });
});
