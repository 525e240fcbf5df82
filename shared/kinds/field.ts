import * as z from 'zod';
import type { Bilingual } from '../catalogue/row';

/** One answer of a choice: what is stored and how it reads. */
export interface Option {
  readonly value: string;
  readonly text: Bilingual;
}

/** How a field is asked for; what it stores follows from it. */
export type Control =
  /** One line of text. */
  | { readonly type: 'line' }
  /** Running text. */
  | { readonly type: 'prose' }
  /**
   * A calendar day. A deadline may be written in words: what no day says is kept in the field
   * `words`, how often it falls due in `every`.
   */
  | {
      readonly type: 'day';
      readonly deadline?: { readonly words?: string; readonly every?: string };
    }
  /** `min` … `max`, both inclusive; `unit` is printed behind it. */
  | {
      readonly type: 'number';
      readonly min: number;
      readonly max: number;
      readonly whole?: boolean;
      readonly unit?: Bilingual;
      /** The field that keeps words written for the number: 推进中. */
      readonly words?: string;
    }
  | { readonly type: 'flag' }
  | { readonly type: 'choice'; readonly options: readonly Option[] }
  /**
   * A member of the team or the staff, by id. Where several are written the first leads, and `rest` is
   * the field of text that keeps the others.
   */
  | { readonly type: 'person'; readonly rest?: string }
  /** Several people, by id; `asides` is the field that keeps what stands in brackets behind a name. */
  | { readonly type: 'people'; readonly asides?: string }
  /** A section of the unit, by id; of several the first leads, `rest` keeps the others. */
  | { readonly type: 'department'; readonly rest?: string };

/** A field of a register, declared once: screen, form, print and sheets follow from it. */
export interface Field {
  /** Name of the field in the record. The same name is the same field in every kind. */
  readonly key: string;
  readonly label: Bilingual;
  readonly control: Control;
  readonly hint?: Bilingual;
  /** The record cannot be kept without it. */
  readonly required?: boolean;
  /** Width of its column in rem. */
  readonly width?: number;
}

/** What a field holds; null while it is empty. */
export type FieldValue = string | number | boolean | readonly string[] | null;

/** Longest line and longest text, and most people named in one record, as in the model. */
const longestLine = 500;
const longestProse = 100_000;
const mostPeople = 2_000;

const id = z.string().max(200);

function schemaOfControl(control: Control): z.ZodType<FieldValue> {
  switch (control.type) {
    case 'line':
      return z.string().max(longestLine);
    case 'prose':
      return z.string().max(longestProse);
    case 'day':
      return z.union([z.literal(''), z.iso.date()]);
    case 'number': {
      const number = z.number().min(control.min).max(control.max);
      return (control.whole ? number.int() : number).nullable();
    }
    case 'flag':
      return z.boolean();
    case 'choice':
      return z.enum(['', ...control.options.map(({ value }) => value)]);
    case 'person':
    case 'department':
      return id;
    case 'people':
      return z.array(id).max(mostPeople).readonly();
  }
}

const schemas = new WeakMap<Field, z.ZodType<FieldValue>>();

/** What a value of the field has to be, empty ones included. */
export function schemaOf(field: Field): z.ZodType<FieldValue> {
  let schema = schemas.get(field);
  if (!schema) {
    schema = schemaOfControl(field.control);
    schemas.set(field, schema);
  }
  return schema;
}

/** The value of a field that was never filled in. */
export function emptyValue({ control }: Field): FieldValue {
  switch (control.type) {
    case 'number':
      return null;
    case 'flag':
      return false;
    case 'people':
      return [];
    default:
      return '';
  }
}

/** Whether a value says nothing. A flag always says something. */
export function isEmpty(value: FieldValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/**
 * What a record holds in a field. A value that the field cannot hold, as a newer app may have
 * written, reads as empty; the record keeps it.
 */
export function fieldValue(record: Readonly<Record<string, unknown>>, field: Field): FieldValue {
  const value = record[field.key];
  if (value === undefined || value === null) return emptyValue(field);
  return schemaOf(field).safeParse(value).data ?? emptyValue(field);
}

/** What is needed to put a value in words. */
export interface Wording {
  readonly language: 'zh' | 'en';
  readonly personName: (id: string) => string;
  readonly departmentName: (id: string) => string;
  /** A day as the language writes it. */
  readonly dayText: (day: string) => string;
}

const flagTexts = { true: { zh: '是', en: 'Yes' }, false: { zh: '否', en: 'No' } } as const;

/** A value as it reads in a table, on paper and in a sheet; empty where there is none. */
export function textOf(field: Field, value: FieldValue, wording: Wording): string {
  if (isEmpty(value)) return '';
  const { control } = field;
  const { language } = wording;
  if (typeof value === 'boolean') return flagTexts[value ? 'true' : 'false'][language];
  if (typeof value === 'number') {
    const unit = control.type === 'number' ? control.unit?.[language] : undefined;
    return unit === undefined ? String(value) : `${value} ${unit}`;
  }
  if (typeof value !== 'string') {
    const names = (value ?? []).map(wording.personName).filter((name) => name !== '');
    return names.join(language === 'zh' ? '、' : ', ');
  }
  switch (control.type) {
    case 'choice':
      return control.options.find((option) => option.value === value)?.text[language] ?? value;
    case 'day':
      return wording.dayText(value);
    case 'person':
      return wording.personName(value);
    case 'department':
      return wording.departmentName(value);
    default:
      return value;
  }
}

/** What a column is sorted by: numbers and days by their size, all else by how it reads. */
export function sortKey(field: Field, value: FieldValue, wording: Wording): string | number {
  if (typeof value === 'number') return value;
  if (field.control.type === 'day') return typeof value === 'string' ? value : '';
  if (field.control.type === 'number') return Number.NEGATIVE_INFINITY;
  if (field.control.type === 'choice') {
    return field.control.options.findIndex((option) => option.value === value);
  }
  return textOf(field, value, wording);
}

/** Why a record cannot be kept as it is filled in. */
export interface FieldProblem {
  readonly field: Field;
  readonly sentence: Bilingual;
}

function complaint({ label, control }: Field): Bilingual {
  const zh = label.zh;
  const en = label.en;
  switch (control.type) {
    case 'number': {
      const whole = control.whole
        ? { zh: '整数', en: 'a whole number' }
        : { zh: '数', en: 'a number' };
      return {
        zh: `“${zh}”应填 ${control.min} 到 ${control.max} 的${whole.zh}。`,
        en: `"${en}" takes ${whole.en} from ${control.min} to ${control.max}.`,
      };
    }
    case 'day':
      return { zh: `“${zh}”不是一个日期。`, en: `"${en}" is not a day.` };
    case 'choice':
      return { zh: `请从“${zh}”的选项中选一个。`, en: `Choose one of the options of "${en}".` };
    case 'people':
      return {
        zh: `“${zh}”最多可选 ${mostPeople} 人。`,
        en: `"${en}" takes at most ${mostPeople} people.`,
      };
    default:
      return { zh: `“${zh}”太长，请缩短。`, en: `"${en}" is too long; please shorten it.` };
  }
}

/** What is wrong with a filled-in value; undefined where it can be kept. */
export function problemOf(field: Field, value: FieldValue): FieldProblem | undefined {
  if (field.required && isEmpty(value)) {
    const { zh, en } = field.label;
    return { field, sentence: { zh: `请填写“${zh}”。`, en: `Please fill in "${en}".` } };
  }
  return schemaOf(field).safeParse(value).success
    ? undefined
    : { field, sentence: complaint(field) };
}
