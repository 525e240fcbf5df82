import * as Automerge from '@automerge/automerge';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeSet } from '../../../shared/changes/change-set';
import { conflicts } from '../../../shared/changes/conflict';
import type { JsonValue } from '../../../shared/changes/json';
import { merge } from '../../../shared/changes/merge';
import type { Stamp } from '../../../shared/changes/stamp';
import { canonical, fold } from '../../../shared/changes/state';
import {
  type Account,
  exchangeAll,
  happenings,
  type Machine,
  play,
  records,
  takeIn,
  valuesOf,
} from './machines';

const count = fc.integer({ min: 2, max: 9 });

/** A write of one field, as the second book keeps it: what was known of the field when it was made. */
interface Write {
  readonly value: JsonValue;
  readonly known: ReadonlySet<Stamp>;
}

/**
 * A second book over the same history, kept by sets of what each machine knows and nothing of the
 * app: a value stands where no known write was made knowing it.
 */
class SecondBook implements Account {
  /** By `record field`, then stamp. */
  readonly writes = new Map<string, Map<Stamp, Write>>();
  /** By device, then `record field`. */
  readonly #known = new Map<string, Map<string, Set<Stamp>>>();

  #knownOn(device: string, key: string): Set<Stamp> {
    const fieldsOf = this.#known.get(device) ?? new Map<string, Set<Stamp>>();
    this.#known.set(device, fieldsOf);
    const known = fieldsOf.get(key) ?? new Set<Stamp>();
    fieldsOf.set(key, known);
    return known;
  }

  wrote({ device }: Machine, set: ChangeSet): void {
    for (const { id, fields } of set.changes) {
      for (const [field, value] of Object.entries(fields)) {
        const key = `${id} ${field}`;
        const known = this.#knownOn(device, key);
        const ofField = this.writes.get(key) ?? new Map<Stamp, Write>();
        this.writes.set(key, ofField);
        ofField.set(set.stamp, { value, known: new Set(known) });
        known.add(set.stamp);
      }
    }
  }

  imported({ device }: Machine, sets: readonly ChangeSet[]): void {
    for (const { stamp, changes } of sets) {
      for (const { id, fields } of changes) {
        for (const field of Object.keys(fields)) this.#knownOn(device, `${id} ${field}`).add(stamp);
      }
    }
  }

  /** Stamps that stand in a field, of the writes given. */
  standing(key: string, stamps: Iterable<Stamp>): Stamp[] {
    const ofField = this.writes.get(key) ?? new Map<Stamp, Write>();
    const present = [...stamps];
    return present
      .filter((stamp) => !present.some((other) => ofField.get(other)?.known.has(stamp)))
      .sort()
      .reverse();
  }

  /** What stands on a machine, by `record field`. */
  standingOn(device: string): Map<string, Stamp[]> {
    const found = new Map<string, Stamp[]>();
    for (const [key, stamps] of this.#known.get(device) ?? []) {
      if (stamps.size > 0) found.set(key, this.standing(key, stamps));
    }
    return found;
  }
}

const stampsOf = (machine: Machine): Map<string, Stamp[]> =>
  new Map([...valuesOf(machine.state)].map(([key, entries]) => [key, entries.map(([at]) => at)]));

const sorted = <T>(map: ReadonlyMap<string, T>): [string, T][] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1));

