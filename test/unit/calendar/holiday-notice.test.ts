import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHolidayNotice } from '../../../shared/calendar/holiday-notice';
import { bundledHolidays } from '../../../shared/calendar/holidays';

/** The notice for 2026, as the State Council's site has it. */
const notice = `国务院办公厅关于2026年
部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
国务院办公厅
2025年11月4日`;

describe('the text of a notice', () => {
  it('gives the table that the app was delivered with', () => {
    const table = bundledHolidays().find(({ year }) => year === 2026);
    expect(readHolidayNotice(notice.replace('2026年\n', '2026年'))).toEqual({ tables: [table] });
    // Where the title is broken over two lines, too.
    expect(readHolidayNotice(notice)).toEqual({ tables: [table] });
  });

  it.each([
    ['2027年部分节假日安排。元旦：1月1日(星期五)放假1天，不调休。', ['2027-01-01'], []],
    [
      '2027年节假日安排 一、元旦：2026年12月31日至2027年1月2日放假，共3天',
      ['2026-12-31', '2027-01-01', '2027-01-02'],
      [],
    ],
    [
      '2027年节假日。春节：2月5日至2月6日放假调休，共2天。2月7日、14日上班。',
      ['2027-02-05', '2027-02-06'],
      ['2027-02-07', '2027-02-14'],
    ],
    ['日期,类型\r\n2027-01-01,休\r\n2027/1/3;补班\r\n', ['2027-01-01'], ['2027-01-03']],
    ['{"2027": {"off": "01-01", "work": "01-03"}}', ['2027-01-01'], ['2027-01-03']],
  ])('%s', (text, off, work) => {
    expect(readHolidayNotice(text)).toEqual({ tables: [{ year: 2027, off, work }] });
  });

  it.each([
    ['no text', '', 'no-year'],
    ['no days', '关于2027年部分节假日安排的通知', 'no-days'],
    ['a weekday of another year', '2027年节假日。元旦：1月1日（周四）放假1天。', 'weekday'],
    ['a stretch of another length', '2027年节假日。元旦：1月1日至3日放假，共4天。', 'count'],
    ['a day of no calendar', '2027年节假日。元旦：2月30日放假1天。', 'no-such-day'],
    ['a stretch that goes back', '2027年节假日。元旦：1月3日至1日放假。', 'no-such-day'],
    ['a weekday worked instead', '2027年节假日。元旦：1月1日放假。1月4日上班。', 'table'],
    ['another kind of file', '{"a": 1}', 'table'],
    ['a broken file', '{"2027":', 'table'],
  ])('with %s is refused', (_what, text, kind) => {
    expect(readHolidayNotice(text)).toMatchObject({ problem: { kind } });
  });

  it('of any kind is read or refused, never thrown at', () => {
    const piece = fc.constantFrom(
      '2027年',
      '部分节假日',
      '1月',
      '1日',
      '至',
      '3日',
      '放假',
      '上班',
      '（周五）',
      '，',
      '。',
      '共3天',
      '\n',
      '{',
      '12',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(Object.keys(readHolidayNotice(pieces.join('')))).toHaveLength(1);
      }),
      { numRuns: 1_000 },
    );
  });
});
