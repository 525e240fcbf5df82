import type { Bilingual } from '../catalogue/row';
import {
  emptyValue,
  type Field,
  type FieldProblem,
  type FieldValue,
  fieldValue,
  isEmpty,
  problemOf,
  textOf,
  type Wording,
} from './field';
import type { Kind } from './kind';

type Values = Readonly<Record<string, unknown>>;

/** Controls that are too long for a column unless a kind asks for them. */
const longControls: readonly string[] = ['prose', 'people'];

/** Most columns that a table shows before the user chooses. */
const mostColumns = 7;

/** The columns a table of the kind shows at first, in order. */
export function columnsOf(kind: Kind): readonly Field[] {
  if (kind.columns) {
    return kind.columns.flatMap((key) => kind.fields.find((field) => field.key === key) ?? []);
  }
  return kind.fields
    .filter(({ control }) => !longControls.includes(control.type))
    .slice(0, mostColumns);
}

/** The fields by which a table of the kind can be narrowed: choices, people and sections. */
export function filtersOf(kind: Kind): readonly Field[] {
  return kind.fields.filter(({ control }) =>
    ['choice', 'person', 'department'].includes(control.type),
  );
}

/** Name of a record: its title, else what its kind names it by, else the kind itself. */
export function titleOf(kind: Kind, record: Values, wording: Wording): string {
  const title = record.title;
  if (typeof title === 'string' && title !== '') return title;
  const parts = (kind.titleFrom ?? []).flatMap((key) => {
    const field = kind.fields.find((one) => one.key === key);
    const text = field ? textOf(field, fieldValue(record, field), wording) : '';
    return text === '' ? [] : [text];
  });
  return parts.length > 0 ? parts.join(' · ') : kind.name[wording.language];
}

/** All that a record says, in one line, for searching. */
export function searchText(kind: Kind, record: Values, wording: Wording): string {
  return kind.fields
    .map((field) => textOf(field, fieldValue(record, field), wording))
    .filter((text) => text !== '')
    .join(' ')
    .toLowerCase();
}

/** What a form starts with: a record's values, or empty ones with those `given`. */
export function formValues(kind: Kind, record: Values = {}): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(kind.fields.map((field) => [field.key, fieldValue(record, field)]));
}

const tooManyCame: Bilingual = {
  zh: '实到多于应到，请核对。',
  en: 'More were present than expected; please check.',
};

/** Everything that keeps filled-in values from being saved, in the order of the form. */
export function problemsOf(
  kind: Kind,
  values: Readonly<Record<string, FieldValue>>,
): FieldProblem[] {
  return kind.fields.flatMap((field) => {
    const problem = problemOf(field, values[field.key] ?? emptyValue(field));
    if (problem) return [problem];
    const { expected, attended } = values;
    const areTooMany =
      field.key === 'attended' &&
      typeof expected === 'number' &&
      typeof attended === 'number' &&
      attended > expected;
    return areTooMany ? [{ field, sentence: tooManyCame }] : [];
  });
}

/**
 * The fields to write for filled-in values: texts trimmed, and null for what was emptied, so that
 * an untouched field is no change.
 */
export function fieldsToSet(
  kind: Kind,
  values: Readonly<Record<string, FieldValue>>,
): Record<string, string | number | boolean | string[] | null> {
  return Object.fromEntries(
    kind.fields.map((field) => {
      const value = values[field.key] ?? null;
      const trimmed = typeof value === 'string' ? value.trim() : value;
      if (isEmpty(trimmed) || trimmed === emptyValue(field)) return [field.key, null];
      return [field.key, typeof trimmed === 'object' && trimmed !== null ? [...trimmed] : trimmed];
    }),
  );
}
