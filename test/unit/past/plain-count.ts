import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

// A second, deliberately simple reckoning of a month: it reads the journal files itself and imports
// nothing from the program, so that a fault of the program cannot be its own.

type Values = Record<string, unknown>;

interface Written {
  readonly day: string;
  readonly fields: Values;
}

/** A record as it is now, and what was written of it on which day. */
export interface Plain {
  readonly id: string;
  readonly now: Values;
  readonly written: readonly Written[];
}

export type Books = ReadonlyMap<string, ReadonlyMap<string, Plain>>;

const milliseconds = 86_400_000;
const serial = (day: string): number => Date.parse(`${day}T00:00:00Z`) / milliseconds;
const addDays = (day: string, days: number): string =>
  new Date((serial(day) + days) * milliseconds).toISOString().slice(0, 10);
/** Offices keep UTC+8. */
const dayOf = (wall: string): string =>
  new Date(Date.parse(wall) + 8 * 3_600_000).toISOString().slice(0, 10);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Folds the journal of a unit that only one PC writes to. */
export async function readBooks(folder: string): Promise<Books> {
  const files = await readdir(folder, { recursive: true });
  const sets: {
    stamp: string;
    wall: string;
    changes: { collection: string; id: string; fields: Values }[];
  }[] = [];
  for (const file of files.filter((name) => name.endsWith('.jsonl'))) {
    for (const line of (await readFile(join(folder, file), 'utf8')).split('\n')) {
      if (line.includes('"set":')) sets.push(JSON.parse(line).set);
    }
  }
  sets.sort((a, b) => (a.stamp < b.stamp ? -1 : 1));
  const books = new Map<string, Map<string, { id: string; now: Values; written: Written[] }>>();
  for (const { wall, changes } of sets) {
    for (const { collection, id, fields } of changes) {
      const records = books.get(collection) ?? new Map();
      books.set(collection, records);
      const record = records.get(id) ?? { id, now: {}, written: [] };
      records.set(id, record);
      Object.assign(record.now, fields);
      record.written.push({ day: dayOf(wall), fields });
    }
  }
  return books;
}

const all = (books: Books, name: string): Plain[] =>
  [...(books.get(name)?.values() ?? [])].filter(({ now }) => now.deleted !== true);

/** What a field held at the end of a day, as the journal has it; what was empty is filled in later. */
function held({ written }: Plain, field: string, day: string, unset?: number): unknown {
  let value: unknown = unset;
  for (const one of written) {
    if (!Object.hasOwn(one.fields, field)) continue;
    // What is said with a closing holds from the day of closing, though it was typed in before.
    const closed = text(one.fields.closed);
    const since = closed > one.day ? closed : one.day;
    if (since > day && value !== undefined && value !== '') break;
    value = one.fields[field];
  }
  return value;
}

const lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** First and last day of a month, quarter or year. */
function rangeOf(period: string): [string, string] {
  const year = Number(period.slice(0, 4));
  const two = (month: number) => String(month).padStart(2, '0');
  const last = (month: number) =>
    month === 2 && year % 4 === 0 ? 29 : (lastDays[month - 1] ?? 31);
  const span = (from: number, to: number): [string, string] => [
    `${year}-${two(from)}-01`,
    `${year}-${two(to)}-${last(to)}`,
  ];
  if (period.length === 4) return span(1, 12);
  const quarter = /Q(\d)/.exec(period)?.[1];
  if (quarter) return span(Number(quarter) * 3 - 2, Number(quarter) * 3);
  return span(Number(period.slice(5)), Number(period.slice(5)));
}

export interface PlainTask {
  readonly id: string;
  readonly status: string;
  readonly percent: number;
  readonly leader: string;
}

const lengthOf = (period: string): number =>
  period.length === 4 ? 3 : period.includes('Q') ? 2 : 1;

