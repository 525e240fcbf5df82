import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { checkItems } from '../../../shared/catalogue/catalogue';
import { edit } from '../../../shared/changes/records';
import { dutiesIn, dutiesOf, fulfilmentOf, fulfilmentRate } from '../../../shared/insight/duties';
import { markId } from '../../../shared/model/activity';
import { booksOf, idOf } from './books';

const calendar = standardCalendar();
const today = '2026-11-23';
const unit = edit('unit', 'unit', { founded: '2026-10-01' });
const study = edit('activity', idOf(1), {
  kind: 'study-session',
  date: '2026-11-05',
});

describe('duties of Home', () => {
  const books = booksOf(unit, study);
  const home = dutiesOf(books, { month: '2026-11', today, calendar });
  const keysOf = (item: string) =>
    home.filter((duty) => duty.item.id === item).map(({ occurrence }) => occurrence.key);

  it('hold the month and, before it, what is overdue', () => {
    expect(keysOf('G1.1')).toEqual(['2026-10', '2026-11']);
    expect(home.find((duty) => duty.item.id === 'G1.1')?.light).toBe('overdue');
    expect(
      home.filter(({ due }) => due < '2026-11-01').every(({ light }) => light === 'overdue'),
    ).toBe(true);
  });

  it('leave out automatic items of earlier months', () => {
    const task = edit('task', idOf(2), { period: '2026-10', title: '无目标' });
    const found = dutiesOf(booksOf(unit, task), {
      month: '2026-11',
      today,
      calendar,
    });
    expect(found.some(({ item, due }) => item.id === 'M2.1.4' && due < '2026-11-01')).toBe(false);
  });

  it('come by due day', () => {
    const days = home.map(({ due }) => due);
    expect([...days].sort()).toEqual(days);
  });

  it('look back no further than asked', () => {
    const found = dutiesOf(books, {
      month: '2026-11',
      today,
      calendar,
      since: '2026-11-01',
    });
    expect(found.every(({ due }) => due >= '2026-11-01')).toBe(true);
  });
});

describe('fulfilment', () => {
  it('of a month by section', () => {
    const marks = [
      edit('mark', markId('G1.2', '2026-11'), {
        state: 'not-applicable',
        note: '未分组',
      }),
      edit('mark', markId('G1.3', '2026-11'), {
        state: 'done',
        date: '2026-12-02',
      }),
    ];
    const books = booksOf(unit, study, ...marks);
    const when = { period: '2026-11', today: '2026-12-10', calendar };
    // G1.1 by the study session, G1.2 not applicable, G1.3 two days after the end of the month.
    expect(fulfilmentOf(books, when, 'G1')).toEqual({
      owed: 2,
      met: 2,
      late: 1,
      overdue: 0,
      open: 0,
      notApplicable: 1,
      rate: 1,
    });
    expect(fulfilmentOf(books, { ...when, today }, 'G1')).toMatchObject({
      owed: 2,
      met: 1,
      open: 1,
    });
  });

  it('is the share of what is met among what is met or overdue', () => {
    const books = booksOf(unit, study);
    const october = fulfilmentOf(books, { period: '2026-10', today, calendar }, 'G1');
    expect(october).toMatchObject({ owed: 3, met: 0, overdue: 3, rate: 0 });
    expect(fulfilmentRate([]).rate).toBeNull();
  });

  it('adds up for whatever was ticked', () => {
    const marked = fc.uniqueArray(fc.constantFrom(...checkItems), {
      maxLength: 40,
    });
    const state = fc.constantFrom('open' as const, 'done' as const, 'not-applicable' as const);
    const date = fc.constantFrom('2026-10-15', '2026-11-09', '2026-11-23', '2026-12-01');
    fc.assert(
      fc.property(marked, state, date, (items, mark, day) => {
        const books = booksOf(
          unit,
          ...items.map(({ id }) => edit('mark', markId(id, '2026-11'), { state: mark, date: day })),
        );
        const duties = dutiesIn(books, {
          from: '2026-11-01',
          to: '2026-11-30',
          today,
          calendar,
        });
        const rate = fulfilmentRate(duties);
        expect(rate.met + rate.overdue + rate.open).toBe(rate.owed);
        expect(rate.late).toBeLessThanOrEqual(rate.met);
        const told = duties.filter(({ basis }) => basis !== 'no-data');
        expect(rate.owed + rate.notApplicable).toBe(told.length);
        if (rate.rate !== null) expect(rate.rate).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });
});
