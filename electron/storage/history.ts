import type { ChangeSet, RecordChange } from '../../shared/changes/change-set';
import type { JsonValue } from '../../shared/changes/json';
import { deviceOf, type Stamp } from '../../shared/changes/stamp';
import { type RecordSet, recordSetOf } from '../../shared/changes/timeline';
import {
  type Audience,
  type Before,
  type Stacks,
  type StepContent,
  stacksOf,
} from '../../shared/changes/undo-steps';
import type { Covered } from './chain';
import { type HistoryFilter, HistoryIndex, type IndexedSet, type RecordKey } from './history-index';
import type { Workspace } from './workspace';

/** What the history reads of a workspace. */
export type HistorySource = Pick<
  Workspace,
  'device' | 'journalReaches' | 'journalLines' | 'readLine'
>;

/** A page of the list of all change sets. */
export interface HistoryPage {
  /** How many sets were known when the list began. */
  readonly asOf: number;
  readonly total: number;
  /** `named` are the first records that a set touched. */
  readonly rows: readonly (IndexedSet & { readonly named: readonly RecordKey[] })[];
}

/** A set, who may see it, and how many changes it has besides those given. */
export interface SetFound extends StepContent {
  readonly audience: Audience;
  readonly changeCount: number;
}

/** Records named in a row of the list. */
const mostNamed = 3;

const byRecord = (set: ChangeSet): ReadonlyMap<string, RecordChange> =>
  new Map(set.changes.map((change) => [`${change.collection} ${change.id}`, change]));

/**
 * Who changed what and when, from the journal itself. An index is made by one walk when somebody
 * first asks, and grows by what was appended since; the sets stay on the disk.
 */
export class History {
  readonly #index = new HistoryIndex();
  #read: Covered = {};
  #reading: Promise<void> = Promise.resolve();

  constructor(private readonly source: HistorySource) {}

  /** Reads what is new; `progress` is told in bytes. Throws StorageError of the disk. */
  refresh(progress: (done: number, total: number) => void = () => undefined): Promise<void> {
    const reading = this.#reading.catch(() => undefined).then(() => this.#refresh(progress));
    this.#reading = reading;
    return reading;
  }

  async #refresh(progress: (done: number, total: number) => void): Promise<void> {
    const reaches = await this.source.journalReaches();
    const before = this.#read;
    const total = Object.entries(reaches).reduce(
      (sum, [file, { bytes }]) => sum + Math.max(0, bytes - (before[file]?.bytes ?? 0)),
      0,
    );
    if (total === 0) return;
    let done = 0;
    for await (const found of this.source.journalLines(before, reaches)) {
      for (const item of found) {
        if (item.kind !== 'set') continue;
        this.#index.add(item.set, item);
        done += item.end - item.at;
      }
      progress(Math.min(done, total - 1), total);
    }
    this.#read = reaches;
    progress(total, total);
  }

  /** Sets that fit, newest first; `asOf` null counts those that are here now. */
  page(about: {
    readonly filter: HistoryFilter;
    readonly asOf: number | null;
    readonly from: number;
    readonly count: number;
  }): HistoryPage {
    const asOf = about.asOf ?? this.#index.count;
    const found = this.#index.find(about.filter, asOf);
    const rows = found
      .slice(about.from, about.from + about.count)
      .map((set) => ({ ...set, named: this.#index.recordsOf(set, mostNamed) }));
    return { asOf, total: found.length, rows };
  }

  /** Authors, months (newest first) and collections that occur. */
  choices(): ReturnType<HistoryIndex['choices']> {
    return this.#index.choices();
  }

  /** What is known of those of the sets that are here. */
  about(stamps: readonly Stamp[]): IndexedSet[] {
    return stamps.flatMap((stamp) => this.#index.get(stamp) ?? []);
  }

  /** The own steps that can be taken back or done again, from own sets older than `before`. */
  steps(before: Stamp | null): Stacks {
    const { device } = this.source;
    return stacksOf(
      this.#index
        .inStampOrder()
        .filter(({ stamp }) => deviceOf(stamp) === device && (before === null || stamp < before)),
    );
  }

  /** A set with what its first `most` changes replaced; undefined where it is not here. */
  async set(stamp: Stamp, most = Number.POSITIVE_INFINITY): Promise<SetFound | undefined> {
    const indexed = this.#index.get(stamp);
    const whole = indexed && (await this.source.readLine(indexed));
    if (!indexed || whole?.stamp !== stamp) return undefined;
    const set = { ...whole, changes: whole.changes.slice(0, most) };
    const before = await this.#replacedBy(set);
    return { set, audience: indexed.audience, before, changeCount: whole.changes.length };
  }

  /** What each change of a set replaced: the newest of its parents that are here. */
  async #replacedBy(set: ChangeSet): Promise<Before[]> {
    const read = new Map<Stamp, ReadonlyMap<string, RecordChange>>();
    const changesOf = async (stamp: Stamp) => {
      const indexed = this.#index.get(stamp);
      if (!read.has(stamp) && indexed) {
        const found = await this.source.readLine(indexed);
        read.set(stamp, found ? byRecord(found) : new Map());
      }
      return read.get(stamp);
    };
    const before: Before[] = [];
    for (const { collection, id, fields, parents } of set.changes) {
      const values: Record<string, JsonValue> = {};
      for (const field of Object.keys(fields)) {
        const stamps = [...(parents?.[field] ?? [])].sort().reverse();
        if (stamps.length === 0) values[field] = null;
        for (const stamp of stamps) {
          const value = (await changesOf(stamp))?.get(`${collection} ${id}`)?.fields[field];
          if (value === undefined) continue;
          values[field] = value;
          break;
        }
      }
      before.push(values);
    }
    return before;
  }

  /** All that happened to a record, oldest first. */
  async record({ collection, id }: RecordKey): Promise<(RecordSet & { audience: Audience })[]> {
    const found: (RecordSet & { audience: Audience })[] = [];
    for (const indexed of this.#index.setsOf({ collection, id })) {
      const set = await this.source.readLine(indexed);
      const part = set && recordSetOf(set, collection, id);
      if (part) found.push({ ...part, audience: indexed.audience });
    }
    return found;
  }
}
