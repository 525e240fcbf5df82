import { describe, expect, test } from 'vitest';
import { edit } from '../../../shared/changes/records';
import { fulfilmentRate } from '../../../shared/insight/duties';
import { targetsFulfilment } from '../../../shared/insight/target-fulfilment';
import { targetLines } from '../../../shared/insight/target-year';
import { measurementId } from '../../../shared/model/target';
import { chargeCardKind } from '../../../shared/report/charge-card';
import { leaderFacts } from '../../../shared/report/leader/facts';
import { rateBefore, rateOf, summaryFacts } from '../../../shared/report/summary/facts';
import { supervisionNoticeKind } from '../../../shared/report/supervision-notice';
import { calendar, chen, id, li, newOffice, novemberTask, target, task } from './office';

const today = '2026-12-28';
const november = { period: '2026-11', today, calendar };
const december = { period: '2026-12', today: '2027-01-08', calendar };
const request = (subject: string) => ({ ...november, subject, language: 'zh' as const });

describe('targets of a closed month', () => {
  test.each([
    ['reached in time', '2026-11-28', 'on-track'],
    ['reached on the last day', '2026-11-30', 'on-track'],
    ['reached the day after', '2026-12-01', 'behind'],
    ['reached weeks later', '2026-12-20', 'behind'],
    ['not reached', '', 'behind'],
  ] as const)('a milestone due on the last day, %s', (_what, reached, wanted) => {
    const { state, write } = newOffice();
    const [first, last] = [id(30), id(31)];
    write('2026-02-01', edit('target', target, { name: '改造', year: 2026, kind: 'milestone' }));
    write('2026-02-01', edit('milestone', first, { target, due: '2026-05-31' }));
    write('2026-02-01', edit('milestone', last, { target, due: '2026-11-30' }));
    write('2026-05-30', edit('milestone', first, { reached: '2026-05-30' }));
    if (reached) write(reached, edit('milestone', last, { reached }));
    write('2026-02-01', edit('milestone', id(32), { target, due: '2026-12-31' }));
    // The paper and the list in the window say the same.
    expect(summaryFacts(state, november).targets.map((one) => one.state)).toEqual([wanted]);
    expect(targetLines(state, '2026-11', today).map(({ now }) => now.state)).toEqual([wanted]);
  });

  test.each([
    ['no value for November', [90], 'behind', 1],
    ['a value for November', [90, 18], 'on-track', 0],
  ] as const)('a total with %s', (_what, values, wanted, missing) => {
    const { state, write } = newOffice();
    write('2026-01-05', edit('target', target, { name: '办件', year: 2026, goal: 117 }));
    const months = ['2026-10', '2026-11'];
    for (const [at, value] of values.entries()) {
      // Entered in December, but of its month.
      write('2026-12-03', edit('measurement', measurementId(target, months[at] ?? ''), { value }));
    }
    const [now] = summaryFacts(state, november).targets;
    expect(now?.state).toBe(wanted);
    expect(now?.missing.filter((month) => month === '2026-11')).toHaveLength(missing);
    expect(targetLines(state, '2026-11', today)[0]?.now.state).toBe(wanted);
    expect(targetsFulfilment(state, { today, month: '2026-11' })[0]?.state).toBe(wanted);
  });
});

describe('the month before, in the paper of the next', () => {
  test.each([
    ['done in time', '2026-11-20'],
    ['made up for in December', '2026-12-09'],
    ['not done', ''],
  ])('a duty %s', (_what, date) => {
    const { state, write } = newOffice();
    if (date) write(date, edit('mark', 'M2.1.3:2026-11', { state: 'done', date }));
    if (date) write(date, edit('mark', 'M1.1.1:2026-11', { state: 'done', date }));
    const then = summaryFacts(state, november);
    const later = summaryFacts(state, december);
    expect(fulfilmentRate(later.dutiesBefore)).toEqual(fulfilmentRate(then.duties));
    for (const section of ['M', 'G', 'M1', 'G1']) {
      expect(rateBefore(later, section)).toBe(rateOf(then, section).rate);
    }
    // Nothing of a month that is over is still to come.
    expect(fulfilmentRate(later.dutiesBefore).open).toBe(0);
  });

  test('its tasks', () => {
    const { state, write } = newOffice();
    write('2026-11-02', edit('task', task, novemberTask));
    write('2026-12-11', edit('task', task, { closed: '2026-12-11', percent: 100 }));
    expect(summaryFacts(state, december).tasksBefore).toEqual(
      summaryFacts(state, november).taskCounts,
    );
    expect(summaryFacts(state, november).taskCounts).toMatchObject({ overdue: 1, closed: 0 });
  });
});

test('the paper of a leader names the overdue items of his that the summary names', () => {
  const { state, write } = newOffice();
  const { duties } = summaryFacts(state, november);
  const late = duties.filter(({ light }) => light === 'overdue');
  const onLastDays = late.filter(({ due }) => due >= '2026-11-28').map(({ item }) => item.id);
  expect(onLastDays.length).toBeGreaterThan(0);
  write(
    '2026-11-02',
    ...[...new Set(late.map(({ item }) => item.id))].map((item, at) =>
      edit('assignment', item, { leader: at % 2 ? chen : li }),
    ),
  );
  const keys = (list: typeof duties) =>
    list
      .filter(({ light }) => light === 'overdue')
      .map(({ item, occurrence }) => `${item.id} ${occurrence.key}`)
      .sort();
  const own = [chen, li].flatMap((leader) => leaderFacts(state, request(leader), 'month').duties);
  expect(keys(own)).toEqual(keys(late));
});

