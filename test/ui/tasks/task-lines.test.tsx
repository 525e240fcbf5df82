import fc from 'fast-check';
import { expect, it } from 'vitest';
import { taskLines } from '../../../renderer/pages/tasks/task-lines';
import { edit } from '../../../shared/changes/records';
import { emptyState } from '../../../shared/changes/state';
import { booksOf, idOf, put } from '../../unit/insight/books';

const today = '2026-11-23';

const number = fc.integer({ min: 1, max: 4 });
const parent = fc.option(number, { nil: undefined }).map((of) => (of ? idOf(of) : ''));
const percent = fc.integer({ min: 0, max: 100 });
const day = fc.constantFrom('', '2026-11-10', '2026-11-25', '2026-12-31');

/** What people do to tasks and to what is said of them, in any order. */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .record({
        number,
        parent,
        percent,
        due: day,
        issued: fc.constantFrom('', '2026-01-05'),
        closed: fc.constantFrom('', '2026-11-01'),
        period: fc.constantFrom('2026', '2026-Q4', '2026-11'),
        order: number,
        deleted: fc.constantFrom(false, false, false, true),
      })
      .map(({ number: task, ...fields }) => edit('task', idOf(task), fields)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(number, number, percent)
      .map(([note, task, share]) =>
        edit('progress', idOf(10 + note), { task: idOf(task), percent: share, date: '2026-11-02' }),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(number, number)
      .map(([one, task]) =>
        edit('followUp', idOf(20 + one), { task: idOf(task), kind: 'urge', date: '2026-11-02' }),
      ),
  },
  {
    weight: 1,
    arbitrary: percent.map((points) => edit('unit', 'unit', { taskBehindPoints: points })),
  },
);

it('what is kept of tasks is what would be worked out anew, whatever changes', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 8, maxLength: 20 }), (steps) => {
      const kept = emptyState();
      steps.forEach((one, at) => {
        put(kept, one);
        const anew = booksOf(...steps.slice(0, at + 1));
        for (const scope of ['year', 'month'] as const) {
          const wanted = { scope, month: '2026-11', today };
          expect(taskLines(kept, wanted)).toEqual(taskLines(anew, wanted));
          expect(taskLines(kept, wanted)).toBe(taskLines(kept, wanted));
        }
      });
    }),
  );
});
