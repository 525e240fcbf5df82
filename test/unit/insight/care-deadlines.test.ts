import { describe, expect, it } from 'vitest';
import { standardCalendar } from '../../../shared/calendar/workdays';
import type { Edit } from '../../../shared/changes/draft';
import { listOf } from '../../../shared/changes/records';
import {
  careVisits,
  countLights,
  disclosures,
  filingWindows,
  opinionLoop,
  tenures,
  windowOpens,
} from '../../../shared/insight/care-deadlines';
import { handovers } from '../../../shared/insight/handovers';
import { riskReviews } from '../../../shared/insight/risk-reviews';
import { booksOf, idOf, leader } from './books';

let next = 100;
const record = (kind: string, fields: Edit['fields']) => {
  next += 1;
  return { collection: 'activity', id: idOf(next), fields: { kind, ...fields } };
};

const today = '2026-11-24';
const watch = { today, soonDays: 5, calendar: standardCalendar() };

describe('a visit on a family event', () => {
  it.each([
    // Three working days for a bereavement, ten for a birth or a wedding.
    ['bereavement', '2026-11-20', '', '2026-11-25', 'due-soon'],
    ['bereavement', '2026-11-18', '', '2026-11-23', 'overdue'],
    ['bereavement', '2026-11-18', '2026-11-23', '2026-11-23', 'done'],
    ['bereavement', '2026-11-18', '2026-11-24', '2026-11-23', 'done-late'],
    ['wedding', '2026-11-20', '', '2026-12-04', 'not-yet'],
    ['birth', '2026-11-10', '', '2026-11-24', 'due-soon'],
    // Over Spring Festival, with Saturday 14 and 28 February worked instead.
    ['bereavement', '2026-02-13', '', '2026-02-25', 'overdue'],
    // Over the year end.
    ['wedding', '2025-12-25', '2026-01-09', '2026-01-09', 'done'],
  ])('%s of %s, visited %j, is owed by %s: %s', (occasion, date, visitedOn, due, light) => {
    const state = booksOf(record('care-event', { occasion, date, visitedOn }));
    const [found] = careVisits(state, Number(date.slice(0, 4)), watch);
    expect(found).toMatchObject({ due, light, doneOn: visitedOn });
  });

  it('of an earlier year is still listed while nobody came', () => {
    const state = booksOf(
      record('care-event', { occasion: 'birth', date: '2025-03-03' }),
      record('care-event', { occasion: 'birth', date: '2025-03-04', visitedOn: '2025-03-05' }),
      record('care-event', { occasion: 'birth', date: '2026-03-03', visitedOn: '2026-03-05' }),
    );
    expect(careVisits(state, 2026, watch).map(({ record: one }) => one.date)).toEqual([
      '2025-03-03',
      '2026-03-03',
    ]);
  });
});

describe('an opinion', () => {
  it.each([
    ['without a deadline, fifteen working days', '', '', '2026-11-24', 'due-soon'],
    ['with its own deadline', '2026-11-20', '', '2026-11-20', 'overdue'],
    ['answered in time', '2026-11-20', '2026-11-20', '2026-11-20', 'done'],
    ['answered late', '2026-11-20', '2026-11-23', '2026-11-20', 'done-late'],
  ])('%s', (_, deadline, settledOn, due, light) => {
    const state = booksOf(record('opinion', { date: '2026-11-03', deadline, settledOn }));
    expect(opinionLoop(state, 2026, watch)[0]).toMatchObject({ due, light });
  });

  it('stands before the answered ones while it is open, the most urgent at the top', () => {
    const state = booksOf(
      record('opinion', { title: '已答', date: '2026-11-20', settledOn: '2026-11-21' }),
      record('opinion', { title: '新', date: '2026-11-20' }),
      record('opinion', { title: '旧', date: '2026-10-12' }),
    );
    const found = opinionLoop(state, 2026, watch);
    expect(found.map(({ record: one }) => one.title)).toEqual(['旧', '新', '已答']);
    expect(Object.fromEntries(countLights(found))).toEqual({ overdue: 1, 'not-yet': 1, done: 1 });
  });
});

describe('a filing', () => {
  it.each([
    ['2026-12-25', '', 'not-yet'],
    ['2026-12-24', '', 'due-soon'],
    ['2026-11-24', '', 'due-soon'],
    ['2026-11-23', '', 'overdue'],
    ['2026-11-23', '2026-11-23', 'done'],
    ['2026-11-20', '2026-11-23', 'done-late'],
  ])('due %s, filed %j: %s', (deadline, filedOn, light) => {
    const state = booksOf(
      record('filing', { date: '2026-10-08', filed: 'pay', deadline, filedOn }),
    );
    expect(filingWindows(state, 2026, watch)[0]?.light).toBe(light);
  });

  it('opens thirty days before its deadline', () => {
    expect(windowOpens('2026-12-24')).toBe(today);
    expect(windowOpens('2028-03-30')).toBe('2028-02-29');
  });
});

