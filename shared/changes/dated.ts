import { officeDay } from '../calendar/clock';
import type { Day } from '../calendar/day';
import { isPeriod, periodRange } from '../calendar/period';
import { alterationId } from '../model/alteration';
import { defaultsOf, isCollectionName } from '../model/collections';
import { trackedIn } from '../model/tracked';
import type { Edit } from './draft';
import { type JsonValue, sameValue } from './json';
import type { Collection, RecordState, State } from './state';

type Values = Readonly<Record<string, JsonValue>>;

const textOf = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '');

/** The earliest of the days that are known. */
const earliest = (...days: readonly string[]): string =>
  days.filter((day) => day !== '').sort()[0] ?? '';

/** What one action says of a task besides its own fields. */
interface Beside {
  /** Day of a note or follow-up of the same action. */
  day: string;
  /** A note gives per cent. */
  isTold: boolean;
  /** The deadline was put off: the extension keeps the one before. */
  isExtended: boolean;
}

const aboutTasks = new Set(['progress', 'followUp']);

/** What the notes and follow-ups of an action say, by task. */
function besideOf(state: State, edits: readonly Edit[]): ReadonlyMap<string, Beside> {
  const found = new Map<string, Beside>();
  for (const { collection, id, fields } of edits) {
    if (!aboutTasks.has(collection)) continue;
    const known = state.collections.get(collection)?.records.get(id)?.values;
    const { task, date, kind, percent } = { ...known, ...fields };
    if (typeof task !== 'string' || task === '') continue;
    const one = found.get(task) ?? { day: '', isTold: false, isExtended: false };
    found.set(task, one);
    one.day = earliest(one.day, textOf(date));
    one.isTold ||= typeof percent === 'number';
    one.isExtended ||= collection === 'followUp' && kind === 'extension';
  }
  return found;
}

/** Per cents given by notes, by task; and of how many notes at which revision of theirs. */
interface Told {
  revision: number;
  size: number;
  byTask: Map<string, Set<number>>;
}

// Notes mostly come one after the other: what was known of the others stays.
const toldBy = new WeakMap<Collection, Told>();
const never: ReadonlySet<number> = new Set();

/** Every per cent that a live note gives of a task. */
function percentsOf(state: State, task: string): ReadonlySet<number> {
  const notes = state.collections.get('progress');
  if (!notes) return never;
  const { records, revision } = notes;
  const { size } = records;
  let told = toldBy.get(notes);
  if (!told || revision - told.revision !== size - told.size) {
    told = { revision: 0, size: 0, byTask: new Map() };
    toldBy.set(notes, told);
  }
  if (size > told.size) {
    let place = 0;
    for (const { values } of records.values()) {
      place += 1;
      if (place <= told.size || values.deleted === true) continue;
      const { task: of, percent } = values;
      if (typeof of !== 'string' || typeof percent !== 'number') continue;
      const known = told.byTask.get(of);
      if (known) known.add(percent);
      else told.byTask.set(of, new Set([percent]));
    }
  }
  Object.assign(told, { revision, size });
  return told.byTask.get(task) ?? never;
}

/** First day on which a new value holds; the day of the fact that brought it, where it has one. */
function sinceOf({ collection, fields }: Edit, values: Values, beside: string, day: Day): string {
  if (collection === 'task') return textOf(fields.closed) || beside || day;
  if (collection === 'mark') return textOf(fields.date) || textOf(values.date) || day;
  return day;
}

/** Whether the new value of a tracked field comes in the place of another, from a day on. */
function isChange(collection: string, field: string, before: JsonValue, { fields }: Edit): boolean {
  const after = fields[field] ?? null;
  // A day put in the place of another corrects it; one taken away reopens the task.
  if (field === 'closed') return before !== '' && (after === null || after === '');
  // A mark says its own day once it is done; what is taken back was never so.
  if (collection === 'mark') return fields.state === 'done';
  // A task below none stands at the top.
  if (field === 'parent') return true;
  // What was never set is filled in, and holds from the beginning.
  return before !== '' && !(Array.isArray(before) && before.length === 0);
}

