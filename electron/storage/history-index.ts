import { localDay } from '../../shared/calendar/clock';
import type { ChangeSet } from '../../shared/changes/change-set';
import type { Stamp } from '../../shared/changes/stamp';
import type { Audience } from '../../shared/changes/undo-steps';
import { isMomentInRange } from '../../shared/model/range';
import type { LinePlace } from './journal';

/** A change set without its changes: who, when, what, where, and which records. */
export interface IndexedSet extends LinePlace {
  readonly stamp: Stamp;
  readonly author: string;
  readonly wall: string;
  readonly label: string;
  readonly undoes?: Stamp;
  readonly audience: Audience;
  /** Month of the action on this PC's calendar, `YYYY-MM`. */
  readonly month: string;
  /** Numbers of the records touched, each once. */
  readonly records: readonly number[];
}

/** Name of a record. */
export interface RecordKey {
  readonly collection: string;
  readonly id: string;
}

/** Which sets to list; what is absent does not matter. */
export interface HistoryFilter {
  readonly author?: string | undefined;
  readonly month?: string | undefined;
  readonly collection?: string | undefined;
  readonly about?:
    | { readonly labels: readonly string[]; readonly records: readonly RecordKey[] }
    | undefined;
}

const keyOf = ({ collection, id }: RecordKey): string => `${collection} ${id}`;

/**
 * The calendar month of a moment where this PC stands; a PC keeps its zone while the app runs. Empty
 * for one that no clock shows, which nobody can filter by.
 */
function monthOf(wall: string): string {
  if (!isMomentInRange(wall)) return '';
  return localDay(new Date(wall)).slice(0, 7);
}

/**
 * What is remembered of every change set: ten years are some sixty thousand, so texts that repeat
 * are kept once, records by number, and no change at all.
 */
export class HistoryIndex {
  /** In the order in which they were found. */
  readonly #sets: IndexedSet[] = [];
  readonly #byStamp = new Map<Stamp, IndexedSet>();
  readonly #texts = new Map<string, string>();
  readonly #numbers = new Map<string, number>();
  readonly #records: RecordKey[] = [];
  #order: readonly number[] | undefined;
  #asked: { key: string; found: readonly IndexedSet[] } | undefined;

  /** Takes a set in, or another part of one; a line that is there already is left alone. */
  add(set: ChangeSet, line: LinePlace): void {
    const { stamp, wall, author, label, undoes } = set;
    const known = this.#byStamp.get(stamp);
    const numbers = new Set(set.changes.map((change) => this.#number(change)));
    if (known && [...numbers].every((number) => known.records.includes(number))) return;
    const indexed: IndexedSet = {
      stamp,
      wall,
      author: this.#text(author),
      label: this.#text(label),
      ...(undoes !== undefined && { undoes }),
      audience: line.file.startsWith('private/') ? 'private' : 'shared',
      month: this.#text(monthOf(wall)),
      records: [...numbers],
      file: this.#text(line.file),
      at: line.at,
      end: line.end,
    };
    // A part that came later is a line of its own, under the same stamp.
    if (!known) this.#byStamp.set(stamp, indexed);
    this.#sets.push(indexed);
    this.#order = undefined;
  }

  #text(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }

  #number({ collection, id }: RecordKey): number {
    const key = keyOf({ collection, id });
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#records.length;
      this.#numbers.set(key, number);
      this.#records.push({ collection: this.#text(collection), id });
    }
    return number;
  }

  /** The set of that stamp. */
  get(stamp: Stamp): IndexedSet | undefined {
    return this.#byStamp.get(stamp);
  }

  /** Names of the first `most` records that a set touched. */
  recordsOf(set: IndexedSet, most: number): RecordKey[] {
    return set.records.slice(0, most).flatMap((number) => this.#records[number] ?? []);
  }

  /** How many sets are known. */
  get count(): number {
    return this.#sets.length;
  }

  /** Sets that touched a record, in stamp order. */
  setsOf(record: RecordKey): IndexedSet[] {
    const number = this.#numbers.get(keyOf(record));
    if (number === undefined) return [];
    return this.inStampOrder().filter(({ records }) => records.includes(number));
  }

  /** All sets, oldest stamp first. */
  inStampOrder(): IndexedSet[] {
    return this.#inOrder().flatMap((place) => this.#sets[place] ?? []);
  }

  /** Places in the order of finding, oldest stamp first. */
  #inOrder(): readonly number[] {
    if (!this.#order) {
      const stamps = this.#sets.map(({ stamp }) => stamp);
      this.#order = [...stamps.keys()].sort((a, b) =>
        (stamps[a] ?? '') < (stamps[b] ?? '') ? -1 : 1,
      );
    }
    return this.#order;
  }

  /** The first `asOf` sets that fit, newest first. The last answer is kept, for its next pages. */
  find(filter: HistoryFilter, asOf: number): readonly IndexedSet[] {
    const key = JSON.stringify([filter, asOf]);
    if (this.#asked?.key !== key) {
      const fits = this.#test(filter);
      const found = this.#inOrder()
        .filter((place) => place < asOf)
        .flatMap((place) => this.#sets[place] ?? [])
        .filter(fits);
      this.#asked = { key, found: found.reverse() };
    }
    return this.#asked.found;
  }

  #test({ author, month, collection, about }: HistoryFilter): (set: IndexedSet) => boolean {
    const labels = new Set(about?.labels);
    const numbers = new Set(about?.records.map((record) => this.#numbers.get(keyOf(record))));
    const isOfCollection = (number: number) => this.#records[number]?.collection === collection;
    return (set) =>
      (author === undefined || set.author === author) &&
      (month === undefined || set.month === month) &&
      (collection === undefined || set.records.some(isOfCollection)) &&
      (about === undefined ||
        labels.has(set.label) ||
        set.records.some((number) => numbers.has(number)));
  }

  /** What can be filtered by. */
  choices(): { authors: string[]; months: string[]; collections: string[] } {
    const authors = new Set(this.#sets.map((set) => set.author));
    const months = new Set(this.#sets.flatMap(({ month }) => (month === '' ? [] : [month])));
    const collections = new Set(this.#records.map(({ collection }) => collection));
    return {
      authors: [...authors],
      months: [...months].sort().reverse(),
      collections: [...collections],
    };
  }
}
