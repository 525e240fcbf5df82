import { defaultsOf, type Misfit } from '../model/collections';
import { schemaOf } from './field';
import { fieldOf } from './kinds';

/**
 * The fields of an activity that neither the model nor any kind declares, or that hold what their
 * declaration does not allow. An empty list means that the change fits.
 */
export function kindMisfitsOf(change: {
  readonly collection: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}): Misfit[] {
  const { collection, id, fields } = change;
  if (collection !== 'activity') return [];
  return Object.entries(fields).flatMap(([field, value]): Misfit[] => {
    if (value === null || Object.hasOwn(defaultsOf('activity'), field)) return [];
    const declared = fieldOf(field);
    if (!declared) return [{ collection, id, field, reason: 'unknown-field' }];
    if (schemaOf(declared).safeParse(value).success) return [];
    return [{ collection, id, field, reason: 'bad-value' }];
  });
}