function alterationsOf(
  state: State,
  record: RecordState,
  wanted: Edit,
  { beside, day }: { readonly beside: Beside | undefined; readonly day: Day },
): Edit[] {
  const { collection, id, fields } = wanted;
  const { values } = record;
  if (!isCollectionName(collection)) return [];
  // A task put into the plan today is still being written.
  if (values.planned === day) return [];
  return trackedIn(collection).flatMap((field) => {
    const isOwn = Object.hasOwn(fields, field);
    const before = values[field] ?? (defaultsOf(collection)[field] as JsonValue);
    if (collection === 'task' && field === 'percent') {
      // A note that gave it dates it; the first note of a task must not hide what stood before.
      const isDated = beside?.isTold || textOf(fields.closed) !== '';
      if ((before === 0 && isDated) || (!isOwn && !beside?.isTold)) return [];
      // Notes tell what stood before another note; a change without one has to keep it.
      if (beside?.isTold && typeof before === 'number' && percentsOf(state, id).has(before)) {
        return [];
      }
    } else if (!isOwn) return [];
    const isSame = isOwn && sameValue(before, fields[field] ?? null);
    // Notes answer before the task does: what it said itself has to be kept for the days before.
    if (isSame && !(field === 'percent' && beside?.isTold)) return [];
    if (field === 'due' && beside?.isExtended) return [];
    if (!isChange(collection, field, before, wanted)) return [];
    const since = sinceOf(wanted, values, beside?.day ?? '', day);
    return [
      {
        collection: 'alteration',
        id: alterationId({ collection, record: id, field }, day),
        fields: { date: since, before },
      },
    ];
  });
}

/** Day on which a new task or milestone came into the plan: at the latest in what it is of. */
function plannedOn({ collection, fields }: Edit, day: Day): string {
  if (collection === 'milestone') return earliest(day, textOf(fields.reached));
  const period = textOf(fields.period);
  const last = isPeriod(period) ? periodRange(period).last : '';
  return earliest(day, last, textOf(fields.issued), textOf(fields.closed));
}

/**
 * The edits of one action with what dates them: since when a tracked field holds another value (see
 * model/alteration.ts), and when a new task or milestone came into the plan. Whatever changes
 * records comes through here, so that window, sheets and command line do it alike. `wall` is the
 * moment of the action (ISO 8601). Of several changes of a field on one day the first counts.
 */
export function dated(state: State, edits: readonly Edit[], wall: string): readonly Edit[] {
  const day = officeDay(wall);
  if (day === '') return edits;
  const beside = besideOf(state, edits);
  const changed = new Set<string>();
  const found: Edit[] = [];
  const take = (wanted: Edit): void => {
    const { collection, id } = wanted;
    const record = state.collections.get(collection)?.records.get(id);
    if (!record || record.values.deleted === true) return;
    for (const one of alterationsOf(state, record, wanted, { beside: beside.get(id), day })) {
      const held = state.collections.get('alteration')?.records.get(one.id)?.values;
      if (!held || held.deleted === true) found.push(one);
    }
  };
  const whole = edits.map((wanted) => {
    const { collection, id, fields } = wanted;
    if (trackedIn(collection).length > 0) {
      changed.add(`${collection} ${id}`);
      if (fields.deleted !== true) take(wanted);
    }
    const isNew =
      (collection === 'milestone' || (collection === 'task' && isPeriod(textOf(fields.period)))) &&
      !Object.hasOwn(fields, 'planned') &&
      fields.deleted !== true &&
      !state.collections.get(collection)?.records.has(id);
    return isNew ? { ...wanted, fields: { ...fields, planned: plannedOn(wanted, day) } } : wanted;
  });
  for (const task of beside.keys()) {
    if (!changed.has(`task ${task}`)) take({ collection: 'task', id: task, fields: {} });
  }
  return found.length === 0 ? whole : [...whole, ...found];
}
