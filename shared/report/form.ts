import { dayText } from '../calendar/day-text';
import type { Bilingual } from '../catalogue/row';
import { recordOf } from '../changes/records';
import type { State } from '../changes/state';
import { nameOf } from '../insight/people';
import { type Field, fieldValue, textOf, type Wording } from '../kinds/field';
import type { RecordOf } from '../model/collections';
import type { Column, Drafter, Language } from './drafter';

const untitled: Bilingual = { zh: '', en: '' };

/** Columns of a form: what is asked, and the answer; 156 mm. */
const formColumns: readonly Column[] = [
  { title: untitled, width: 28, align: 'center' },
  { title: untitled, width: 128, align: 'left' },
];

/** A form (表): one row an item; what is not known is left blank to be written in by hand. */
export function putForm(draft: Drafter, rows: readonly (readonly [Bilingual, string])[]): void {
  draft.table(
    untitled,
    formColumns,
    rows.map(([label, answer]) => [draft.say(label), answer]),
  );
}

/** The row of a form that says where somebody serves. */
export const unitAndPost = (
  unit: Pick<RecordOf<'unit'>, 'name'>,
  person: Pick<RecordOf<'person'>, 'post'>,
  language: Language,
): readonly [Bilingual, string] => [
  { zh: '单位职务', en: 'Unit and post' },
  [unit.name.trim(), person.post.trim()].filter(Boolean).join(language === 'zh' ? '　' : ', '),
];

/** How values of records read on paper. */
export const paperWording = (state: State, language: Language): Wording => ({
  language,
  personName: (id) => nameOf(state, id),
  departmentName: (id) => recordOf(state, 'department', id)?.name ?? '',
  // Fields of the type day hold days alone; others read as nothing.
  dayText: (day) => dayText(day as Parameters<typeof dayText>[0], language),
});

/** What a record holds in a field, as it reads on paper. */
export const answerOf = (
  record: Readonly<Record<string, unknown>>,
  field: Field,
  wording: Wording,
): string => textOf(field, fieldValue(record, field), wording).trim();
