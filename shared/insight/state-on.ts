import type { Day } from '../calendar/day';
import type { JsonValue } from '../changes/json';
import { Collection, type RecordState, type State } from '../changes/state';
import { alteredBy } from '../model/alteration';

type Values = RecordState['values'];

/** A dated change: until `date`, `before` held. */
interface Turn {
  readonly date: Day;
  readonly before: JsonValue;
  /** What held from then on, where it is known. */
  readonly after?: JsonValue;
}

/** A note's day and per cent. */
interface Told {
  readonly date: Day;
  readonly percent: number | null;
}

const isLive = ({ values }: RecordState): boolean => values.deleted !== true;
const dayIn = (values: Values, field: string): Day => {
  const value = values[field];
  return typeof value === 'string' ? value : '';
};

type Records = ReadonlyMap<string, RecordState>;

/** What was worked out of a collection, for as long as it does not change. */
function remembered<T>(make: (records: Records) => T): (state: State, name: string) => T {
  const cache = new WeakMap<Collection, { readonly revision: number; readonly made: T }>();
  const nothing = make(new Map());
  return (state, name) => {
    const collection = state.collections.get(name);
    if (!collection) return nothing;
    let known = cache.get(collection);
    // Reading the records first: lines of a snapshot do not count as a change.
    const { records } = collection;
    if (known?.revision !== collection.revision) {
      known = { revision: collection.revision, made: make(records) };
      cache.set(collection, known);
    }
    return known.made;
  };
}

function into<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** Alterations by `<collection> <record>` and field, in order of their days. */
const turnsOf = remembered((records) => {
  const found = new Map<string, Map<string, Turn[]>>();
  const entries = [...records].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [id, record] of entries) {
    const date = dayIn(record.values, 'date');
    if (!isLive(record) || date === '') continue;
    const { collection, record: of, field } = alteredBy(id);
    const key = `${collection} ${of}`;
    const fields = found.get(key) ?? new Map<string, Turn[]>();
    found.set(key, fields);
    into(fields, field, { date, before: record.values.before ?? '' });
  }
  for (const fields of found.values()) {
    for (const turns of fields.values())
      turns.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  }
  return found;
});

/** Extensions by task: until its day, the deadline before it stood. */
const extensionsOf = remembered((records) => {
  const found = new Map<string, Turn[]>();
  for (const [, record] of [...records].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { kind, task, before, due } = record.values;
    const date = dayIn(record.values, 'date');
    if (!isLive(record) || kind !== 'extension' || date === '' || !before) continue;
    into(found, String(task), { date, before, after: due ?? '' });
  }
  for (const turns of found.values())
    turns.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return found;
});

/** Notes by task, in any order. */
const toldOf = remembered((records) => {
  const found = new Map<string, Told[]>();
  for (const record of records.values()) {
    const { task, percent } = record.values;
    const date = dayIn(record.values, 'date');
    if (!isLive(record) || date === '') continue;
    into(found, String(task), { date, percent: typeof percent === 'number' ? percent : null });
  }
  return found;
});

interface Asked {
  readonly state: State;
  readonly day: Day;
}

/** What turns it back: the first change after the day says what held on it. */
const heldOn = (turns: readonly Turn[] | undefined, day: Day): Turn | undefined =>
  turns?.find(({ date }) => date > day);

/** Whether an extension came before a change of the deadline: on one day, where that followed it. */
const isFirst = (extension: Turn, altered: Turn | undefined): boolean =>
  altered === undefined ||
  extension.date < altered.date ||
  (extension.date === altered.date && altered.before === extension.after);

/** `record` with other values; itself where they are the same. */
function withValues(record: RecordState, values: Readonly<Record<string, JsonValue>>): RecordState {
  const isSame = Object.entries(values).every(([field, value]) => record.values[field] === value);
  return isSame ? record : { ...record, values: { ...record.values, ...values } };
}

