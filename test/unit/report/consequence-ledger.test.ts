import { expect, it } from 'vitest';
import { standardCalendar } from '../../../shared/calendar/workdays';
import type { Edit } from '../../../shared/changes/draft';
import { edit } from '../../../shared/changes/records';
import type { FieldsOf } from '../../../shared/model/collections';
import { documentText } from '../../../shared/report/document-text';
import { documentKind } from '../../../shared/report/documents';
import { booksOf, idOf } from '../insight/books';
import { first, november, second, third } from './month-of-november';

const one = (number: number, fields: FieldsOf<'consequence'>): Edit =>
  edit('consequence', idOf(number), { basisId: idOf(22), ...fields });

const records = [
  edit('target', idOf(22), { leader: second }),
  one(51, {
    person: second,
    kind: 'reminder',
    date: '2026-07-02',
    grounds: '办法第九条',
    decision: '书面提醒',
    decidedBy: '局党组',
    mendBy: '2026-09-30',
    mended: '2026-09-20',
  }),
  one(52, { person: second, kind: 'talk', date: '2026-11-02', mendBy: '2026-11-20' }),
  one(53, { person: third, kind: 'criticism', date: '2026-10-02', mendBy: '2026-12-20' }),
  one(54, {
    person: first,
    kind: 'praise',
    date: '2026-11-05',
    basisCollection: 'task',
    basisId: idOf(11),
  }),
  // Of another year, and of a day to come.
  one(55, { person: first, kind: 'reward', date: '2025-12-31' }),
  one(56, { person: first, kind: 'reward', date: '2026-12-31' }),
];

function built(kind: string, period: string, subject = '') {
  const document = documentKind(kind)?.build(booksOf(...november, ...records), {
    subject,
    period,
    today: '2026-11-30',
    calendar: standardCalendar(),
    language: 'zh',
  });
  return document ? documentText(document).split('\n') : [];
}

it('the ledger has the leaders by rank with targets, score and counts, then each record', () => {
  const lines = built('consequence-ledger', '2026');
  expect(lines).toContain('截至2026年11月30日，2026年度2项目标中1项达到进度，1项滞后。');
  expect(lines).toContain(
    '按照目标任务落实情况，奖励1次（通报表扬1次），追责3次（提醒1次、约谈1次、通报批评1次）。',
  );
  // From 78 to 90 in a year is 89 by November: 81 are 91 % of it.
  const place = lines.findIndex((line) => line.startsWith('姓名\t职务'));
  expect(lines.slice(place + 1, place + 3)).toEqual([
    '甲\t\t0\t0\t—\t1\t0',
    '乙\t\t1\t0\t91\t0\t2',
  ]);
  const head = lines.findIndex((line) => line.startsWith('姓名\t日期'));
  expect(lines.slice(head + 1, head + 5)).toEqual([
    '甲\t11月5日\t通报表扬\t造林\t\t',
    '乙\t7月2日\t提醒\t成活率\t办法第九条；书面提醒；局党组\t9月20日已整改',
    '乙\t11月2日\t约谈\t成活率\t\t逾期未整改',
    '丙\t10月2日\t通报批评\t成活率\t\t限12月20日前',
  ]);
});

it('of a quarter has what was decided in it', () => {
  const lines = built('consequence-ledger', '2026-Q3');
  expect(lines).toContain('按照目标任务落实情况，追责1次（提醒1次）。');
  expect(built('consequence-ledger', '2026-Q1')).toContain('没有奖惩和责任追究记录。');
});

it('goes into the duty report of its leader, and by counts alone into the report of the year', () => {
  const duty = built('duty-report', '2026', second).join('\n');
  expect(duty).toContain('本年度按照目标任务落实情况受到奖惩2次：7月2日因“成活率”受到提醒');
  expect(duty).toContain('（整改情况：9月20日已整改）；11月2日因“成活率”受到约谈');
  const year = built('yearly', '2026').join('\n');
  expect(year).toContain(
    '本年度按照目标落实情况兑现奖惩：提醒1次、约谈1次、通报批评1次、通报表扬1次。',
  );
  expect(year).not.toContain('逾期未整改');
});
