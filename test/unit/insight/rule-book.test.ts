import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../shared/changes/draft';
import { nextVersion, ruleChains, ruleCoverage, ruleYear } from '../../../shared/insight/rule-book';
import { booksOf, idOf } from './books';

let next = 100;
const record = (kind: string, fields: Edit['fields']) => {
  next += 1;
  return { collection: 'activity', id: idOf(next), fields: { kind, ...fields } };
};
const rule = (title: string, date: string, fields: Edit['fields'] = {}) =>
  record('rule', { title, date, ruleClass: 'finance', ruleState: 'valid', ...fields });
const watch = { today: '2026-11-26', soonDays: 5 };

describe('the versions of a rule', () => {
  it('are the records of one name, or that replace one another, oldest first', () => {
    const state = booksOf(
      rule('报销办法', '2024-03-01', { ruleState: 'repealed', version: '2024' }),
      rule('差旅费管理办法', '2026-03-01', { replaces: '《报销 办法》', version: '2026' }),
      rule('报销办法', '2020-03-01', { ruleState: 'repealed', version: '2020' }),
      rule('差旅费管理办法', '2026-10-01', { ruleState: 'draft', version: '稿' }),
      rule('采购办法', '2026-01-01'),
    );
    const [travel, buying] = ruleChains(state, watch);
    expect(travel?.versions.map((one) => Reflect.get(one, 'version'))).toEqual([
      '2020',
      '2024',
      '2026',
      '稿',
    ]);
    expect([travel?.name, travel?.state, travel?.current?.date]).toEqual([
      '差旅费管理办法',
      'draft',
      '2026-03-01',
    ]);
    expect(buying?.versions).toHaveLength(1);
  });

  it.each([
    ['in time', { reviewOn: '2027-01-01' }, 'not-yet'],
    ['soon', { reviewOn: '2026-11-28' }, 'due-soon'],
    ['past its review', { reviewOn: '2026-11-25' }, 'overdue'],
    ['without a review', {}, 'overdue'],
    ['being revised', { ruleState: 'revising', reviewOn: '2027-01-01' }, 'not-yet'],
    ['a draft', { ruleState: 'draft' }, 'not-applicable'],
    ['repealed', { ruleState: 'repealed', reviewOn: '2020-01-01' }, 'not-applicable'],
  ])('one %s', (_, fields, light) => {
    expect(ruleChains(booksOf(rule('办法', '2026-01-01', fields)), watch)[0]?.light).toBe(light);
  });

  it.each([
    ['1.0', '2.0'],
    ['1.7', '2.0'],
    ['第3版', '第4版'],
    ['2024年版', '2026年版'],
    ['', '2.0'],
    ['试行', '试行'],
  ])('after %s comes %s', (version, following) => {
    expect(nextVersion(version, 2026)).toBe(following);
  });
});

describe('coverage of the categories', () => {
  const fresh = { reviewOn: '2027-01-01' };
  const late = { reviewOn: '2026-01-01' };
  it.each([
    ['nothing', [], 'missing'],
    ['a draft alone', [rule('甲', '2026-01-01', { ruleState: 'draft' })], 'missing'],
    ['two in order', [rule('甲', '2026-01-01', fresh), rule('乙', '2025-01-01', fresh)], 'thin'],
    ['three in order', ['甲', '乙', '丙'].map((name) => rule(name, '2026-01-01', fresh)), 'sound'],
    [
      'one review of three overdue',
      ['甲', '乙', '丙'].map((name) => rule(name, '2026-01-01', name === '甲' ? late : fresh)),
      'review-owed',
    ],
    [
      'half of the reviews overdue',
      ['甲', '乙'].map((name) => rule(name, '2026-01-01', name === '甲' ? late : fresh)),
      'stale',
    ],
    [
      'nothing new for three years to the day',
      ['甲', '乙', '丙'].map((name) => rule(name, '2023-11-26', fresh)),
      'stale',
    ],
    [
      'one revised since',
      ['甲', '乙', '丙'].map((name) =>
        rule(name, '2020-01-01', name === '丙' ? { ...fresh, revisedOn: '2025-01-01' } : fresh),
      ),
      'sound',
    ],
  ])('%s', (_, rules, verdict) => {
    const finance = ruleCoverage(booksOf(...rules), watch).find(
      ({ ruleClass }) => ruleClass === 'finance',
    );
    expect(finance?.verdict).toBe(verdict);
  });

  it('lists all six categories, empty ones too', () => {
    expect(ruleCoverage(booksOf(), watch).map(({ ruleClass }) => ruleClass)).toEqual([
      'party',
      'integrity',
      'administration',
      'finance',
      'personnel',
      'project',
    ]);
  });
});

describe('the year of rules', () => {
  it('counts what was made, revised and repealed for good', () => {
    const state = booksOf(
      record('rule-plan', { date: '2026-03-01', title: '计划', planned: 6 }),
      rule('新立', '2026-02-01'),
      rule('修订', '2024-02-01', { ruleState: 'repealed', repealedOn: '2026-03-01' }),
      rule('修订', '2026-03-01'),
      rule('废止', '2024-02-01', { ruleState: 'repealed', repealedOn: '2026-05-01' }),
      rule('草稿', '2026-05-01', { ruleState: 'draft' }),
      rule('旧', '2025-05-01'),
    );
    expect(ruleYear(state, 2026, watch)).toEqual({
      planned: 6,
      made: 1,
      revised: 1,
      repealed: 1,
    });
    expect(ruleYear(state, 2023, watch).planned).toBeNull();
  });
});
