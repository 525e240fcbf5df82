import { type Field, type FieldValue, isEmpty, textOf, type Wording } from '../kinds/field';
import type { PeopleIndex } from '../reading/people-index';
import { type BookColumn, type Cell, longestCell } from './book';

/** How values are put into cells. */
export interface Writing {
  readonly wording: Wording;
  readonly people: PeopleIndex;
}

/** Wording of sheets: people by a name that finds them again. */
export const sheetWording = ({ wording, people }: Writing): Wording => ({
  ...wording,
  personName: (id) => people.label(id),
});

const cut = (text: string): string =>
  text.length > longestCell ? text.slice(0, longestCell) : text;

/** A value as a cell: real numbers and days, all else in words. */
export function cellOf(field: Field, value: FieldValue, writing: Writing): Cell {
  if (isEmpty(value)) return null;
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && field.control.type === 'day') return { day: value };
  return cut(textOf(field, value, sheetWording(writing)));
}

/** The column of a field. */
export function columnOf(
  field: Field,
  writing: Writing,
  departments: readonly string[],
): BookColumn {
  const { control, label, width, required } = field;
  const { language } = writing.wording;
  const choices =
    control.type === 'choice'
      ? control.options.map(({ text }) => text[language])
      : control.type === 'flag'
        ? [language === 'zh' ? '是' : 'Yes', language === 'zh' ? '否' : 'No']
        : control.type === 'department'
          ? departments
          : [];
  const unit = control.type === 'number' ? control.unit?.[language] : undefined;
  return {
    title: label[language],
    // A rem is about two characters wide.
    width: Math.min(60, Math.max(8, (width ?? (control.type === 'prose' ? 20 : 12)) * 1.6)),
    format: control.type === 'number' ? 'number' : control.type === 'day' ? 'day' : 'text',
    ...(choices.length > 0 && { choices: [...choices] }),
    ...(unit !== undefined && { suffix: unit }),
    ...(required && { isRequired: true }),
  };
}