describe('a disclosure', () => {
  it.each([
    ['2026-11-10', '2026-11-12', 'done'],
    ['2026-11-13', '2026-11-12', 'done-late'],
    ['2026-11-26', '2026-11-27', 'due-soon'],
    ['2026-11-10', '', 'done'],
  ])('of %s with the deadline %j: %s', (date, deadline, light) => {
    const state = booksOf(record('disclosure', { date, deadline, disclosed: 'office' }));
    expect(disclosures(state, 2026, watch)[0]?.light).toBe(light);
  });
});

describe('years in a post', () => {
  const served = (since: string, more: readonly Edit[] = []) => {
    const subject = idOf(1);
    const entry = record('skills-entry', {
      date: '2026-03-01',
      subject,
      post: '会计',
      inPostSince: since,
    });
    const state = booksOf(leader(1, '王镕'), entry, ...more);
    return tenures(state, listOf(state, 'person'), { today, termYears: 5 });
  };

  it.each([
    ['2021-11-24', 5, true],
    ['2021-11-25', 4, false],
    ['2024-02-29', 2, false],
    ['2026-11-24', 0, false],
  ])('since %s are %i', (since, years, isOverTerm) => {
    expect(served(since)[0]).toMatchObject({ years, isOverTerm, post: '会计' });
  });

  it('begin anew with a rotation, on the day of handing over', () => {
    const rotation = record('post-rotation', {
      date: '2026-04-01',
      subject: idOf(1),
      fromPost: '会计',
      post: '执法岗',
      handedOverOn: '2026-04-08',
    });
    expect(served('2015-01-01', [rotation])).toMatchObject([
      { post: '执法岗', since: '2026-04-08', years: 0, isOverTerm: false },
    ]);
  });

  it('of who has left are not listed, nor of whom nothing is known', () => {
    const state = booksOf(
      leader(1, '王镕'),
      leader(2, '李喆'),
      { collection: 'person', id: idOf(1), fields: { left: '2026-06-30' } },
      record('skills-entry', { date: '2020-01-01', subject: idOf(1), inPostSince: '2010-01-01' }),
    );
    expect(tenures(state, listOf(state, 'person'), { today, termYears: 5 })).toEqual([]);
  });
});

describe('risk points', () => {
  it('stand with overdue reviews first, then by grade, then by day', () => {
    const point = (title: string, level: string, reviewOn: string) =>
      record('risk-point', { date: '2025-03-03', title, level, reviewOn });
    const state = booksOf(
      point('低，远', 'low', '2027-03-01'),
      point('高，远', 'high', '2027-06-01'),
      point('高，更早', 'high', '2027-05-01'),
      point('低，逾期', 'low', '2026-11-23'),
      point('中，未定', 'middle', ''),
      point('低，快到', 'low', '2026-11-29'),
    );
    expect(
      riskReviews(state, { today, soonDays: 5 }).map(({ record: one, light }) => [
        one.title,
        light,
      ]),
    ).toEqual([
      ['中，未定', 'overdue'],
      ['低，逾期', 'overdue'],
      ['低，快到', 'due-soon'],
      ['高，更早', 'not-yet'],
      ['高，远', 'not-yet'],
      ['低，远', 'not-yet'],
    ]);
  });
});

describe('handovers', () => {
  const set = (counter: number, wall: string, fields: Readonly<Record<string, string | null>>) => ({
    stamp: `${String(counter).padStart(8, '0')}.pcaaaaaa`,
    author: '',
    wall,
    label: 'assignment.save',
    fields,
  });

  it('tell who answered from when, the newest first, whatever order the sets came in', () => {
    const sets = [
      set(3, '2026-07-01T01:00:00Z', { leader: 'p3' }),
      set(1, '2025-01-02T01:00:00Z', { leader: 'p1', deputy: 'p2' }),
      set(2, '2025-06-01T01:00:00Z', { deputy: 'p2' }),
      // Half past midnight in China is the evening before elsewhere.
      set(4, '2026-08-31T16:30:00Z', { deputy: null }),
    ];
    expect(handovers(sets)).toEqual([
      { from: '2026-09-01', leader: 'p3', deputy: '' },
      { from: '2026-07-01', leader: 'p3', deputy: 'p2' },
      { from: '2025-01-02', leader: 'p1', deputy: 'p2' },
    ]);
    expect(handovers([])).toEqual([]);
  });
});