describe('two to nine machines, packages of any part, taken in any order and repeatedly', () => {
  it('hold at every moment exactly the values that nobody knowingly replaced', () => {
    fc.assert(
      fc.property(count, happenings({ partial: true }), (machineCount, history) => {
        const book = new SecondBook();
        const { machines } = play(machineCount, history, book);
        for (const machine of machines) {
          expect(sorted(stampsOf(machine))).toEqual(sorted(book.standingOn(machine.device)));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('converge once everything reached everyone, and conflicts are exactly the concurrent edits', () => {
    fc.assert(
      fc.property(count, happenings({ partial: true }), (machineCount, history) => {
        const book = new SecondBook();
        const { machines } = play(machineCount, history, book);
        exchangeAll(machines);
        const [first] = machines;
        if (!first) throw new Error('there are machines');
        const text = canonical(first.state);
        for (const { state, sets } of machines) {
          expect(canonical(state)).toBe(text);
          expect(sets.map(({ stamp }) => stamp)).toEqual(first.sets.map(({ stamp }) => stamp));
        }
        const concurrent = sorted(book.writes).flatMap(([key, ofField]) => {
          const standing = book.standing(key, ofField.keys());
          const values = new Set(standing.map((at) => JSON.stringify(ofField.get(at)?.value)));
          return values.size > 1 ? [[key, standing] as const] : [];
        });
        const found = conflicts(first.state).map(
          ({ id, field, entries }) => [`${id} ${field}`, entries.map(([at]) => at)] as const,
        );
        expect(sorted(new Map(found))).toEqual(concurrent);
      }),
      { numRuns: 400 },
    );
  });

  it('lose no acknowledged value: each is shown, in conflict, or in the history', () => {
    fc.assert(
      fc.property(count, happenings({ partial: true }), (machineCount, history) => {
        const book = new SecondBook();
        const { machines } = play(machineCount, history, book);
        exchangeAll(machines);
        const logged = new Map<string, JsonValue>();
        for (const { stamp, changes } of machines[0]?.sets ?? []) {
          for (const { id, fields } of changes) {
            for (const [field, value] of Object.entries(fields)) {
              logged.set(`${id} ${field} ${stamp}`, value);
            }
          }
        }
        for (const [key, ofField] of book.writes) {
          for (const [stamp, { value }] of ofField) {
            expect(logged.get(`${key} ${stamp}`)).toEqual(value);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('do not change when a package is taken in again', () => {
    fc.assert(
      fc.property(count, happenings({ partial: true }), (machineCount, history) => {
        const { machines, packages } = play(machineCount, history);
        for (const machine of machines) {
          for (const sets of packages) takeIn(machine, sets);
          const before = [canonical(machine.state), JSON.stringify(machine.sets)];
          for (const sets of [...packages].reverse()) takeIn(machine, sets);
          expect([canonical(machine.state), JSON.stringify(machine.sets)]).toEqual(before);
          expect(canonical(fold(merge(machine.sets)))).toBe(before[0]);
        }
      }),
      { numRuns: 100 },
    );
  });
});

type Book = { records: Record<string, Record<string, JsonValue>> };

/** The same edits in Automerge: one document a machine, one map a record. */
class AutomergeBook implements Account {
  readonly #base = Automerge.from<Book>(
    { records: Object.fromEntries(records.map((id) => [id, {}])) },
    { actor: 'ff' },
  );
  readonly docs = new Map<string, Automerge.Doc<Book>>();
  readonly #packages: Automerge.Doc<Book>[] = [];

  of(device: string): Automerge.Doc<Book> {
    const actor = Buffer.from(device).toString('hex');
    const doc = this.docs.get(device) ?? Automerge.clone(this.#base, { actor });
    this.docs.set(device, doc);
    return doc;
  }

  wrote({ device }: Machine, set: ChangeSet): void {
    const doc = Automerge.change(this.of(device), (draft) => {
      for (const { id, fields } of set.changes) {
        for (const [field, value] of Object.entries(fields)) {
          const record = draft.records[id];
          if (record) record[field] = value;
        }
      }
    });
    this.docs.set(device, doc);
  }

  exported({ device }: Machine): void {
    this.#packages.push(Automerge.clone(this.of(device)));
  }

  imported({ device }: Machine, _sets: readonly ChangeSet[], packages: readonly number[]): void {
    for (const index of packages) {
      const from = this.#packages[index];
      if (from) this.merge(device, from);
    }
  }

  merge(into: string, from: Automerge.Doc<Book>): void {
    this.docs.set(into, Automerge.merge(this.of(into), Automerge.clone(from)));
  }

  /** Different values of every field that was ever set. */
  values(device: string): [string, string[]][] {
    const doc = this.of(device);
    const found = new Map<string, string[]>();
    for (const id of records) {
      const record = doc.records[id] ?? {};
      for (const field of Object.keys(record)) {
        const all = Object.values(Automerge.getConflicts(record, field) ?? { one: record[field] });
        found.set(`${id} ${field}`, [...new Set(all.map((one) => JSON.stringify(one)))].sort());
      }
    }
    return sorted(found);
  }
}

describe('beside Automerge', () => {
  it('the same edits come to the same values, and to the same rivals where they conflict', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5 }),
        happenings({ partial: false }),
        (machineCount, history) => {
          const book = new AutomergeBook();
          const { machines } = play(machineCount, history, book);
          const compare = (): void => {
            for (const { device, state } of machines) {
              const ours = [...valuesOf(state)].map(
                ([key, entries]) =>
                  [
                    key,
                    [...new Set(entries.map(([, one]) => JSON.stringify(one)))].sort(),
                  ] as const,
              );
              expect(sorted(new Map(ours))).toEqual(book.values(device));
            }
          };
          compare();
          exchangeAll(machines);
          const docs = machines.map(({ device }) => Automerge.clone(book.of(device)));
          for (const { device } of machines) for (const doc of docs) book.merge(device, doc);
          compare();
        },
      ),
      { numRuns: 150 },
    );
  });
});
