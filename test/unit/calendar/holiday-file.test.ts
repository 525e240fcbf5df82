import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readHolidays } from '../../../electron/rpc/holidays';
import { parseHolidayFile } from '../../../shared/calendar/holidays';
import bundled from '../../../shared/calendar/holidays.json';
import { adoptHolidays, standardCalendar } from '../../../shared/calendar/workdays';

const next = { '2027': { off: '01-01 02-08 02-09', work: '02-13 02-27' } };

afterEach(() => adoptHolidays([]));

describe('a holiday file', () => {
  it('has the form of the bundled one', () => {
    expect(parseHolidayFile(bundled)).toHaveLength(Object.keys(bundled).length);
    expect(parseHolidayFile(next)).toEqual([
      {
        year: 2027,
        off: ['2027-01-01', '2027-02-08', '2027-02-09'],
        work: ['2027-02-13', '2027-02-27'],
      },
    ]);
  });

  it.each([
    ['no object', []],
    ['no year', { next: { off: '', work: '' } }],
    ['a day of no calendar', { '2027': { off: '02-30', work: '' } }],
    ['a weekday worked instead', { '2027': { off: '', work: '02-08' } }],
    ['a day both off and worked', { '2027': { off: '02-13', work: '02-13' } }],
    ['something missing', { '2027': { off: '02-08' } }],
    ['something more', { '2027': { off: '', work: '', note: '' } }],
    ['a stretch that goes back', { '2027': { off: '02-09~02-08', work: '' } }],
    ['a stretch without an end', { '2027': { off: '02-09~', work: '' } }],
    ['days written otherwise', { '2027': { off: '2027-02-08', work: '' } }],
  ])('with %s is refused', (_, content) => {
    expect(parseHolidayFile(content)).toBeNull();
  });

  it('adds its years to the bundled ones, and holds where both have a year', () => {
    expect(standardCalendar().isWorkday('2027-02-08')).toBe(true);
    expect(standardCalendar().lastYear).toBe(2026);
    const changed = { ...next, '2026': { off: '', work: '' } };
    adoptHolidays(parseHolidayFile(changed) ?? []);
    expect(standardCalendar().lastYear).toBe(2027);
    expect(standardCalendar().isWorkday('2027-02-08')).toBe(false);
    expect(standardCalendar().isWorkday('2027-02-13')).toBe(true);
    expect(standardCalendar().isWorkday('2026-10-01')).toBe(true);
    expect(standardCalendar().isWorkday('2025-10-01')).toBe(false);
  });
});

describe('the holiday file of a PC', () => {
  it.each([
    ['is not there', undefined, { tables: 0, isWrong: false }],
    ['is good', JSON.stringify(next), { tables: 1, isWrong: false }],
    ['was saved by Notepad', `\uFEFF${JSON.stringify(next)}`, { tables: 1, isWrong: false }],
    ['is cut off', '{"2027": {"off"', { tables: 0, isWrong: true }],
    ['names impossible days', '{"2027":{"off":"13-40","work":""}}', { tables: 0, isWrong: true }],
  ])('which %s', async (_, text, expected) => {
    const folder = mkdtempSync(join(tmpdir(), 'touyan-holidays-'));
    try {
      if (text !== undefined) writeFileSync(join(folder, 'holidays.json'), text);
      const { tables, isWrong } = await readHolidays(folder);
      expect({ tables: tables.length, isWrong }).toEqual(expected);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
