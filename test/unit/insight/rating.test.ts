import { describe, expect, it } from 'vitest';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { ratableRows } from '../../../shared/catalogue/catalogue';
import type { Edit } from '../../../shared/changes/draft';
import { edit, recordOrDefault } from '../../../shared/changes/records';
import { returnEdits, submissionEdits } from '../../../shared/changes/submission';
import { sheetCycle } from '../../../shared/insight/rating-cycle';
import { evidenceFor, linkedEvidence } from '../../../shared/insight/rating-evidence';
import { flagOf, flagsOf } from '../../../shared/insight/rating-flags';
import { measuresOf } from '../../../shared/insight/rating-measures';
import { ratingId, sheetId } from '../../../shared/model/rating';
import { booksOf, idOf, leader, ratings } from './books';

const [anna, ben] = [idOf(1), idOf(2)];
const period = '2026-11';
const calendar = standardCalendar();
const id = sheetId(anna, period);
const row = (name: string) => {
  const found = ratableRows.find((one) => one.id === name);
  if (!found) throw new Error(name);
  return found;
};

describe('cycle', () => {
  const cycle = (today: `${number}-${number}-${number}`, ...edits: readonly Edit[]) =>
    sheetCycle(booksOf(leader(1, '甲'), ...edits), { person: anna, period }, { today, calendar });
  const submitted = (at: string) =>
    edit('sheet', id, {
      status: 'submitted',
      statusAt: at,
      steps: [{ step: 'submitted', at, by: anna }],
    });

  // November 2026 ends on a Monday: its last five working days begin on Tuesday 24; the fifth one
  // of December is Monday 7.
  it('is open and due by working days', () => {
    expect(cycle('2026-11-10')).toMatchObject({ opens: '2026-11-24', due: '2026-12-07' });
  });

  it('follows the days that the unit has set', () => {
    const unit = edit('unit', 'unit', { ratingOpenDays: 1, ratingDueDays: 1 });
    expect(cycle('2026-11-10', unit)).toMatchObject({ opens: '2026-11-30', due: '2026-12-01' });
  });

  it.each([
    { today: '2026-11-10', edits: [], status: 'not-open', isLate: false },
    { today: '2026-11-24', edits: [], status: 'draft', isLate: false },
    { today: '2026-12-07', edits: [], status: 'draft', isLate: false },
    { today: '2026-12-08', edits: [], status: 'draft', isLate: true },
    {
      today: '2026-12-31',
      edits: [submitted('2026-12-07T09:00:00.000Z')],
      status: 'submitted',
      isLate: false,
    },
    {
      // Half past midnight of the 8th, where it is still the 7th in UTC.
      today: '2026-12-31',
      edits: [submitted('2026-12-07T16:30:00.000Z')],
      status: 'submitted',
      isLate: true,
    },
  ] as const)('$today with $edits.length steps is $status, late: $isLate', (one) => {
    expect(cycle(one.today, ...one.edits)).toMatchObject({
      status: one.status,
      isLate: one.isLate,
    });
  });

  it('reads sheets of older apps, which have no steps', () => {
    const old = edit('sheet', id, { status: 'returned', statusAt: '2026-12-01T01:00:00.000Z' });
    expect(cycle('2026-12-02', old)).toMatchObject({
      status: 'returned',
      steps: [{ step: 'returned', by: '' }],
    });
  });

  it('goes from submitted to returned to resubmitted, each with time and author', () => {
    const edits: Edit[] = [leader(1, '甲'), ...ratings(anna, period, { 'A1.1': 80 }, 'draft')];
    const take = (more: readonly Edit[]) => edits.push(...more);
    const about = { person: anna, period, rows: ['A1.1'], by: anna };
    take(submissionEdits(booksOf(...edits), about, '2026-12-01T01:00:00.000Z'));
    const why = { by: ben, comment: '补充佐证', at: '2026-12-02T01:00:00.000Z' };
    take(returnEdits(booksOf(...edits), id, why));
    expect(recordOrDefault(booksOf(...edits), 'sheet', id).status).toBe('returned');
    take(submissionEdits(booksOf(...edits), about, '2026-12-03T01:00:00.000Z'));
    expect(cycle('2026-12-04', ...edits)).toMatchObject({
      status: 'resubmitted',
      handedIn: '2026-12-01',
      steps: [
        { step: 'submitted', by: anna },
        { step: 'returned', by: ben },
        { step: 'resubmitted', by: anna },
      ],
    });
    expect(recordOrDefault(booksOf(...edits), 'sheet', id).comment).toBe('补充佐证');
  });
});