/** The record with its tracked fields as they were on the day. */
function turnedBack(record: RecordState, key: string, { state, day }: Asked): RecordState {
  const fields = turnsOf(state, 'alteration').get(key);
  if (!fields) return record;
  const held: Record<string, JsonValue> = {};
  for (const [field, turns] of fields) {
    const turn = heldOn(turns, day);
    if (turn) held[field] = turn.before;
  }
  return withValues(record, held);
}

/** How a record was on a day; undefined where it was not there yet. */
type Back = (id: string, record: RecordState, asked: Asked) => RecordState | undefined;

/** What is of one day: there from that day on. */
const ofDay: Back = (_id, record, { day }) =>
  dayIn(record.values, 'date') > day ? undefined : record;

const emptied = (record: RecordState, field: string, day: Day): RecordState =>
  dayIn(record.values, field) > day ? withValues(record, { [field]: '' }) : record;

const isBy = (day: Day, date: Day): boolean => date !== '' && date <= day;

/** Per cent that the task itself said on a day, as far as no later note or closing brought it. */
function percentOf(values: Values, told: readonly Told[], { day }: Asked): JsonValue {
  const { percent } = values;
  const isLater =
    told.some((one) => one.date > day && one.percent === percent) ||
    (percent === 100 && dayIn(values, 'closed') > day);
  return isLater ? 0 : (percent ?? 0);
}

const taskOn: Back = (id, record, asked) => {
  const { state, day } = asked;
  const { values } = record;
  const told = toldOf(state, 'progress').get(id) ?? [];
  const isThere =
    dayIn(values, 'planned') <= day ||
    isBy(day, dayIn(values, 'issued')) ||
    isBy(day, dayIn(values, 'closed')) ||
    told.some(({ date }) => date <= day);
  if (!isThere) return undefined;
  const back = turnedBack(record, `task ${id}`, asked);
  const held: Record<string, JsonValue> = {};
  const extension = heldOn(extensionsOf(state, 'followUp').get(id), day);
  const altered = heldOn(turnsOf(state, 'alteration').get(`task ${id}`)?.get('due'), day);
  if (extension && isFirst(extension, altered)) held.due = extension.before;
  const percent = percentOf(back.values, told, asked);
  if (percent !== (back.values.percent ?? 0)) held.percent = percent;
  if (dayIn(back.values, 'closed') > day) held.closed = '';
  const closed = held.closed ?? back.values.closed ?? '';
  // What was achieved is said on closing.
  if (closed === '' && dayIn(back.values, 'result') !== '') held.result = '';
  return withValues(back, held);
};

const markOn: Back = (id, record, asked) => {
  const back = turnedBack(record, `mark ${id}`, asked);
  if (back.values.state !== 'done') return back;
  return dayIn(back.values, 'date') > asked.day ? undefined : back;
};

const milestoneOn: Back = (id, record, asked) => {
  const { values } = record;
  const { day } = asked;
  const isThere =
    dayIn(values, 'planned') <= day ||
    isBy(day, dayIn(values, 'due')) ||
    isBy(day, dayIn(values, 'reached'));
  if (!isThere) return undefined;
  return emptied(turnedBack(record, `milestone ${id}`, asked), 'reached', day);
};

const targetOn: Back = (id, record, asked) => {
  const back = turnedBack(record, `target ${id}`, asked);
  const { goalChanges } = back.values;
  if (!Array.isArray(goalChanges)) return back;
  const month = asked.day.slice(0, 7);
  const begun = goalChanges.filter(
    (one) => typeof one === 'object' && one !== null && String(Reflect.get(one, 'month')) <= month,
  );
  return begun.length === goalChanges.length ? back : withValues(back, { goalChanges: begun });
};

const measurementOn: Back = (id, record, { day }) =>
  (id.split(':')[1] ?? '') > day.slice(0, 7) ? undefined : record;

/** A day before all others: who left on it was never in office. */
const never: Day = '0001-01-01';

