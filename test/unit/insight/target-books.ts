import { edit, recordOrDefault } from '../../../shared/changes/records';
import { targetFulfilment } from '../../../shared/insight/target-fulfilment';
import { targetRun } from '../../../shared/insight/target-run';
import type { FieldsOf } from '../../../shared/model/collections';
import { measurementId } from '../../../shared/model/target';
import { booksOf, idOf } from './books';

/** A target of 2026 with what was entered for its months, January first; null = nothing. */
export function targetOf(
  fields: FieldsOf<'target'>,
  values: readonly (number | null)[],
  today = '2026-11-23',
) {
  const id = idOf(7);
  const books = booksOf(
    edit('target', id, { name: '造林', year: 2026, ...fields }),
    ...values.flatMap((value, index) =>
      value === null
        ? []
        : [
            edit('measurement', measurementId(id, `2026-${String(index + 1).padStart(2, '0')}`), {
              value,
            }),
          ],
    ),
  );
  const record = recordOrDefault(books, 'target', id);
  return {
    run: targetRun(books, record, today),
    at: (month?: string) => targetFulfilment(books, record, { today, ...(month && { month }) }),
  };
}

/** Twelve months that are all alike. */
export const months = <T>(value: T, count = 12): T[] => Array.from({ length: count }, () => value);