describe('card and notice', () => {
  test.each([
    ['2026-11-29', 40, '逾期', '已逾期1天', '抓紧办理'],
    ['2026-11-30', 40, '逾期', '到期未办结', '抓紧办理'],
    ['2026-11-30', 100, '逾期', '到期未办结', '核实完成情况，及时办结销号'],
    ['2026-12-02', 40, '临近时限', '临近时限', '抓紧办理'],
    ['2026-12-02', 100, '临近时限', '临近时限', '核实完成情况，及时办结销号'],
  ])('a task due on %s, at %d%%', (due, percent, onCard, onNotice, asked) => {
    const { state, write } = newOffice();
    write('2026-11-02', edit('task', task, { ...novemberTask, due }));
    write('2026-11-20', edit('progress', id(40), { task, date: '2026-11-20', percent }));
    const card = JSON.stringify(chargeCardKind.build(state, request(chen)));
    const notice = JSON.stringify(supervisionNoticeKind.build(state, request(task)));
    expect(summaryFacts(state, november).tasks[0]?.status).toBe(
      onCard === '逾期' ? 'overdue' : 'due-soon',
    );
    expect(card).toContain(`${onCard}${percent}%`);
    expect(notice).toContain(`下列任务${onNotice}，完成${percent}%`);
    expect(notice).toContain(asked);
    expect(supervisionNoticeKind.subjects?.(state, request(''))[0]?.name).toContain(onCard);
  });
});

describe('progress of a task in a closed month', () => {
  const note = (number: number, date: string, percent: number) =>
    edit('progress', id(number), { task, date, percent });
  test.each([
    ['reported after it', [], [note(40, '2026-12-08', 100)], 0],
    [
      'reported within and after it',
      [note(40, '2026-11-12', 30)],
      [note(41, '2026-12-08', 80)],
      30,
    ],
    ['of November, entered later', [], [note(40, '2026-11-28', 60)], 60],
    [
      'given with the task, then reported on',
      [edit('task', task, { percent: 25 })],
      [note(40, '2026-12-08', 80)],
      25,
    ],
    [
      'set without a note, before and after',
      [edit('task', task, { percent: 25 })],
      [edit('task', task, { percent: 70 })],
      25,
    ],
    [
      'closed after it',
      [note(40, '2026-11-12', 30)],
      [edit('task', task, { closed: '2026-12-08', percent: 100 })],
      30,
    ],
  ] as const)('%s', (_what, before, after, wanted) => {
    const { state, write } = newOffice();
    write('2026-11-02', edit('task', task, novemberTask));
    for (const one of before) write('2026-11-12', one);
    for (const one of after) {
      const { percent } = one.fields;
      // As the window does, the task keeps the last per cent.
      write(
        '2026-12-08',
        one,
        ...(one.collection === 'progress'
          ? [edit('task', task, { percent: Number(percent) })]
          : []),
      );
    }
    const [fact] = summaryFacts(state, november).tasks;
    expect(fact).toMatchObject({ percent: wanted, status: 'overdue' });
  });
});

describe('next month’s plan in the paper of a closed month', () => {
  test.each([
    ['due in it', '2026-11-20', true],
    ['due on its last day', '2026-11-30', true],
    ['due in the next', '2026-12-15', true],
    ['due later', '2027-02-01', true],
    ['without a deadline', '', true],
  ])('an open task %s', (_what, due, isThere) => {
    const { state, write } = newOffice();
    write('2026-11-02', edit('task', task, { ...novemberTask, due }));
    expect(summaryFacts(state, november).plan.map((one) => one.task.id)).toEqual(
      isThere ? [task] : [],
    );
    expect(leaderFacts(state, request(chen), 'month').plan).toHaveLength(isThere ? 1 : 0);
  });

  test.each([
    ['2026-11-10', '2026-11-20', false],
    ['2026-11-10', '2026-11-08', true],
    ['2026-11-10', '2026-12-15', true],
  ])('seen on %s, one due on %s', (day, due, isThere) => {
    const { state, write } = newOffice();
    write('2026-11-02', edit('task', task, { ...novemberTask, due }));
    const facts = summaryFacts(state, { ...november, today: day });
    expect(facts.plan).toHaveLength(isThere ? 1 : 0);
  });

  test('one planned after the end of the month is not in it', () => {
    const { state, write } = newOffice();
    write('2026-12-03', edit('task', task, { ...novemberTask, period: '2026-12', issued: '' }));
    expect(summaryFacts(state, november).plan).toEqual([]);
    write('2026-12-03', edit('task', id(11), { ...novemberTask, closed: '2026-11-28' }));
    expect(summaryFacts(state, november).taskCounts).toMatchObject({ total: 1, closed: 1 });
  });
});