describe('flags', () => {
  it.each([
    { score: null, before: 40, flag: undefined },
    { score: 89.9, before: null, flag: undefined },
    { score: 90, before: null, flag: 'top' },
    { score: 95, before: 80, flag: 'top' },
    { score: 95, before: 65, flag: 'jump' },
    { score: 80, before: 59, flag: 'jump' },
    { score: 40, before: 80, flag: 'jump' },
    { score: 65, before: 80, flag: undefined },
  ] as const)('$score after $before: $flag', ({ score, before, flag }) => {
    expect(flagOf(score, before)).toBe(flag);
  });

  it('are gone once there is evidence, of any kind', () => {
    const rated = ratings(
      anna,
      period,
      { 'A1.1': 95, 'A1.2': 95, 'A1.3': 95, 'A2.1': 95 },
      'draft',
    );
    const state = booksOf(
      ...rated,
      edit('rating', ratingId(anna, period, 'A1.2'), { evidence: '带队造林' }),
      edit('rating', ratingId(anna, period, 'A1.3'), { links: [`task:${idOf(9)}`] }),
      edit('rating', ratingId(anna, period, 'A2.1'), { notApplicable: '本期无相关工作' }),
    );
    expect([...flagsOf(state, anna, period)]).toEqual([['A1.1', 'top']]);
  });
});

describe('evidence', () => {
  const state = booksOf(
    edit('activity', idOf(21), { kind: 'dispute', date: '2026-11-05', title: '林界纠纷' }),
    edit('activity', idOf(22), {
      kind: 'dispute',
      date: '2026-11-09',
      title: '水源纠纷',
      people: [anna],
    }),
    edit('activity', idOf(23), { kind: 'dispute', date: '2026-10-31', title: '上月的' }),
    edit('activity', idOf(24), {
      kind: 'self-study',
      date: '2026-11-03',
      title: '学习',
      people: [anna],
    }),
    edit('task', idOf(31), { title: '造林', leader: anna, closed: '2026-11-18', period }),
    edit('task', idOf(32), { title: '别人的', leader: ben, closed: '2026-11-18', period }),
    edit('task', idOf(33), { title: '未办结', leader: anna, period }),
  );
  const about = { person: anna, period, today: '2026-11-26' } as const;
  const titles = (name: string) => evidenceFor(state, row(name), about).map(({ title }) => title);

  it('is what the kind declares for the dimension, his own first', () => {
    expect(titles('B5.1')).toEqual(['水源纠纷', '林界纠纷']);
    expect(titles('B1.1')).toEqual(['学习']);
  });

  it('is his tasks done in the period', () => {
    expect(titles('A2.1')).toEqual(['造林']);
  });

  it('is named by a link, and gone with its record', () => {
    expect(linkedEvidence(state, `task:${idOf(31)}`, anna)?.title).toBe('造林');
    expect(linkedEvidence(state, `task:${idOf(99)}`, anna)).toBeUndefined();
    expect(linkedEvidence(state, 'unit:unit', anna)).toBeUndefined();
  });
});

describe('measures', () => {
  it('are lines without their numbers, with the task made of each', () => {
    const state = booksOf(
      edit('sheet', id, { measures: '1. 下沉一线。；（二）多走访\n\n3、多走访' }),
      edit('task', idOf(41), { title: '下沉一线', origin: id, percent: 40, period: '2026-12' }),
    );
    const found = measuresOf(state, { person: anna, period, today: '2026-12-10' });
    expect(found.map(({ text, task, percent }) => [text, task?.id, percent])).toEqual([
      ['下沉一线', idOf(41), 40],
      ['多走访', undefined, 0],
    ]);
  });
});
