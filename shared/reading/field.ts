import type { Period } from '../calendar/period';
import type { Bilingual } from '../catalogue/row';
import type { Field, FieldValue } from '../kinds/field';
import { problemOf } from '../kinds/field';
import { type Cell, cellText, isBlank } from './cell';
import { optionOf } from './choice-words';
import { readDay } from './day';
import { readDaySpan } from './day-span';
import { readDeadline } from './deadline';
import { keptName } from './name';
import { bareNumber, inPercent, type PercentColumn, readNumber } from './number';
import type { Named, PeopleIndex } from './people-index';
import { type NamedPiece, openKey, peopleIn } from './people-text';
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

const yes =
  /^(是|√|✓|✔|☑|对|有|y|yes|true|1|(?:中共|中国共产党)?(?:正式|预备)?党员|中共|中国共产党)$/i;
const no =
  /^(否|×|✗|✘|x|不是|无|没有|n|no|false|0|群众|普通群众|(?:共青)?团员|民主党派(?:成员)?|无党派(?:人士|民主人士)?|非党员|(?:入党)?积极分子|入党申请人|(?:党员)?发展对象|(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|中国\p{Script=Han}{2,10})(?:党员|盟员|会员|社员|成员)?)$/iu;

/** A word without the day behind it: `中共党员（2001.7）`, `党员2001年7月`. */
const undated = (text: string): string =>
  text
    .replace(/\([^)]*\)$/, '')
    .replace(/[\s,、]*\d{4}[-./年]\d{1,2}.*$/, '')
    .trim();

