import { type Field, fieldValue } from '../kinds/field';
import type { Book } from './book';
import { idHeading } from './headings';
import type { SheetList } from './list';
import { cellOf, columnOf, type Writing } from './write-cell';

/** What is put into a sheet. */
export interface ListBook {
  readonly list: SheetList;
  readonly records: readonly (Readonly<Record<string, unknown>> & { readonly id: string })[];
  readonly unitName: string;
  /** Day of the sheet, in words. */
  readonly dayText: string;
  readonly departments: readonly string[];
  readonly writing: Writing;
  /** Empty rows to fill in; a sheet of records has none. */
  readonly emptyRows?: number;
}

const answers = (field: Field, zh: boolean): string => {
  const { control } = field;
  switch (control.type) {
    case 'choice':
      return control.options.map(({ text }) => text[zh ? 'zh' : 'en']).join(zh ? '、' : ', ');
    case 'day':
      return zh ? '日期，如 2026-3-5' : 'a day, such as 2026-3-5';
    case 'number':
      return zh
        ? `${control.min} 到 ${control.max} 的${control.whole ? '整数' : '数'}`
        : `${control.whole ? 'a whole number' : 'a number'} from ${control.min} to ${control.max}`;
    case 'flag':
      return zh ? '是、否' : 'yes, no';
    case 'person':
      return zh ? '姓名；同名的写成 王伟（办公室）' : 'a name; of two alike: Name (section)';
    case 'people':
      return zh ? '姓名，用顿号隔开' : 'names, separated by commas';
    case 'department':
      return zh ? '科室名称' : 'name of a section';
    default:
      return zh ? '文字' : 'text';
  }
};

const guideOf = (list: SheetList, zh: boolean): string[][] => [
  zh ? ['列', '必填', '怎样填'] : ['Column', 'Required', 'What it takes'],
  ...list.fields.map((field) => [
    field.label[zh ? 'zh' : 'en'],
    field.required ? (zh ? '是' : 'yes') : '',
    field.hint?.[zh ? 'zh' : 'en'] ?? answers(field, zh),
  ]),
];

/**
 * A list as a workbook that can be edited and read back: every field a column, real dates and
 * numbers, and the records' ids in a hidden column.
 */
export function listBook(made: ListBook): Book {
  const { list, records, unitName, dayText, departments, writing, emptyRows = 0 } = made;
  const { language } = writing.wording;
  const zh = language === 'zh';
  const name = list.name[language];
  const isTemplate = emptyRows > 0;
  return {
    title: zh ? `${unitName}${name}${isTemplate ? '（填写表）' : ''}` : `${unitName}: ${name}`,
    note: isTemplate
      ? zh
        ? '带 * 的列必填；填好后在头雁中从 Excel 导入。不得填写国家秘密。'
        : 'Columns with * are required. Import the filled-in file in Touyan. No state secrets.'
      : zh
        ? `${dayText}导出，共 ${records.length} 条。改好后可导入头雁，隐藏列请勿改动。`
        : `Exported on ${dayText}: ${records.length} records. Edit and import again; leave the hidden column alone.`,
    columns: [
      ...list.fields.map((field) => columnOf(field, writing, departments)),
      { title: idHeading[language], width: 10, format: 'text', isHidden: true },
    ],
    rows: records.map((record) => [
      ...list.fields.map((field) => cellOf(field, fieldValue(record, field), writing)),
      record.id,
    ]),
    guide: guideOf(list, zh),
    emptyRows,
    language,
  };
}