/** The tasks of a month as they stood at its end. */
export function tasksOf(books: Books, month: string): PlainTask[] {
  const [first, last] = rangeOf(month);
  const notes = new Map<string, Plain[]>();
  for (const note of all(books, 'progress')) {
    if (text(note.now.date) > last) continue;
    const task = text(note.now.task);
    notes.set(task, [...(notes.get(task) ?? []), note]);
  }
  for (const list of notes.values()) {
    list.sort((a, b) => (text(a.now.date) + a.id < text(b.now.date) + b.id ? -1 : 1));
  }
  const closedOn = ({ now }: Plain): string => (text(now.closed) <= last ? text(now.closed) : '');
  const tasks = all(books, 'task').filter((task) => {
    const made = task.written[0]?.day ?? '';
    return (
      made <= last ||
      rangeOf(text(task.now.period))[1] <= last ||
      (text(task.now.issued) !== '' && text(task.now.issued) <= last) ||
      closedOn(task) !== '' ||
      notes.has(task.id)
    );
  });
  const parts = new Map<string, Plain[]>();
  for (const task of tasks) {
    const above = text(held(task, 'parent', last));
    if (above) parts.set(above, [...(parts.get(above) ?? []), task]);
  }
  const said = (task: Plain): number | null => {
    const told = notes.get(task.id)?.findLast(({ now }) => typeof now.percent === 'number');
    if (told) return number(told.now.percent);
    const own = number(held(task, 'percent', last, 0)) ?? 0;
    return own > 0 ? own : null;
  };
  const ofParts = (task: Plain): number | null => {
    const list = parts.get(task.id);
    if (!list) return null;
    const sum = list.reduce((total, part) => {
      if (closedOn(part)) return total + 100;
      return total + (ofParts(part) ?? said(part) ?? 0);
    }, 0);
    return sum / list.length;
  };
  const settings = books.get('unit')?.get('unit')?.now ?? {};
  const soon = number(settings.soonDays) ?? 5;
  const behind = number(settings.taskBehindPoints) ?? 10;
  const grace = number(settings.reportGraceDays) ?? 3;
  const isOf = (task: Plain): boolean => {
    const period = text(task.now.period);
    const due = text(held(task, 'due', last));
    const wasOpen = closedOn(task) === '' || closedOn(task) >= first;
    if (period === month) return true;
    if (period.slice(0, 4) > month.slice(0, 4)) return false;
    if (lengthOf(period) === 1) return period < month && wasOpen;
    return due !== '' && ((due >= first && due <= last) || (due < first && wasOpen));
  };
  const statusOf = (task: Plain, percent: number): string => {
    const due = text(held(task, 'due', last));
    const closed = closedOn(task);
    const issued = text(task.now.issued);
    if (closed) return due !== '' && closed > due ? 'closed-late' : 'closed';
    if (!(issued !== '' && issued <= last) && !notes.has(task.id)) return 'draft';
    if (due !== '' && due <= last) return 'overdue';
    if (due !== '' && addDays(last, soon) >= due) return 'due-soon';
    const every = text(task.now.reportEvery);
    if (issued && (every === 'week' || every === 'month')) {
      const spoke = text(notes.get(task.id)?.at(-1)?.now.date);
      const from = spoke > issued ? spoke : issued;
      if (last > addDays(from, (every === 'week' ? 7 : 31) + grace)) return 'behind';
    }
    if (due === '') return 'open';
    const [begin] = rangeOf(text(task.now.period));
    const length = serial(due) - serial(begin) + 1;
    if (length <= 0) return 'open';
    const share = Math.min(1, Math.max(0, (serial(last) - serial(begin) + 1) / length));
    return percent + behind < share * 100 ? 'behind' : 'open';
  };
  return tasks.filter(isOf).map((task) => {
    const percent = closedOn(task) ? 100 : (said(task) ?? ofParts(task) ?? 0);
    const leader = text(held(task, 'leader', last));
    return { id: task.id, status: statusOf(task, percent), percent, leader };
  });
}

export interface PlainTarget {
  readonly id: string;
  readonly actual: number | null;
  /** Undefined where this reckoning has no rule for it. */
  readonly percent: number | null | undefined;
  readonly state: string | undefined;
}

