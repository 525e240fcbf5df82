import { describe, expect, it } from 'vitest';
import { isDay } from '../../../shared/calendar/day';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { checkItems, itemsOf, ratableRows } from '../../../shared/catalogue/catalogue';
import { type ChangeSet, changeSetSchema, countChanges } from '../../../shared/changes/change-set';
import { conflicts } from '../../../shared/changes/conflict';
import { listOf, recordOf } from '../../../shared/changes/records';
import { counterOf } from '../../../shared/changes/stamp';
import { fold } from '../../../shared/changes/state';
import { chargeMatrix } from '../../../shared/insight/charge-matrix';
import { dutiesIn, fulfilmentRate } from '../../../shared/insight/duties';
import { missingClarities } from '../../../shared/insight/five-clarities';
import { measuresOf } from '../../../shared/insight/rating-measures';
import { ratingRowOf } from '../../../shared/insight/rating-rows';
import { targetCounts, targetsFulfilment } from '../../../shared/insight/target-fulfilment';
import { taskCounts, taskStatus } from '../../../shared/insight/task-status';
import { fieldValue, isEmpty } from '../../../shared/kinds/field';
import { kindOf, kinds } from '../../../shared/kinds/kinds';
import { kindMisfitsOf } from '../../../shared/kinds/misfits';
import { misfitsOf } from '../../../shared/model/collections';
import { ratingId, sheetId } from '../../../shared/model/rating';
import { ratedRows } from '../../../shared/sample/evidence';
import { firstDay, sampleDefaults, sampleSets } from '../../../shared/sample/history';
import { ownRow } from '../../../shared/sample/own-rows';

const today = '2026-11-23';
const device = 'sample00';
const make = (options: Partial<Parameters<typeof sampleSets>[0]> = {}): ChangeSet[] => [
  ...sampleSets({ ...sampleDefaults, today, device, ...options }),
];

const sets = make();
const state = fold(sets);
const leaders = listOf(state, 'person').filter(({ role }) => role === 'leader');
const share = (part: number, whole: number): number => part / whole;

