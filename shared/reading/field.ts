import type { Period } from '../calendar/period';
import type { Bilingual } from '../catalogue/row';
import type { Field, FieldValue } from '../kinds/field';
import { problemOf } from '../kinds/field';
import { type Cell, cellText, isBlank } from './cell';
import { readDay } from './day';
import { readDeadline } from './deadline';
import { inPercent, type PercentColumn, readNumber } from './number';
import { type Named, nameKey, type PeopleIndex } from './people-index';
import { readPeriod } from './period';
import { keptText, plainText, saysNothing } from './plain-text';
import { type Reading, read, unread as wrong } from './reading';

/** A name that cannot be told for certain, with those it may mean. */
export interface OpenName {
  readonly typed: string;
  readonly candidates: readonly Named[];
  readonly why: 'same-name' | 'similar' | 'unknown';
}

/** What is needed to read cells. */
export interface ReadingContext {
  /** Year of days that state none. */
  readonly year: number;
  /** The period that the record belongs to, where it is known; gives words such as 月底 a month. */
  readonly period?: Period | undefined;
  /** By field: how the numbers of a whole column of per cents are taken. */
  readonly percents?: ReadonlyMap<string, PercentColumn>;
  readonly people: PeopleIndex;
  /** Ids of sections by their name. */
  readonly departments: ReadonlyMap<string, string>;
  /** Hears of every name that cannot be told. */
  readonly openName?: (name: OpenName) => void;
  /** Makes a section that is not known and gives its id; undefined where that is not done. */
  readonly newDepartment?: (name: string) => string;
}

const yes = /^(是|√|✓|✔|☑|对|有|y|yes|true|1|中共党员|党员|预备党员|中共预备党员)$/i;
const no =
  /^(否|×|✗|✘|x|不是|无|没有|n|no|false|0|群众|共青团员|团员|民主党派|无党派人士?|非党员)$/i;

function readFlag(cell: Cell): Reading<boolean> {
  if (typeof cell === 'boolean') return { ok: true, value: cell };
  const text = plainText(cellText(cell));
  if (yes.test(text)) return { ok: true, value: true };
  if (no.test(text) || saysNothing(text)) return { ok: true, value: false };
  return wrong(`“${text}”不是“是”或“否”。`, `"${text}" is neither yes nor no.`);
}

const nameReasons = {
  'same-name': (name: string): Bilingual => ({
    zh: `有几位“${name}”，请在上方选定是哪一位。`,
    en: `Several people are called "${name}"; choose above.`,
  }),
  similar: (name: string): Bilingual => ({
    zh: `名册中没有“${name}”，有读音相同的人，请在上方选定。`,
    en: `"${name}" is not known; somebody's name sounds the same: choose above.`,
  }),
  unknown: (name: string): Bilingual => ({
    zh: `名册中没有“${name}”。`,
    en: `"${name}" is not known.`,
  }),
};

function readPeople(text: string, { people, openName }: ReadingContext): Reading<string[]> {
  const ids: string[] = [];
  let reason: Bilingual | undefined;
  for (const { typed, found } of people.findAll(text)) {
    if ('id' in found) {
      if (found.id !== '' && !ids.includes(found.id)) ids.push(found.id);
    } else {
      openName?.({ typed, ...found });
      reason ??= nameReasons[found.why](typed);
    }
  }
  return reason ? { ok: false, reason } : { ok: true, value: ids };
}

function readPerson(text: string, context: ReadingContext): Reading<string> {
  const found = context.people.find(text);
  if ('id' in found) return { ok: true, value: found.id };
  const typed = nameKey(text);
  context.openName?.({ typed, ...found });
  return { ok: false, reason: nameReasons[found.why](typed) };
}

function readDepartment(text: string, context: ReadingContext): Reading<string> {
  const name = plainText(text);
  const id = context.departments.get(name) ?? context.newDepartment?.(name);
  if (id !== undefined) return { ok: true, value: id };
  return wrong(`没有“${name}”这个科室。`, `There is no section "${name}".`);
}