/** The targets of the year of a month as they stood at its end. */
export function targetsOf(books: Books, month: string): PlainTarget[] {
  const [, last] = rangeOf(month);
  const at = Number(month.slice(5));
  return all(books, 'target')
    .filter(({ now }) => now.year === Number(month.slice(0, 4)))
    .map(({ id, now }) => {
      if (now.kind === 'milestone') {
        const list = all(books, 'milestone').filter(
          (one) =>
            one.now.target === id &&
            ((one.written[0]?.day ?? '') <= last || text(one.now.due) <= last),
        );
        const weight = (some: Plain[]) =>
          some.reduce((sum, one) => sum + (number(held(one, 'weight', last)) ?? 1), 0);
        const isReached = (one: Plain) =>
          text(one.now.reached) !== '' && text(one.now.reached) <= last;
        const percent = (100 * weight(list.filter(isReached))) / weight(list);
        const isLate = list.some((one) => text(held(one, 'due', last)) <= last && !isReached(one));
        const state =
          percent >= 100 ? 'reached' : at === 12 ? 'overdue' : isLate ? 'behind' : 'on-track';
        return list.length === 0
          ? { id, actual: null, percent: null, state: 'no-data' }
          : { id, actual: percent, percent, state };
      }
      const values = Array.from({ length: at }, (_, place) =>
        number(
          books
            .get('measurement')
            ?.get(`${id}:${month.slice(0, 5)}${String(place + 1).padStart(2, '0')}`)?.now.value,
        ),
      );
      const measured = values.filter((value) => value !== null);
      const adds = (now.mode ?? 'cumulative') === 'cumulative';
      const actual =
        measured.length === 0
          ? null
          : adds
            ? measured.reduce((sum, value) => sum + value, 0)
            : (measured.at(-1) ?? null);
      const changes = (now.goalChanges ?? []) as { month: string; goal: number }[];
      const inForce = changes.filter((one) => one.month <= month);
      const goal = inForce.at(-1)?.goal ?? number(now.goal);
      const direction = now.direction ?? 'more';
      if (actual === null || goal === null) return { id, actual, percent: null, state: 'no-data' };
      if (direction === 'band' || goal <= 0 || actual < 0) {
        return { id, actual, percent: undefined, state: undefined };
      }
      const isMore = direction === 'more';
      const isIn = isMore ? actual >= goal - 1e-9 : actual <= goal + 1e-9;
      const percent = isMore
        ? (actual / goal) * 100
        : isIn
          ? 100
          : Math.max(0, (2 - actual / goal) * 100);
      const start = adds ? 0 : (number(now.baseline) ?? (isMore ? 0 : null));
      const spread = now.spread ?? 'even';
      if (changes.length > 0 || spread === 'workdays') {
        return { id, actual, percent, state: undefined };
      }
      const shares = (now.shares ?? []) as number[];
      const sum = (list: number[]) => list.reduce((whole, share) => whole + share, 0);
      const gone =
        spread === 'hand' && sum(shares) > 0 ? sum(shares.slice(0, at)) / sum(shares) : at / 12;
      const plan = start === null ? goal : start + (goal - start) * gone;
      const isOn = isMore
        ? actual >= plan - 1e-9 * Math.max(1, plan)
        : actual <= plan + 1e-9 * Math.max(1, plan);
      const canBreak = !isMore && adds;
      const state =
        isIn && (!canBreak || at === 12)
          ? 'reached'
          : at === 12
            ? 'overdue'
            : isOn && !(canBreak && !isIn)
              ? 'on-track'
              : 'behind';
      return { id, actual, percent, state };
    });
}

export interface PlainKind {
  readonly count: number;
  readonly hours: number;
  readonly attended: number;
}

/** What the registers hold of a month, by kind. */
export function registersOf(books: Books, month: string): Map<string, PlainKind> {
  const found = new Map<string, PlainKind>();
  for (const { now } of all(books, 'activity')) {
    if (!text(now.date).startsWith(month)) continue;
    const kind = text(now.kind);
    const one = found.get(kind) ?? { count: 0, hours: 0, attended: 0 };
    const people = Array.isArray(now.people) ? now.people.length : 0;
    found.set(kind, {
      count: one.count + 1,
      hours: one.hours + (number(now.hours) ?? 0),
      attended: one.attended + (number(now.attended) ?? people),
    });
  }
  return found;
}

/** Median of the submitted scores of a month by dimension, body and mind left out. */
export function mediansOf(books: Books, month: string): Map<string, number> {
  const [first, last] = rangeOf(month);
  const scores = new Map<string, number[]>();
  for (const { id, now } of all(books, 'person')) {
    const isIn =
      now.role === 'leader' &&
      (text(now.joined) === '' || text(now.joined) <= last) &&
      (text(now.left) === '' || text(now.left) >= first);
    if (!isIn || books.get('sheet')?.get(`${id}:${month}`)?.now.status !== 'submitted') continue;
    const own = new Map<string, number[]>();
    for (const [key, rating] of books.get('rating') ?? []) {
      const [person, period, row = ''] = key.split(':');
      const { score, notApplicable } = rating.now;
      if (person !== id || period !== month || typeof score !== 'number' || text(notApplicable))
        continue;
      const dimension = row.startsWith('W') ? 'W' : (row.split('.')[0] ?? '');
      own.set(dimension, [...(own.get(dimension) ?? []), score]);
    }
    for (const [dimension, list] of own) {
      const mean = list.reduce((sum, score) => sum + score, 0) / list.length;
      scores.set(dimension, [...(scores.get(dimension) ?? []), mean]);
    }
  }
  const medians = new Map<string, number>();
  for (const [dimension, list] of scores) {
    const sorted = list.sort((a, b) => a - b);
    const half = Math.floor(sorted.length / 2);
    const median =
      sorted.length % 2 ? sorted[half] : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
    medians.set(dimension, median ?? 0);
  }
  medians.delete('B6');
  return medians;
}

/** The light of a duty at the end of a month, from its mark and the activities that count for it. */
export function lightOf(
  books: Books,
  month: string,
  duty: { readonly key: string; readonly due: string; readonly activities: readonly string[] },
): string {
  const [, last] = rangeOf(month);
  const mark = books.get('mark')?.get(duty.key)?.now;
  const days = duty.activities.map((id) => text(books.get('activity')?.get(id)?.now.date));
  if (mark?.state === 'done') days.push(text(mark.date) || duty.due);
  const done = days.filter((day) => day !== '' && day <= last).sort()[0];
  if (done) return done <= duty.due ? 'done' : 'done-late';
  return mark?.state === 'not-applicable' ? 'not-applicable' : 'overdue';
}