function readFlag(cell: Cell): Reading<boolean> {
  if (typeof cell === 'boolean') return { ok: true, value: cell };
  const text = plainText(cellText(cell));
  const word = undated(text);
  if (yes.test(text) || yes.test(word)) return { ok: true, value: true };
  if (no.test(text) || no.test(word) || saysNothing(text)) return { ok: true, value: false };
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

const notKept = (words: readonly string[]): Bilingual => ({
  zh: `“${words.join('、')}”没有写明是谁，未记入。`,
  en: `"${words.join(', ')}" names nobody and is not kept.`,
});

const joined = (remarks: readonly Bilingual[]): Bilingual | undefined =>
  remarks.length === 0
    ? undefined
    : {
        zh: remarks.map(({ zh }) => zh).join(''),
        en: remarks.map(({ en }) => en).join(' '),
      };

/** Names that cannot be told are heard of, and the first is the reason. */
function openReason(
  pieces: readonly NamedPiece[],
  openName: ReadingContext['openName'],
): Bilingual | undefined {
  let reason: Bilingual | undefined;
  for (const piece of pieces) {
    if (typeof piece.is !== 'object' || !('open' in piece.is)) continue;
    const typed = openKey(piece);
    openName?.({ typed, ...piece.is.open });
    reason ??= nameReasons[piece.is.open.why](typed);
  }
  return reason;
}

function readPeople(
  text: string,
  asides: string | undefined,
  { people, departments, openName }: ReadingContext,
): FieldReading {
  const pieces = peopleIn(text, people, departments);
  const reason = openReason(pieces, openName);
  if (reason) return { ok: false, reason };
  const ids: string[] = [];
  const words: string[] = [];
  const remarks: Bilingual[] = [];
  const said: string[] = [];
  for (const { text: name, is, aside, remark } of pieces) {
    if (typeof is === 'object' && 'person' in is) {
      if (!ids.includes(is.person)) ids.push(is.person);
      if (aside !== '') said.push(`${people.named(is.person)?.name ?? name}：${aside}`);
      if (remark) remarks.push(remark);
    } else if (people.isLeftOut(name)) continue;
    else words.push(name);
  }
  if (words.length > 0) remarks.push(notKept(words));
  const remark = joined(remarks);
  const isSaid = asides !== undefined && said.length > 0;
  return { ...read(ids, remark), ...(isSaid && { also: { [asides]: said.join('、') } }) };
}

/** What is written of whom the field cannot hold: the others, sections, words that name nobody. */
function restOf(field: Field, key: string, words: readonly string[], names: readonly string[]) {
  const { zh, en } = field.label;
  const text = [...(words.length > 0 ? [`${zh}：${words.join('、')}`] : []), ...names].join('、');
  return text === ''
    ? undefined
    : {
        key,
        text,
        remark: {
          zh: `“${zh}”一栏的${[...words, ...names].join('、')}记入“配合科室和人员”。`,
          en: `${[...words, ...names].join(', ')} of "${en}" kept under "Who helps".`,
        },
      };
}

const onlyFirst = (names: readonly string[]): Bilingual => ({
  zh: `只记第一位，${names.join('、')}未记入。`,
  en: `Only the first is kept, not ${names.join(', ')}.`,
});

function readPerson(field: Field, text: string, context: ReadingContext): FieldReading {
  const { people, departments, openName } = context;
  const rest = field.control.type === 'person' ? field.control.rest : undefined;
  const pieces = peopleIn(text, people, departments);
  const at = pieces.findIndex(({ is }) => typeof is === 'object' && !('section' in is));
  const first = pieces[at];
  const others = pieces.filter((_, place) => place !== at);
  if (first && typeof first.is === 'object' && 'open' in first.is) {
    const reason = openReason([first], openName);
    if (reason) return { ok: false, reason };
  }
  const id = first && typeof first.is === 'object' && 'person' in first.is ? first.is.person : '';
  const nameOf = ({ text: name, is }: NamedPiece): string =>
    typeof is === 'object' && 'person' in is ? people.label(is.person) : name;
  if (id === '') {
    if (pieces.every(({ text: name }) => people.isLeftOut(name))) return read('');
    const words = pieces.map(({ text: name }) => name);
    const kept = rest === undefined ? undefined : restOf(field, rest, words, []);
    return { ...read('', kept?.remark ?? notKept(words)), ...(kept && { rest: kept }) };
  }
  const names = [...new Set(others.filter(({ is }) => is !== 'words').map(nameOf))].filter(
    (name) => name !== people.label(id),
  );
  const words = others.flatMap(({ is, text: name }) => (is === 'words' ? [name] : []));
  const kept = rest === undefined ? undefined : restOf(field, rest, words, names);
  const remarks = pieces.flatMap(({ remark }) => (remark ? [remark] : []));
  if (kept) remarks.push(kept.remark);
  else if (names.length + words.length > 0) remarks.push(onlyFirst([...names, ...words]));
  return { ...read(id, joined(remarks)), ...(kept && { rest: kept }) };
}

const sectionMarks = /[、,，;；/\n|]+/;

/** A section as it is written, without 牵头 and the like behind it. */
const sectionName = (text: string): string =>
  plainText(text)
    .replace(/\((?:牵头|主办|配合|协办|主责|责任)[^)]*\)$/, '')
    .replace(/^(?:牵头|主办|配合|协办|责任)(?:科室|部门|单位)?\s*:\s*/, '')
    .trim();

function readDepartment(field: Field, text: string, context: ReadingContext): FieldReading {
  const { departments, newDepartment } = context;
  const rest = field.control.type === 'department' ? field.control.rest : undefined;
  const whole = plainText(text);
  const unspacedName = whole.replace(/\s+/g, '');
  const direct = departments.get(whole) ?? departments.get(unspacedName);
  if (direct !== undefined) return { ok: true, value: direct };
  const parts = (sectionMarks.test(whole) ? whole.split(sectionMarks) : whole.split(/\s+/))
    .map(sectionName)
    .filter((name) => name !== '');
  const names =
    parts.some((name) => departments.has(name)) || sectionMarks.test(whole)
      ? parts
      : [sectionName(unspacedName)];
  const [first = ''] = names;
  const known = names.find((name) => departments.has(name));
  const isOne = names.length === 1;
  const made = isOne && known === undefined ? newDepartment?.(first) : undefined;
  const id = made ?? (known === undefined ? undefined : departments.get(known));
  if (id === undefined) {
    const kept = rest === undefined ? undefined : restOf(field, rest, names, []);
    if (kept) return { ...read('', kept.remark), rest: kept };
    return wrong(`没有“${whole}”这个科室。`, `There is no section "${whole}".`);
  }
  const others = names.filter((name) => name !== (known ?? first));
  if (others.length === 0) return read(id);
  const kept = rest === undefined ? undefined : restOf(field, rest, [], others);
  return { ...read(id, kept?.remark ?? onlyFirst(others)), ...(kept && { rest: kept }) };
}

