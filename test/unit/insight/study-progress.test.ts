import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../shared/changes/draft';
import {
  insightNotes,
  requiredStudies,
  studyHours,
  studyPlanRows,
  studySessions,
} from '../../../shared/insight/study-progress';
import { booksOf, idOf, leader } from './books';

let next = 100;
const record = (kind: string, fields: Edit['fields']) => {
  next += 1;
  return { collection: 'activity', id: idOf(next), fields: { kind, ...fields } };
};
const wang = idOf(1);
const li = idOf(2);
const zhao = idOf(3);
const people = [
  leader(1, '王镕'),
  {
    collection: 'person',
    id: li,
    fields: { name: '李喆', role: 'staff', order: 2, partyMember: true },
  },
  { collection: 'person', id: zhao, fields: { name: '赵昉', role: 'staff', order: 3 } },
];
const session = (date: string, fields: Edit['fields'] = {}) =>
  record('study-session', { date, studyForm: 'together', ...fields });

describe('the study plan', () => {
  it('stands against what was held, quarter by quarter and over the year', () => {
    const state = booksOf(
      record('study-plan', { date: '2026-01-10', studyTerm: 'year', plannedTogether: 12 }),
      record('study-plan', { date: '2026-01-10', studyTerm: 'Q1', plannedTogether: 2 }),
      // The newer plan of a quarter holds.
      record('study-plan', {
        date: '2026-02-10',
        studyTerm: 'Q1',
        plannedTogether: 3,
        plannedGroups: 1,
      }),
      record('study-plan', { date: '2025-01-10', studyTerm: 'Q2', plannedTogether: 9 }),
      session('2026-01-31'),
      session('2026-03-31'),
      session('2026-03-31', { studyForm: 'groups' }),
      session('2026-04-01'),
      // What names no form is together.
      session('2026-12-31', { studyForm: '' }),
      session('2025-12-31'),
    );
    expect(
      studyPlanRows(state, 2026).map((row) => [
        row.period,
        row.plannedTogether,
        row.heldTogether,
        row.plannedGroups,
        row.heldGroups,
      ]),
    ).toEqual([
      ['2026-Q1', 3, 2, 1, 1],
      ['2026-Q2', null, 1, null, 0],
      ['2026-Q3', null, 0, null, 0],
      ['2026-Q4', null, 1, null, 0],
      ['2026', 12, 4, 0, 1],
    ]);
  });
});

describe('required study', () => {
  const watch = { today: '2026-11-26', soonDays: 5 };
  const task = (fields: Edit['fields']) =>
    record('study-task', { date: '2026-10-01', title: '读党章', people: [wang, li], ...fields });
  it.each([
    ['nobody yet', { deadline: '2026-12-31' }, 0, 'not-yet'],
    ['one of two', { deadline: '2026-11-28', completedBy: [li] }, 1, 'due-soon'],
    ['one, too late', { deadline: '2026-11-25', completedBy: [li] }, 1, 'overdue'],
    [
      'both',
      { deadline: '2026-11-25', completedBy: [li, wang], settledOn: '2026-11-20' },
      2,
      'done',
    ],
    [
      'both, late',
      { deadline: '2026-11-25', completedBy: [li, wang], settledOn: '2026-11-26' },
      2,
      'done-late',
    ],
    ['somebody it was not set to', { deadline: '2026-12-31', completedBy: [zhao] }, 0, 'not-yet'],
    [
      'settled without saying by whom',
      { deadline: '2026-11-25', settledOn: '2026-11-01' },
      2,
      'done',
    ],
    ['no deadline', {}, 0, 'not-yet'],
  ])('completed by %s', (_, fields, completed, light) => {
    const [found] = requiredStudies(booksOf(...people, task(fields)), 2026, watch);
    expect([found?.completed.length, found?.light]).toEqual([completed, light]);
    expect((found?.completed.length ?? 0) + (found?.open.length ?? 0)).toBe(2);
  });

  it('is listed by deadline, what has none last', () => {
    const state = booksOf(
      task({ title: '无期限' }),
      task({ title: '后', deadline: '2026-12-31' }),
      task({ title: '先', deadline: '2026-03-31' }),
    );
    expect(requiredStudies(state, 2026, watch).map(({ task: one }) => one.title)).toEqual([
      '先',
      '后',
      '无期限',
    ]);
  });
});

describe('sessions', () => {
  it('tell who was absent and who still has to make up for it, newest first', () => {
    const state = booksOf(
      session('2026-03-01', { people: [wang], absent: [li, zhao, wang], madeUp: [li] }),
      session('2026-04-01', { people: [wang, li], expected: 9, attended: 7 }),
    );
    const [second, first] = studySessions(state, 2026);
    expect(first).toMatchObject({
      expected: 3,
      present: 1,
      absent: [li, zhao],
      madeUp: [li],
      owed: [zhao],
    });
    expect(second).toMatchObject({ expected: 9, present: 7, absent: [] });
  });
});

describe('study hours', () => {
  it('count for who came or made up for it; self-study stands apart', () => {
    const state = booksOf(
      ...people,
      session('2026-03-01', { hours: 3, people: [wang, li], absent: [zhao] }),
      session('2026-04-01', {
        hours: 2,
        studyForm: 'groups',
        people: [wang],
        absent: [li],
        madeUp: [li],
      }),
      record('party-day', { date: '2026-05-01', hours: 4, people: [li] }),
      record('self-study', { date: '2026-05-02', hours: 9, subject: li }),
      session('2025-03-01', { hours: 30, people: [wang, li] }),
    );
    const rows = studyHours(state, 2026, { hoursLeader: 56, hoursMember: 9 });
    expect(
      rows.map((row) => [
        row.person.name,
        row.together,
        row.groups,
        row.partyDays,
        row.collective,
        row.selfStudy,
        row.reference,
        row.share,
      ]),
    ).toEqual([
      ['王镕', 3, 2, 0, 5, 0, 56, 5 / 56],
      ['李喆', 3, 2, 4, 9, 9, 9, 1],
      ['赵昉', 0, 0, 0, 0, 0, null, null],
    ]);
  });

  it('stay in order of rank, whoever has more', () => {
    const state = booksOf(...people, session('2026-03-01', { hours: 99, people: [zhao] }));
    expect(
      studyHours(state, 2026, { hoursLeader: 56, hoursMember: 32 }).map(
        ({ person }) => person.name,
      ),
    ).toEqual(['王镕', '李喆', '赵昉']);
  });
});

describe('notes on what one should know', () => {
  it('are kept by where they come from, newest first', () => {
    const note = (date: string, known: string) =>
      record('insight-note', { date, known, title: date });
    const state = booksOf(
      note('2026-01-01', 'above'),
      note('2026-02-01', 'above'),
      note('2026-01-05', 'around'),
      note('2025-01-05', 'below'),
    );
    const { above, below, around } = insightNotes(state, 2026);
    expect(above.map(({ date }) => date)).toEqual(['2026-02-01', '2026-01-01']);
    expect([below.length, around.length]).toEqual([0, 1]);
  });
});
