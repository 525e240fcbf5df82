import type { ChangeSet, RecordChange } from '../../changes/change-set';
import { listOf } from '../../changes/records';
import type { State } from '../../changes/state';
import { alteredBy } from '../../model/alteration';
import { staysHere } from './private-change';
import { monthsOfRecord } from './record-month';

/** What a package is to hold. */
export interface PackageScope {
  readonly what: 'all' | 'department' | 'mine';
  /** The person, or the department. */
  readonly who: string;
  /** First and last month of dated records; null for no bound. */
  readonly from: string | null;
  readonly to: string | null;
  /** Whose ratings of body and mind go along, whether or not they are shown to the team. */
  readonly bodyAndMindOf: ReadonlySet<string>;
}

/** What every package needs, so that what it holds can be understood: unit, people, sections. */
const always: ReadonlySet<string> = new Set(['unit', 'department', 'person', 'device', 'holiday']);

/** Fields of all models that say whose a record is. */
const personFields = ['host', 'leader', 'owner', 'person', 'deputy', 'people'] as const;

/** Ids in a record's id and values: people it is about, and what it hangs on. */
function* namesIn(id: string, values: Readonly<Record<string, unknown>>): Iterable<string> {
  yield* id.split(':');
  for (const field of personFields) {
    const value = values[field];
    if (typeof value === 'string') yield value;
    else if (Array.isArray(value)) for (const one of value) if (typeof one === 'string') yield one;
  }
}

/** The people a scope is about; undefined for everybody. */
function peopleOf(state: State, { what, who }: PackageScope): ReadonlySet<string> | undefined {
  if (what === 'all') return undefined;
  if (what === 'mine') return new Set([who]);
  const members = listOf(state, 'person').filter(({ department }) => department === who);
  return new Set(members.map(({ id }) => id));
}

/** Records that belong to another: progress to its task, values to their target, files to owners. */
const parentOf: Readonly<
  Record<string, (id: string, values: Readonly<Record<string, unknown>>) => [string, unknown]>
> = {
  progress: (_id, values) => ['task', values.task],
  followUp: (_id, values) => ['task', values.task],
  measurement: (id) => ['target', id.split(':')[0]],
  attachment: (_id, values) => [String(values.ownerCollection ?? ''), values.ownerId],
};

/**
 * Records that the people of a scope ever changed, as `collection id`; none where it is about
 * everybody. To be collected from all sets before `inScope` is asked.
 */
export class Authored {
  readonly keys = new Set<string>();
  readonly #people: ReadonlySet<string> | undefined;

  constructor(state: State, scope: PackageScope) {
    this.#people = peopleOf(state, scope);
  }

  /** Takes one set in. */
  add({ author, changes }: ChangeSet): void {
    if (!this.#people?.has(author)) return;
    for (const { collection, id } of changes) this.keys.add(`${collection} ${id}`);
  }
}

/**
 * Which changes belong to a package, as a question to be asked of each. A record belongs with its
 * whole history or not at all: where it is about the people of the scope, hangs on one that is, or
 * was ever changed by one of them; and where it is of the months or of no time. `state` is the
 * whole unit's.
 */
export function inScope(
  state: State,
  scope: PackageScope,
  { keys }: Pick<Authored, 'keys'>,
): (change: RecordChange) => boolean {
  const people = peopleOf(state, scope);
  const { from, to } = scope;
  const valuesOf = ({ collection, id, fields }: RecordChange) =>
    state.collections.get(collection)?.records.get(id)?.values ?? fields;
  const isAbout = (
    collection: string,
    id: string,
    values: Readonly<Record<string, unknown>>,
  ): boolean => {
    if (!people) return true;
    if (collection === 'department') return scope.who === id;
    if (values.department === scope.who && scope.what === 'department') return true;
    for (const name of namesIn(id, values)) if (people.has(name)) return true;
    // Own keys only: names of collections come from files as well.
    const isPart = Object.hasOwn(parentOf, collection);
    const [parent, parentId] = (isPart && parentOf[collection]?.(id, values)) || [];
    if (parent === undefined || typeof parentId !== 'string') return false;
    const above = state.collections.get(parent)?.records.get(parentId)?.values;
    return above !== undefined && parent !== 'attachment' && isAbout(parent, parentId, above);
  };
  const isInMonths = (id: string, values: ReturnType<typeof valuesOf>): boolean => {
    if (from === null && to === null) return true;
    const months = monthsOfRecord(id, values);
    return !months || ((to === null || months.from <= to) && (from === null || months.to >= from));
  };
  const isWanted = (change: RecordChange): boolean => {
    if (staysHere(state, change, scope.bodyAndMindOf)) return false;
    if (always.has(change.collection)) return true;
    const values = valuesOf(change);
    if (!isInMonths(change.id, values)) return false;
    return (
      keys.has(`${change.collection} ${change.id}`) || isAbout(change.collection, change.id, values)
    );
  };
  return (change) => {
    if (change.collection !== 'alteration') return isWanted(change);
    // Without it, the record would read as if it had always been as it is.
    const { collection, record } = alteredBy(change.id);
    return isWanted({ collection, id: record, fields: {} });
  };
}