/** `李　芳` as 李芳: offices space names of two characters out to the width of three. */
const unspaced = (name: string): string =>
  /^\p{Script=Han}{1,2}[\s\u3000]+\p{Script=Han}{1,2}$/u.test(name)
    ? name.replace(/[\s\u3000]+/g, '')
    : name;

/** Letters, digits and han characters alone: how an option is compared. */
const optionKey = (text: string): string =>
  plainText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

function readChoice(field: Field, text: string): Reading<string> {
  if (field.control.type !== 'choice') return { ok: true, value: '' };
  const { options } = field.control;
  const key = optionKey(text);
  const option =
    options.find(({ text: { zh, en } }) => [zh, en].map(optionKey).includes(key)) ??
    options.find(({ value }) => value === text);
  if (option) return { ok: true, value: option.value };
  const words = options.map(({ text: { zh } }) => zh).join('、');
  return wrong(`“${text}”不在选项中：${words}。`, `"${text}" is none of: ${words}.`);
}

/**
 * What a text says for a field. What it says besides, that other fields keep, stands in `also` by
 * their keys: the words of a deadline, those who take part where the field holds one.
 */
export type FieldReading = Reading<FieldValue> & {
  readonly also?: Readonly<Record<string, FieldValue>>;
};

type DayControl = Extract<Field['control'], { type: 'day' }>;

function readDue(
  { words, every }: NonNullable<DayControl['deadline']>,
  cell: Cell,
  { year, period }: ReadingContext,
): FieldReading {
  const reading = readDeadline(cell, { year, period });
  if (!reading.ok) return reading;
  const { value, remark } = reading;
  const also: Record<string, FieldValue> = {};
  // Words of an earlier deadline do not stay beside a new one.
  if (words !== undefined) also[words] = value.words;
  const isReported = value.every === 'week' || value.every === 'month';
  if (every !== undefined && isReported && value.every) also[every] = value.every;
  return { ...read(value.due, remark), also };
}

function readRaw(field: Field, cell: Cell, context: ReadingContext): FieldReading {
  const text = keptText(cellText(cell));
  switch (field.control.type) {
    case 'line': {
      if (field.key === 'period') return readPeriod(cell, context.year);
      const line = text.replace(/\s*\n\s*/g, ' ');
      return { ok: true, value: field.key === 'name' ? unspaced(line) : line };
    }
    case 'prose':
      return { ok: true, value: text };
    case 'day':
      return field.control.deadline
        ? readDue(field.control.deadline, cell, context)
        : readDay(cell, context.year);
    case 'number': {
      const column = context.percents?.get(field.key);
      if (typeof cell === 'number' && column) return read(inPercent(cell, column), column.remark);
      return readNumber(cell, { unit: field.control.unit?.zh });
    }
    case 'flag':
      return readFlag(cell);
    case 'choice':
      return saysNothing(text) ? { ok: true, value: '' } : readChoice(field, text);
    case 'person':
      return saysNothing(text) ? { ok: true, value: '' } : readPerson(text, context);
    case 'people':
      return saysNothing(text) ? { ok: true, value: [] } : readPeople(text, context);
    case 'department':
      return saysNothing(text) ? { ok: true, value: '' } : readDepartment(text, context);
  }
}

/** What a text says for a field, or why it cannot be kept. */
export function readField(field: Field, cell: Cell, context: ReadingContext): FieldReading {
  if (typeof cell === 'object' && cell !== null && 'error' in cell) {
    return wrong(
      `这一格是公式错误（${cell.error}），请改成具体内容。`,
      `This cell is the error ${cell.error}; write what it should say.`,
    );
  }
  const reading = readRaw(field, isBlank(cell) ? null : cell, context);
  if (!reading.ok) return reading;
  const problem = problemOf(field, reading.value);
  return problem ? { ok: false, reason: problem.sentence } : reading;
}