describe('the sample history', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(JSON.stringify(make())).toBe(JSON.stringify(sets));
    expect(JSON.stringify(make({ seed: 2 }))).not.toBe(JSON.stringify(sets));
  });

  it('fits the schema and the model in every field', () => {
    for (const set of sets) changeSetSchema.parse(set);
    expect(sets.flatMap(({ changes }) => changes.flatMap(misfitsOf))).toEqual([]);
  });

  it('is written in order of stamp and of wall time, without gaps or conflicts', () => {
    expect(sets.map(({ stamp }) => counterOf(stamp))).toEqual(sets.map((_, index) => index + 1));
    const walls = sets.map(({ wall }) => wall);
    expect([...walls].sort()).toEqual(walls);
    expect(conflicts(state)).toEqual([]);
  });

  it('happens on working days, in office hours, and ends today', () => {
    const calendar = standardCalendar();
    for (const { wall } of sets) {
      const local = new Date(Date.parse(wall) + 8 * 3_600_000).toISOString();
      const hour = Number(local.slice(11, 13)) + Number(local.slice(14, 16)) / 60;
      expect(hour).toBeGreaterThanOrEqual(8.5);
      expect(hour).toBeLessThan(19);
      expect(local.slice(0, 10) <= today).toBe(true);
    }
    const days = new Set(sets.map(({ wall }) => wall.slice(0, 10)));
    const working = [...days].filter((day) => calendar.isWorkday(day)).length;
    expect(share(working, days.size)).toBeGreaterThan(0.9);
  });

  it('names only people of the unit as authors', () => {
    const people = new Set(listOf(state, 'person').map(({ id }) => id));
    expect(sets.filter(({ author }) => !people.has(author))).toEqual([]);
    expect(new Set(sets.map(({ author }) => author)).size).toBeGreaterThan(30);
  });

  it.each([
    [2, '2026-11-23', '2025-01-01'],
    [1, '2026-11-23', '2026-01-01'],
    [1, '2026-06-30', '2025-01-01'],
    [10, '2026-07-01', '2017-01-01'],
  ])('of %i years up to %s begins on %s', (years, day, first) => {
    expect(firstDay(day, years)).toBe(first);
  });

  it('does not rewrite the past when it is made a day later', () => {
    const shorter = make({ today: '2026-10-09' });
    expect(sets.slice(0, shorter.length).map((set) => JSON.stringify(set))).toEqual(
      shorter.map((set) => JSON.stringify(set)),
    );
  });

  it.each([
    [1, 20_000, 40_000],
    [3, 75_000, 115_000],
  ])('of %i years holds between %i and %i changes', (years, least, most) => {
    const changes = make({ years }).reduce((sum, set) => sum + countChanges(set), 0);
    expect(changes).toBeGreaterThan(least);
    expect(changes).toBeLessThan(most);
  });

  it('of ten years is made in under ten seconds and holds some 300,000 changes', () => {
    const start = performance.now();
    const changes = make({ years: 10 }).reduce((sum, set) => sum + countChanges(set), 0);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(changes).toBeGreaterThan(270_000);
    expect(changes).toBeLessThan(385_000);
  });

  it.each([
    [1, 0],
    [3, 5],
    [15, 200],
  ])('has %i leaders and %i staff when asked', (wantedLeaders, staff) => {
    const small = fold(make({ leaders: wantedLeaders, staff, years: 1 }));
    const people = listOf(small, 'person').filter(({ left }) => left === '');
    expect(people.filter(({ role }) => role === 'leader')).toHaveLength(wantedLeaders);
    expect(people.filter(({ role }) => role === 'staff')).toHaveLength(staff);
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
  });
});

