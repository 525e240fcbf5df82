import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edit, listOf, recordOrDefault } from '../../../shared/changes/records';
import { idsBelow } from '../../../shared/insight/task-index';
import { percentOn, rolledUpOn } from '../../../shared/insight/task-progress';
import { taskTree } from '../../../shared/insight/task-tree';
import type { FieldsOf } from '../../../shared/model/collections';
import { booksOf, idOf } from './books';

const today = '2026-11-15';
const above = idOf(1);

/** A year task above the parts given, numbered from 2 on. */
const wholeOf = (...parts: readonly FieldsOf<'task'>[]) =>
  booksOf(
    edit('task', above, { period: '2026' }),
    ...parts.map((fields, place) => edit('task', idOf(place + 2), { parent: above, ...fields })),
  );

describe('progress of a task by its parts', () => {
  it.each([
    { parts: [], percent: undefined },
    { parts: [{ percent: 40 }], percent: 40 },
    { parts: [{ percent: 40 }, { percent: 85 }], percent: 62.5 },
    // Closed is complete, whatever was last reported; closed tomorrow is not yet.
    { parts: [{ percent: 40 }, { percent: 20, closed: '2026-11-15' }], percent: 70 },
    { parts: [{ percent: 40 }, { percent: 20, closed: '2026-11-16' }], percent: 30 },
    // What nobody has begun or issued is part of the whole all the same.
    { parts: [{ percent: 90, issued: '2026-01-05' }, {}, {}], percent: 30 },
    // Deleted ones are not.
    { parts: [{ percent: 90 }, { percent: 10, deleted: true }], percent: 90 },
    // A part counts by its own parts, not by what was said of it, until it is closed.
    { parts: [{ percent: 90 }, { percent: 10, parent: idOf(2) }], percent: 10 },
    {
      parts: [
        { percent: 90, closed: '2026-11-01' },
        { percent: 10, parent: idOf(2) },
      ],
      percent: 100,
    },
  ] satisfies { parts: FieldsOf<'task'>[]; percent: number | undefined }[])(
    '$parts: $percent',
    ({ parts, percent }) => {
      expect(rolledUpOn(wholeOf(...parts), above, today)?.percent).toBe(percent);
    },
  );

  it('stands in where nothing was said of the task itself, and not where something was', () => {
    const books = wholeOf({ percent: 60 });
    expect(percentOn(books, recordOrDefault(books, 'task', above), today)).toBe(60);
    const said = booksOf(
      edit('task', above, { period: '2026', percent: 20 }),
      edit('task', idOf(2), { parent: above, percent: 60 }),
    );
    expect(percentOn(said, recordOrDefault(said, 'task', above), today)).toBe(20);
    expect(rolledUpOn(said, above, today)).toEqual({ percent: 60, parts: 1 });
  });

  it('follows the day and the notes that are added', () => {
    const note = (number: number, date: string, percent: number) =>
      edit('progress', idOf(number), { task: idOf(2), date, percent });
    const part = edit('task', idOf(2), { parent: above });
    const books = booksOf(part, note(11, '2026-11-10', 30), note(12, '2026-11-20', 80));
    expect(rolledUpOn(books, above, '2026-11-10')?.percent).toBe(30);
    expect(rolledUpOn(books, above, '2026-11-20')?.percent).toBe(80);
    expect(rolledUpOn(books, above, '2026-11-09')?.percent).toBe(0);
  });
});

/** Any tree or tangle of up to 12 tasks, circles included, as two PCs can make by merging. */
const tangles = fc
  .array(
    fc.record({
      parent: fc.nat(12),
      percent: fc.nat(100),
      closed: fc.constantFrom<'' | '2026-11-01'>('', '2026-11-01'),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((tasks) =>
    tasks.map(({ parent, ...fields }, place) => ({
      id: idOf(place + 1),
      fields: { period: '2026', parent: parent === 0 ? '' : idOf(parent), ...fields },
    })),
  );

const booksOfTangle = (
  tasks: readonly { readonly id: string; readonly fields: FieldsOf<'task'> }[],
) => booksOf(...tasks.map(({ id, fields }) => edit('task', id, fields)));

describe('whatever stands below whatever', () => {
  it('the tree holds each task once, below the one above it', () => {
    fc.assert(
      fc.property(tangles, (tasks) => {
        const lines = taskTree(listOf(booksOfTangle(tasks), 'task'));
        expect(lines.map(({ task }) => task.id).sort()).toEqual(tasks.map(({ id }) => id).sort());
        lines.forEach(({ task, depth }, place) => {
          if (depth === 0) return;
          const over = lines.slice(0, place).findLast((line) => line.depth === depth - 1);
          expect(over?.task.id).toBe(task.parent);
        });
      }),
    );
  });

  it('progress by parts is within 0 … 100, and nothing is below itself', () => {
    fc.assert(
      fc.property(tangles, (tasks) => {
        const books = booksOfTangle(tasks);
        for (const { id } of tasks) {
          const { percent = 0 } = rolledUpOn(books, id, today) ?? {};
          expect(percent).toBeGreaterThanOrEqual(0);
          expect(percent).toBeLessThanOrEqual(100);
          expect(idsBelow(books, id).has(id)).toBe(false);
        }
      }),
    );
  });

  it('it never falls when a part comes further or is closed', () => {
    fc.assert(
      fc.property(tangles, fc.nat(11), fc.nat(100), fc.boolean(), (tasks, at, more, isClosing) => {
        const moved = tasks.map(({ id, fields }, place) => ({
          id,
          fields:
            place !== at
              ? fields
              : isClosing
                ? { ...fields, closed: '2026-11-01' as const }
                : { ...fields, percent: Math.max(fields.percent, more) },
        }));
        const [before, after] = [booksOfTangle(tasks), booksOfTangle(moved)];
        for (const { id } of tasks) {
          const percent = rolledUpOn(before, id, today)?.percent ?? 0;
          expect(rolledUpOn(after, id, today)?.percent ?? 0).toBeGreaterThanOrEqual(percent - 1e-9);
        }
      }),
    );
  });

  it('a chain of 20,000 is no deeper than the machine can go', () => {
    const books = booksOf(
      ...Array.from({ length: 20_000 }, (_, place) =>
        edit('task', idOf(place + 1), {
          period: '2026',
          parent: place === 0 ? '' : idOf(place),
          percent: place === 19_999 ? 40 : 0,
        }),
      ),
    );
    expect(rolledUpOn(books, above, today)?.percent).toBe(40);
    expect(taskTree(listOf(books, 'task'))).toHaveLength(20_000);
    expect(idsBelow(books, above).size).toBe(19_999);
  });
});
