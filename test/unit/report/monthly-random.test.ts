import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { checkItems, ratableRows } from '../../../shared/catalogue/catalogue';
import type { Edit } from '../../../shared/changes/draft';
import { edit } from '../../../shared/changes/records';
import { dutiesOf } from '../../../shared/insight/duties';
import { preflight } from '../../../shared/insight/preflight';
import { kinds } from '../../../shared/kinds/kinds';
import { markId } from '../../../shared/model/activity';
import { misfitsOf } from '../../../shared/model/collections';
import { passageId } from '../../../shared/model/passage';
import { ratingId, sheetId } from '../../../shared/model/rating';
import { measurementId } from '../../../shared/model/target';
import { documentSchema } from '../../../shared/report/blocks';
import { documentText } from '../../../shared/report/document-text';
import { monthlySummary } from '../../../shared/report/monthly';
import { booksOf, idOf } from '../insight/books';

const text = fc.oneof(fc.constantFrom('', '造林', '“双引号”', ' '), fc.string({ maxLength: 12 }));
const day = fc.oneof(
  fc.constant('' as const),
  fc
    .date({ min: new Date('2025-06-01'), max: new Date('2027-03-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);
const id = fc.integer({ min: 1, max: 6 }).map(idOf);
const someone = fc.oneof(fc.constant(''), id);
const amount = fc.option(
  fc.oneof(fc.integer({ min: -500, max: 500 }), fc.double({ min: -1e6, max: 1e6, noNaN: true })),
);
const month = fc.constantFrom('2026-01', '2026-10', '2026-11', '2026-12');
const count = fc.option(fc.integer({ min: 0, max: 300 }));

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .record({
      name: text,
      founded: day,
      ratingEvery: fc.constantFrom('month' as const, 'quarter' as const),
      scale: fc.constantFrom('four' as const, 'five' as const, 'hundred' as const),
    })
    .map((fields) => edit('unit', 'unit', fields)),
  fc
    .tuple(
      id,
      fc.record({
        name: text,
        role: fc.constantFrom('leader' as const, 'staff' as const),
        joined: day,
        left: day,
        deleted: fc.boolean(),
      }),
    )
    .map(([person, fields]) => edit('person', person, fields)),
  fc
    .tuple(
      id,
      fc.record({
        period: fc.oneof(month, fc.constantFrom('2026', '2026-Q4', '2025-Q3', '', 'bad')),
        title: text,
        goal: text,
        due: day,
        leader: someone,
        owner: someone,
        percent: fc.integer({ min: 0, max: 100 }),
        closed: day,
      }),
    )
    .map(([task, fields]) => edit('task', task, fields)),
  fc
    .tuple(
      id,
      fc.record({
        task: someone,
        date: day,
        percent: fc.option(fc.integer({ min: 0, max: 100 })),
        problem: text,
      }),
    )
    .map(([note, fields]) => edit('progress', note, fields)),
  fc
    .tuple(
      id,
      fc.record({
        name: text,
        measure: text,
        year: fc.constantFrom(2025, 2026, 2027),
        baseline: amount,
        goal: amount,
        direction: fc.constantFrom('more' as const, 'less' as const),
        mode: fc.constantFrom('cumulative' as const, 'point' as const),
      }),
    )
    .map(([target, fields]) => edit('target', target, fields)),
  fc
    .tuple(id, month, amount)
    .map(([target, when, value]) => edit('measurement', measurementId(target, when), { value })),
  fc
    .tuple(
      id,
      fc.record({
        kind: fc.oneof(fc.constantFrom(...kinds.map((kind) => kind.id)), text),
        date: day,
        title: text,
        people: fc.array(id, { maxLength: 4 }),
        expected: count,
        attended: count,
        hours: count,
        items: fc.array(fc.constantFrom(...checkItems.map((item) => item.id), 'X9'), {
          maxLength: 3,
        }),
      }),
    )
    .map(([activity, fields]) => edit('activity', activity, fields)),
  fc
    .tuple(
      fc.constantFrom(...checkItems.map((item) => item.id)),
      fc.constantFrom(
        '2026-11',
        '2026',
        '2026-Q4',
        '2026-H2',
        '2026#2',
        '2026-11-03',
        '2026-02-30',
      ),
      fc.record({
        state: fc.constantFrom('open' as const, 'done' as const, 'not-applicable' as const),
        date: day,
        note: text,
      }),
    )
    .map(([item, key, fields]) => edit('mark', markId(item, key), fields)),
  fc
    .tuple(
      id,
      month,
      fc.constantFrom(...ratableRows.map((row) => row.id)),
      fc.option(fc.integer({ min: 0, max: 100 })),
      text,
    )
    .map(([person, when, row, score, notApplicable]) =>
      edit('rating', ratingId(person, when, row), { score, notApplicable }),
    ),
  fc
    .tuple(id, month)
    .map(([person, when]) => edit('sheet', sheetId(person, when), { status: 'submitted' })),
  fc
    .tuple(fc.constantFrom('tasks', 'mechanisms.M1', 'empty', 'problems.none'), text)
    .map(([section, written]) =>
      edit('passage', passageId('monthly', '2026-11', section), { text: written }),
    ),
);

const calendar = standardCalendar();

describe('whatever the books hold', () => {
  it('the summary is a valid document and never speaks of undefined things', () => {
    fc.assert(
      fc.property(
        fc.array(edits, { maxLength: 60 }),
        month,
        day.filter((one) => one !== ''),
        fc.constantFrom('zh' as const, 'en' as const),
        (list, when, today, language) => {
          for (const change of list) expect(misfitsOf(change)).toEqual([]);
          const state = booksOf(...list);
          const document = monthlySummary(state, { month: when, today, calendar, language });
          expect(documentSchema.safeParse(document).error).toBeUndefined();
          // Random titles never hold these words.
          const plain = documentText(document);
          expect(plain).not.toMatch(/undefined|NaN|Infinity|\[object/);
          preflight(state, { month: when, today, calendar });
          dutiesOf(state, { month: when, today, calendar });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('the counts of the text are those of the attached tables', () => {
    fc.assert(
      fc.property(fc.array(edits, { minLength: 10, maxLength: 60 }), month, (list, when) => {
        const options = { month: when, today: '2026-11-23', calendar, ignorePassages: true };
        const { blocks } = monthlySummary(booksOf(...list), options);
        const textOf = (section: string) =>
          blocks.find((block) => block.type === 'paragraph' && block.section === section);
        const rowsOf = (column: string) =>
          blocks.flatMap((block) =>
            block.type === 'table' && block.columns.some(({ title }) => title === column)
              ? block.rows.map((row) => row.at(-1))
              : [],
          );
        const tasks = textOf('tasks');
        if (tasks?.type === 'paragraph' && tasks.text.includes('本月共有任务')) {
          const states = rowsOf('进度');
          const closed = states.filter((state) => state === '已办结' || state === '超期办结');
          expect(tasks.text).toContain(`本月共有任务${states.length}项`);
          expect(tasks.text).toMatch(
            closed.length > 0 ? `已办结${closed.length}项` : /均(?:逾期)?未办结/,
          );
        }
        const targets = textOf('targets');
        if (targets?.type === 'paragraph' && /项目标[中全]/.test(targets.text)) {
          const states = rowsOf('完成率');
          const count = (state: string) => states.filter((one) => one === state).length;
          expect(targets.text).toContain(`${states.length}项目标`);
          for (const state of ['滞后', '逾期']) {
            const said =
              count(state) === states.length ? `全部${state}` : `${count(state)}项${state}`;
            if (count(state) > 0) expect(targets.text).toContain(said);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('the same books give the same document, whatever the order of unrelated changes', () => {
    const byRecord = (list: readonly Edit[]) =>
      new Map(list.map((change) => [`${change.collection}/${change.id}`, change]));
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 40 }), (list) => {
        const once = [...byRecord(list).values()];
        const options = { month: '2026-11', today: '2026-11-23', calendar };
        const one = documentText(monthlySummary(booksOf(...once), options));
        const other = documentText(monthlySummary(booksOf(...once.reverse()), options));
        expect(other).toBe(one);
      }),
      { numRuns: 100 },
    );
  });
});