describe('the sample unit', () => {
  it('says that it is a sample, and has one head', () => {
    expect(recordOf(state, 'unit', 'unit')).toMatchObject({
      name: '青禾县林业和草原局',
      sample: true,
    });
    expect(leaders.filter(({ head }) => head)).toHaveLength(1);
    expect(leaders.map(({ order }) => order)).toEqual(leaders.map((_, rank) => rank + 1));
    const { person } = recordOf(state, 'device', device) ?? { person: '' };
    expect(person).toBe(leaders[0]?.id);
  });

  it('has names with characters that fonts lack', () => {
    const names = listOf(state, 'person').map(({ name }) => name);
    for (const rare of '镕喆堃玥珺昉昇') expect(names.join('')).toContain(rare);
  });

  it('gives each leader a line, a contact point and a project, but for one gap', () => {
    const rows = chargeMatrix(state, '2026', today);
    expect(rows.map(({ gaps }) => gaps.join()).filter(Boolean)).toEqual(['line']);
  });

  it('rates all 45 rows of the catalogue', () => {
    expect(ratedRows).toEqual(ratableRows.map(({ id }) => id));
  });

  it('rates nearly every row of past months, and part of the team this month', () => {
    const months = ['2025-03', '2026-06', '2026-10'];
    for (const month of months) {
      const rows = leaders.flatMap(({ id }) =>
        ratedRows.map((row) => recordOf(state, 'rating', ratingId(id, month, row))),
      );
      const rated = rows.filter((row) => typeof row?.score === 'number');
      expect(share(rated.length, rows.length)).toBeGreaterThan(0.75);
      for (const row of rated) expect(row?.score).toBeGreaterThanOrEqual(47);
    }
    const handedIn = leaders.filter(({ id }) => recordOf(state, 'sheet', sheetId(id, '2026-11')));
    expect(handedIn.length).toBeGreaterThan(0);
    expect(handedIn.length).toBeLessThan(leaders.length);
  });

  it('has a row of its own from its second year on, described and rated', () => {
    expect(ratingRowOf(state, '2025-12', ownRow)).toBeUndefined();
    const row = ratingRowOf(state, '2026-10', ownRow);
    expect(Object.values(row?.said ?? {}).every((text) => text !== '')).toBe(true);
    const rated = leaders.filter(({ id }) =>
      recordOf(state, 'rating', ratingId(id, '2026-10', ownRow)),
    );
    expect(share(rated.length, leaders.length)).toBeGreaterThan(0.8);
  });

  it('makes tasks of about half of the measures, and mostly does them', () => {
    const found = leaders.flatMap(({ id }) =>
      ['2026-03', '2026-06', '2026-09'].flatMap((period) =>
        measuresOf(state, { person: id, period, today }),
      ),
    );
    const made = found.flatMap(({ task }) => task ?? []);
    expect(share(made.length, found.length)).toBeGreaterThan(0.3);
    expect(share(made.length, found.length)).toBeLessThan(0.7);
    expect(share(made.filter(({ closed }) => closed !== '').length, made.length)).toBeGreaterThan(
      0.9,
    );
  });

  it('cites as evidence only what happened before the sheet was handed in', () => {
    for (const sheet of listOf(state, 'sheet')) {
      const handedIn = sheet.statusAt.slice(0, 10);
      for (const row of ratedRows) {
        const { evidence } = recordOf(state, 'rating', `${sheet.id}:${row}`) ?? { evidence: '' };
        const cited = /^.*?(\d+)月(\d+)日“/.exec(evidence);
        if (!cited) continue;
        const [, month = '', day = ''] = cited;
        const date = `${sheet.id.slice(37, 41)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
        expect(date <= handedIn).toBe(true);
      }
    }
  });

  it('grows its tasks as a tree of year, quarter and month', () => {
    const tasks = listOf(state, 'task');
    const byId = new Map(tasks.map((task) => [task.id, task]));
    for (const { period, parent, origin } of tasks) {
      // What a record gave rise to stands by itself, as does the work of a year.
      if (/^\d{4}$/.test(period) || origin !== '') expect(parent).toBe('');
      else if (period.includes('Q')) expect(byId.get(parent)?.period).toBe(period.slice(0, 4));
      else expect(byId.get(parent)?.period).toMatch(/^\d{4}-Q[1-4]$/);
    }
  });

  it('is mostly clear, mostly in time, but not perfect', () => {
    const tasks = listOf(state, 'task').filter(({ period }) => /^\d{4}-\d{2}$/.test(period));
    const unclear = tasks.filter((task) => missingClarities(state, task).length > 0);
    expect(share(unclear.length, tasks.length)).toBeGreaterThan(0.02);
    expect(share(unclear.length, tasks.length)).toBeLessThan(0.1);
    const past = tasks.filter(({ period }) => period < '2026-09');
    const late = past.filter(
      (task) => taskStatus(state, task, { today, soonDays: 5 }) === 'closed-late',
    );
    expect(share(late.length, past.length)).toBeGreaterThan(0.04);
    expect(share(late.length, past.length)).toBeLessThan(0.2);
    const { total, overdue, closed, dueSoon, open } = taskCounts(state, '2026-11', {
      today,
      soonDays: 5,
    });
    expect(total).toBeGreaterThan(30);
    for (const count of [overdue, closed, dueSoon + open]) expect(count).toBeGreaterThan(0);
  });

  it('has targets of all directions and both modes: most on track, a few behind', () => {
    const fulfilments = targetsFulfilment(state, { today, month: '2026-10' });
    expect(fulfilments.length).toBeGreaterThanOrEqual(12);
    expect(fulfilments.length).toBeLessThanOrEqual(30);
    expect(new Set(fulfilments.map(({ target }) => target.direction)).size).toBe(3);
    expect(new Set(fulfilments.map(({ target }) => target.mode)).size).toBe(2);
    const { total, onTrack, behind } = targetCounts(fulfilments);
    expect(share(onTrack, total)).toBeGreaterThan(0.4);
    expect(behind).toBeGreaterThan(0);
    const missing = fulfilments.filter((one) => one.missing.length > 0);
    expect(missing.length).toBeGreaterThan(0);
    const lastYear = targetsFulfilment(state, { today, month: '2025-12' });
    expect(targetCounts(lastYear).overdue).toBeGreaterThan(0);
    expect(targetCounts(lastYear).reached).toBeGreaterThan(targetCounts(lastYear).overdue);
  });

  it('holds activities of every declared kind on working days', () => {
    const calendar = standardCalendar();
    const activities = listOf(state, 'activity');
    for (const { kind, date, title, people } of activities) {
      expect(kindOf(kind)).toBeDefined();
      expect(isDay(date) && calendar.isWorkday(date)).toBe(true);
      expect(title).not.toMatch(/[{}]/);
      for (const id of people) expect(recordOf(state, 'person', id)).toBeDefined();
    }
    expect(new Set(activities.map(({ kind }) => kind))).toEqual(new Set(kinds.map(({ id }) => id)));
  });

  it('fills in the registers as their kinds declare them', () => {
    expect(sets.flatMap(({ changes }) => changes.flatMap(kindMisfitsOf))).toEqual([]);
    const people = new Set(listOf(state, 'person').map(({ id }) => id));
    for (const record of listOf(state, 'activity')) {
      const kind = kindOf(record.kind);
      if (!kind) continue;
      const missing = kind.fields.filter(
        (field) => field.required && isEmpty(fieldValue(record, field)),
      );
      expect(missing.map(({ key }) => `${kind.id} ${key}`)).toEqual([]);
      for (const field of kind.fields) {
        const value = fieldValue(record, field);
        if (field.control.type === 'person' && value !== '') expect(people).toContain(value);
      }
    }
  });

  it('has lights that are mostly green, some late, a few red', () => {
    const watch = { from: '2025-01-01', to: '2026-11-23', today, calendar: standardCalendar() };
    for (const section of ['M1', 'M3', 'M4', 'G1', 'G2', 'G3']) {
      const { owed, met } = fulfilmentRate(dutiesIn(state, watch, itemsOf(section)));
      expect(share(met, owed)).toBeGreaterThan(0.85);
    }
    const items = ['M1', 'M3', 'M4', 'G1', 'G2', 'G3'].flatMap(itemsOf);
    const { late, overdue } = fulfilmentRate(dutiesIn(state, watch, items));
    expect(late).toBeGreaterThan(3);
    expect(overdue).toBeGreaterThan(1);
  });

  it('has a rhythm, a leader, a deputy and a hint for every check item', () => {
    expect(checkItems).toHaveLength(117);
    for (const { id, cadences, evidence } of checkItems) {
      expect(cadences.length).toBeGreaterThan(0);
      expect(evidence.zh && evidence.en).toBeTruthy();
      const assigned = recordOf(state, 'assignment', id);
      expect(leaders.some((leader) => leader.id === assigned?.leader)).toBe(true);
      expect(recordOf(state, 'person', assigned?.deputy ?? '')).toBeDefined();
    }
  });

  it('settles most check items in time, some late, some not applicable with a reason', () => {
    const marks = listOf(state, 'mark');
    const notApplicable = marks.filter((mark) => mark.state === 'not-applicable');
    expect(notApplicable.length).toBeGreaterThan(0);
    for (const { note } of notApplicable) expect(note).not.toBe('');
    for (const { date } of marks) expect(isDay(date)).toBe(true);
    expect(share(notApplicable.length, marks.length)).toBeLessThan(0.08);
  });

  it('leaves no slot of a text unfilled', () => {
    expect(JSON.stringify(sets)).not.toMatch(/\{(?:town|village|n|study|task|point|line)\}/);
  });
});