function readChoice(field: Field, text: string): Reading<string> {
  if (field.control.type !== 'choice') return { ok: true, value: '' };
  const option = optionOf(field, text);
  if (option) return { ok: true, value: option.value };
  const words = field.control.options.map(({ text: { zh } }) => zh).join('、');
  return wrong(`“${text}”不在选项中：${words}。`, `"${text}" is none of: ${words}.`);
}

/**
 * What a text says for a field. What it says besides, that other fields keep, stands in `also` by
 * their keys: the words of a deadline, those who take part where the field holds one.
 */
export type FieldReading = Reading<FieldValue> & {
  readonly also?: Readonly<Record<string, FieldValue>>;
  /** Text that is added to another field: those who take part beside the one that is kept here. */
  readonly rest?: { readonly key: string; readonly text: string };
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

const finished =
  /^(?:√|✓|✔|已?(?:全部|全面)?(?:完成|办结|落实|销号)(?:到位)?|已办理?完毕|完成100%)$/;
const notBegun = /^(?:尚?未(?:启动|开始|开展|完成启动)|×)$/;

type NumberControl = Extract<Field['control'], { type: 'number' }>;

/** A number; of a progress also the words that offices write for it. */
function readAmount(field: Field, cell: Cell, { unit, words }: NumberControl): FieldReading {
  const reading = readNumber(cell, { unit: unit?.zh });
  if (reading.ok || words === undefined || typeof cell !== 'string') return reading;
  const said = keptText(cell);
  const word = plainText(said).replace(/\s+/g, '');
  const value = finished.test(word) ? 100 : notBegun.test(word) ? 0 : null;
  if (value === null && /\d/.test(word)) return reading;
  const { zh, en } = field.label;
  const remark =
    value === null
      ? {
          zh: `“${said}”不是百分数，“${zh}”空着，文字记入“完成情况”。`,
          en: `"${said}" is no percentage; "${en}" stays open, the words go to "Result".`,
        }
      : { zh: `“${said}”按 ${value}% 读入。`, en: `"${said}" read as ${value} %.` };
  return { ...read(value, remark), ...(value === null && { also: { [words]: said } }) };
}

/** The day of an event; of one that took several the first, with the last beside it. */
function readEvent(cell: Cell, year: number): FieldReading {
  const day = readDay(cell, year);
  const span = day.ok ? undefined : readDaySpan(cell, year);
  if (!span?.ok) return day;
  return { ...read(span.value.first, span.remark), also: { endsOn: span.value.last } };
}

function readRaw(field: Field, cell: Cell, context: ReadingContext): FieldReading {
  const text = keptText(cellText(cell));
  switch (field.control.type) {
    case 'line': {
      if (field.key === 'period') return readPeriod(cell, context.year);
      const line = text.replace(/\s*\n\s*/g, ' ');
      return { ok: true, value: field.key === 'name' ? keptName(line) : line };
    }
    case 'prose':
      return { ok: true, value: text };
    case 'day':
      return field.control.deadline
        ? readDue(field.control.deadline, cell, context)
        : readEvent(cell, context.year);
    case 'number': {
      const column = context.percents?.get(field.key);
      const bare = column && bareNumber(cell);
      if (column && bare !== undefined) return inPercent(bare, column);
      return readAmount(field, cell, field.control);
    }
    case 'flag':
      return readFlag(cell);
    case 'choice':
      return saysNothing(text) ? { ok: true, value: '' } : readChoice(field, text);
    case 'person':
      return saysNothing(text) ? { ok: true, value: '' } : readPerson(field, text, context);
    case 'people':
      return saysNothing(text)
        ? { ok: true, value: [] }
        : readPeople(text, field.control.asides, context);
    case 'department':
      return saysNothing(text) ? { ok: true, value: '' } : readDepartment(field, text, context);
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
