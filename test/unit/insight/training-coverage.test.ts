import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../shared/changes/draft';
import {
  areasOf,
  mentoringPairs,
  openSkillGaps,
  trainingByArea,
  trainingCoverage,
  trainingForms,
} from '../../../shared/insight/training-coverage';
import { booksOf, idOf, leader } from './books';

let next = 100;
const record = (kind: string, fields: Edit['fields']) => {
  next += 1;
  return { collection: 'activity', id: idOf(next), fields: { kind, ...fields } };
};

const wang = idOf(1);
const li = idOf(2);
const zhao = idOf(3);

const books = booksOf(
  leader(1, '王镕'),
  leader(2, '李喆'),
  leader(3, '赵昉'),
  record('training-plan', { date: '2026-01-10', businessArea: '执法', planned: 4 }),
  record('training-plan', { date: '2026-01-11', businessArea: '防火', planned: 2 }),
  record('training-plan', { date: '2025-01-10', businessArea: '旧领域', planned: 9 }),
  record('rotation-training-plan', {
    date: '2026-01-12',
    businessArea: '执法',
    people: [wang, li],
  }),
  record('training', {
    date: '2026-02-01',
    businessArea: '执法',
    trainingForm: 'rotation',
    people: [wang, zhao],
    hours: 4,
  }),
  record('training', {
    date: '2026-03-01',
    businessArea: '执法',
    trainingForm: 'out',
    people: [wang],
    hours: 8,
  }),
  record('training', { date: '2026-04-01', people: [li], hours: 2 }),
  record('training', { date: '2025-12-31', businessArea: '旧领域', people: [li], hours: 50 }),
);

describe('training planned and held', () => {
  it.each([
    ['执法', 4, 2, 4 * 2 + 8],
    ['防火', 2, 0, 0],
    ['', 0, 1, 2],
  ])('in %j: %i planned, %i held, %i hours', (area, planned, held, hours) => {
    const found = trainingByArea(books, 2026).find((one) => one.area === area);
    expect(found).toMatchObject({ planned, held, hours });
  });

  it('names the fields of the year alone, none twice', () => {
    expect(areasOf(books, 2026)).toEqual(['执法', '防火']);
    expect(areasOf(books, 2025)).toEqual(['旧领域']);
    expect(trainingByArea(books, 2024)).toEqual([]);
  });

  it('counts going out and rotation; what names no form is in service', () => {
    expect(Object.fromEntries(trainingForms(books, 2026))).toEqual({
      rotation: 1,
      out: 1,
      'in-service': 1,
    });
  });
});

describe('rotation training', () => {
  it('shows who was trained, who is still owed, and the share of those planned', () => {
    const { areas, rows, rates } = trainingCoverage(books, 2026);
    expect(areas).toEqual(['执法', '防火']);
    expect(
      rows.map(({ person, cells, hours }) => [
        person.name,
        ...cells.map(({ taken, planned }) => `${taken}${planned ? '!' : ''}`),
        hours,
      ]),
    ).toEqual([
      ['王镕', '2!', '0', 12],
      ['李喆', '0!', '0', 2],
      ['赵昉', '1', '0', 4],
    ]);
    expect(rates).toEqual([0.5, null]);
  });
});

describe('mentoring pairs', () => {
  const pair = (fields: Edit['fields']) =>
    record('mentoring-pair', { mentor: wang, subject: li, ...fields });
  const note = (date: string, subject = li) =>
    record('mentoring-note', { date, mentor: wang, subject, mentoringForm: 'note' });

  it.each([
    ['ends in the year', { date: '2025-03-01', endsOn: '2026-02-01' }, 2026, 1],
    ['ended the year before', { date: '2025-03-01', endsOn: '2025-12-31' }, 2026, 0],
    ['has no end and is of the year', { date: '2026-03-01' }, 2026, 1],
    ['has no end and is older', { date: '2025-03-01' }, 2026, 0],
    ['begins later', { date: '2027-01-01' }, 2026, 0],
  ])('one that %s', (_, fields, year, count) => {
    expect(mentoringPairs(booksOf(pair(fields)), year)).toHaveLength(count);
  });

  it('has its own notes since it began, the last one told', () => {
    const state = booksOf(
      pair({ date: '2026-03-01', endsOn: '2026-12-31' }),
      note('2026-02-01'),
      note('2026-04-01'),
      note('2026-05-01'),
      note('2026-06-01', zhao),
    );
    const [found] = mentoringPairs(state, 2026);
    expect(found?.notes).toBe(2);
    expect(found?.last?.date).toBe('2026-05-01');
  });
});

describe('open skill gaps', () => {
  it('are those not settled yet, the longest overdue first, with lights', () => {
    const gap = (title: string, fields: Edit['fields']) =>
      record('skill-gap', { title, date: '2026-01-05', subject: li, ...fields });
    const state = booksOf(
      gap('无期限', {}),
      gap('快到', { deadline: '2026-11-27' }),
      gap('逾期', { deadline: '2026-06-30' }),
      gap('已销号', { deadline: '2026-06-30', settledOn: '2026-06-01' }),
      gap('明天销号', { deadline: '2026-12-30', settledOn: '2026-11-25' }),
    );
    expect(
      openSkillGaps(state, { today: '2026-11-24', soonDays: 5 }).map(({ gap: one, light }) => [
        one.title,
        light,
      ]),
    ).toEqual([
      ['逾期', 'overdue'],
      ['快到', 'due-soon'],
      ['明天销号', 'not-yet'],
      ['无期限', 'not-yet'],
    ]);
  });
});