const personOn: Back = (id, record, asked) => {
  const back = turnedBack(record, `person ${id}`, asked);
  // Who came later keeps the name that records may say, and is counted in no period yet.
  if (dayIn(back.values, 'joined') > asked.day) return withValues(back, { left: never });
  return emptied(back, 'left', asked.day);
};

const tracked =
  (collection: string): Back =>
  (id, record, asked) =>
    turnedBack(record, `${collection} ${id}`, asked);

/** The collections of which a day knows less or other than today, each with what it rests on. */
const backs: ReadonlyMap<string, { readonly back: Back; readonly on: readonly string[] }> = new Map(
  [
    ['activity', { back: ofDay, on: [] }],
    ['progress', { back: ofDay, on: [] }],
    ['followUp', { back: ofDay, on: [] }],
    [
      'consequence',
      {
        back: (id, record, asked) => {
          const there = ofDay(id, record, asked);
          return there && emptied(there, 'mended', asked.day);
        },
        on: [],
      },
    ],
    ['task', { back: taskOn, on: ['alteration', 'progress', 'followUp'] }],
    ['mark', { back: markOn, on: ['alteration'] }],
    ['target', { back: targetOn, on: ['alteration'] }],
    ['measurement', { back: measurementOn, on: [] }],
    ['milestone', { back: milestoneOn, on: ['alteration'] }],
    ['person', { back: personOn, on: ['alteration'] }],
    ['unit', { back: tracked('unit'), on: ['alteration'] }],
    ['charge', { back: tracked('charge'), on: ['alteration'] }],
    ['assignment', { back: tracked('assignment'), on: ['alteration'] }],
  ],
);

interface Made {
  readonly revisions: string;
  readonly collection: Collection;
}

// Kept by the collection they were made of, so that another state with it has them too.
const made = new WeakMap<Collection, Map<Day, Made>>();

/** Days kept for a collection: a year by months, its quarters, and what one looked at between. */
const mostDays = 40;

function keep<T>(days: Map<Day, T>, day: Day, value: T): void {
  days.delete(day);
  days.set(day, value);
  const [oldest] = days.keys();
  if (days.size > mostDays && oldest !== undefined) days.delete(oldest);
}

function collectionOn(state: State, name: string, day: Day): Collection | undefined {
  const collection = state.collections.get(name);
  const about = backs.get(name);
  if (!collection || !about) return collection;
  // Read before its revision is asked for.
  const { records } = collection;
  const revisions = [name, ...about.on]
    .map((one) => state.collections.get(one)?.revision ?? 0)
    .join(' ');
  const days = made.get(collection) ?? new Map<Day, Made>();
  made.set(collection, days);
  const known = days.get(day);
  if (known?.revisions === revisions) return known.collection;
  let isSame = true;
  const found: [string, RecordState][] = [];
  for (const [id, record] of records) {
    const back = isLive(record) ? about.back(id, record, { state, day }) : record;
    if (back !== record) isSame = false;
    if (back) found.push([id, back]);
  }
  const there = isSame ? collection : new Collection(found);
  keep(days, day, { revisions, collection: there });
  return there;
}

const states = new WeakMap<State, { revision: number; readonly days: Map<Day, State> }>();

/**
 * The records as they held at the end of a day: without what is dated after it, and every tracked
 * field with the value it had then. What is dated by that day but entered later counts. A field
 * without a dated fact behind it is taken as it stands, and so are the records that are of a period
 * themselves (ratings, measurements of earlier months). Deleted records never were. The same state is
 * given until a record changes; collections of which nothing is dated later are the same objects.
 */
export function stateOn(state: State, day: Day): State {
  let known = states.get(state);
  if (known?.revision !== state.revision) {
    known = { revision: state.revision, days: new Map() };
    states.set(state, known);
  }
  let then = known.days.get(day);
  if (!then) {
    const collections = new Map<string, Collection>();
    for (const name of state.collections.keys()) {
      const collection = collectionOn(state, name, day);
      if (collection) collections.set(name, collection);
    }
    then = { collections, counter: state.counter, revision: state.revision };
    keep(known.days, day, then);
  }
  return then;
}
