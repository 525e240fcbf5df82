import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../shared/calendar/day';
import { edit } from '../../../shared/changes/records';
import { emptyState, fold } from '../../../shared/changes/state';
import { measurementId } from '../../../shared/model/target';
import { sampleSets } from '../../../shared/sample/history';
import { type Act, act, editsOf } from './acts';
import {
  bookOf,
  chen,
  id,
  li,
  newOffice,
  novemberTask,
  type Office,
  papersOf,
  target,
  task,
} from './office';

const month = '2026-11';

/** A unit that has something of everything in November. */
function inNovember(): Office {
  const office = newOffice();
  const { write } = office;
  write(
    '2026-01-20',
    edit('person', id(3), {
      name: '王强',
      role: 'leader',
      order: 3,
      post: '副局长',
      portfolio: '造林',
      joined: '2026-01-20',
    }),
    edit('person', li, { post: '局长', portfolio: '全面工作' }),
    edit('person', chen, { post: '书记', portfolio: '党建' }),
    ...[chen, li, id(3)].map((one) =>
      edit('charge', one, { line: '线', contactPoint: '点', project: '项' }),
    ),
    ...[50, 51, 52].map((one) => edit('department', id(one), { name: `科室${one}` })),
    ...['M1.1.1', 'G2.2', 'M2.1.8', 'M3.2.1', 'G1.1', 'M4.1.1'].map((one) =>
      edit('assignment', one, { leader: chen }),
    ),
    edit('target', target, { year: 2026, name: '办件', goal: 120, leader: chen }),
    edit('target', id(21), { year: 2026, name: '改造', kind: 'milestone', leader: li }),
    edit('milestone', id(30), { target: id(21), due: '2026-06-30', weight: 1 }),
    edit('milestone', id(31), { target: id(21), due: '2026-11-30', weight: 1 }),
  );
  write('2026-11-02', edit('task', task, { ...novemberTask, department: id(50), percent: 10 }));
  write(
    '2026-11-20',
    edit('progress', id(40), { task, date: '2026-11-20', percent: 40, note: '过半' }),
  );
  write('2026-11-21', edit('measurement', measurementId(target, '2026-11'), { value: 11 }));
  write(
    '2026-11-12',
    edit('activity', id(60), {
      kind: 'study-session',
      date: '2026-11-12',
      title: '学习',
      host: chen,
      people: [chen, li],
      expected: 9,
      attended: 8,
      hours: 2,
    }),
  );
  return office;
}

type Papers = ReadonlyMap<string, string>;

const first = '2026-11-01';
const after = '2026-12-01';

function run(office: Office, all: readonly Act[], from: string): void {
  // As it goes: what happens later is written later.
  for (const one of all.toSorted((a, b) => a.after - b.after)) {
    const day = addDays(from, one.after);
    office.write(day, ...editsOf(office.state, one, day));
  }
}

/** Papers are the same to the character, but for the day on which a form is printed. */
function expectSame(now: Papers, before: Papers, printed: string): void {
  expect([...now.keys()]).toEqual([...before.keys()]);
  for (const [key, text] of now) {
    const isForm = key.startsWith('rating-form');
    expect(isForm ? text.replace(printed, '2026年12月1日') : text, key).toBe(before.get(key));
  }
}

describe('the papers of a closed month', () => {
  const counted = { histories: 0, papers: 0, acts: 0 };
  test('do not change by what is dated after it', () => {
    fc.assert(
      fc.property(
        fc.array(act(29), { maxLength: 25 }),
        fc.array(act(60), { minLength: 1, maxLength: 25 }),
        (inside, later) => {
          const office = inNovember();
          run(office, inside, first);
          const before = papersOf(office.state, month, after);
          run(office, later, after);
          expectSame(papersOf(office.state, month, '2027-03-05'), before, '2027年3月5日');
          counted.histories += 1;
          counted.papers += before.size;
          counted.acts += inside.length + later.length;
        },
      ),
      { numRuns: 60 },
    );
    console.info(
      `invariance: ${counted.histories} histories of ${counted.acts} acts, ${counted.papers} papers compared, 0 differing`,
    );
  });

  test.each([
    ['the day of closing', edit('task', task, { closed: '2026-11-25' })],
    ['progress', edit('progress', id(40), { percent: 55 })],
    ['the measured value', edit('measurement', measurementId(target, '2026-11'), { value: 90 })],
    ['a milestone reached', edit('milestone', id(31), { reached: '2026-11-29' })],
    ['who was present', edit('activity', id(60), { attended: 7 })],
    ['hours', edit('activity', id(60), { hours: 3 })],
    ['a note entered late', edit('progress', id(41), { task, date: '2026-11-29', percent: 80 })],
    [
      'an activity entered late',
      edit('activity', id(61), { kind: 'talk', date: '2026-11-30', title: '谈心', people: [chen] }),
    ],
    ['the title of a task', edit('task', task, { title: '核实全部林地' })],
  ])('change by a correction within it: %s', (_what, correction) => {
    const { state, write } = inNovember();
    const before = papersOf(state, month, after);
    write('2026-12-10', correction);
    const now = papersOf(state, month, after);
    expect([...now].filter(([key, text]) => before.get(key) !== text).length).toBeGreaterThan(0);
  });

  test.each([1, 2, 3])('of the sample unit with seed %i do not either', (seed) => {
    const today = '2026-12-20';
    const options = { leaders: 4, staff: 8, years: 1, seed, today, device: 'pcaaaaaa' };
    const periods = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-Q3'];
    const office = bookOf(fold(sampleSets(options), emptyState()));
    const before = periods.map((period) => papersOf(office.state, period, after));
    const later = fc.sample(fc.array(act(60), { minLength: 200, maxLength: 200 }), {
      seed,
      numRuns: 1,
    });
    run(office, later.flat(), '2026-12-21');
    let papers = 0;
    for (const [at, period] of periods.entries()) {
      const now = papersOf(office.state, period, '2027-03-05');
      expectSame(now, before[at] ?? new Map(), '2027年3月5日');
      papers += now.size;
    }
    console.info(
      `sample ${seed}: 200 later acts, ${papers} papers of ${periods.length} closed periods, 0 differing`,
    );
  });
});
