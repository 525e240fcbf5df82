import fc from 'fast-check';
import type { ChangeSet } from '../../../shared/changes/change-set';
import { draftSet } from '../../../shared/changes/draft';
import type { JsonValue } from '../../../shared/changes/json';
import { merge } from '../../../shared/changes/merge';
import { narrowed } from '../../../shared/changes/partial-set';
import type { Stamp } from '../../../shared/changes/stamp';
import { applySet, emptyState, entriesOf, type State } from '../../../shared/changes/state';

/** What happens on and between machines; numbers are taken modulo what there is. */
export type Happening =
  | { kind: 'edit'; on: number; record: number; field: number; value: JsonValue }
  | { kind: 'both'; on: number; record: number; other: number; value: JsonValue }
  | { kind: 'tombstone'; on: number; record: number; deleted: boolean }
  | { kind: 'settle'; on: number; record: number; field: number; entry: number }
  | { kind: 'export'; on: number; only: number | null }
  | { kind: 'import'; on: number; packages: number[]; only: number | null };

export const records = ['a', 'b', 'c', 'd'] as const;
export const fields = ['title', 'note'] as const;
const collection = 'task';

const small = fc.nat({ max: 8 });
const value: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.constantFrom('甲', '乙', ''),
  fc.boolean(),
);
/** Which records a package or a choice is about: a set of four bits; null is all. */
const subset = fc.option(fc.integer({ min: 1, max: 15 }), { freq: 2 });

/** Random histories; without `partial`, packages hold everything and are taken whole. */
export function happenings(options: { partial: boolean }): fc.Arbitrary<Happening[]> {
  const only = options.partial ? subset : fc.constant(null);
  return fc.array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          kind: fc.constant('edit' as const),
          on: small,
          record: small,
          field: small,
          value,
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('both' as const),
          on: small,
          record: small,
          other: small,
          value,
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('tombstone' as const),
          deleted: fc.boolean(),
          on: small,
          record: small,
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('settle' as const),
          on: small,
          record: small,
          field: small,
          entry: small,
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({ kind: fc.constant('export' as const), on: small, only }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant('import' as const),
          on: small,
          packages: fc.array(fc.nat({ max: 30 }), { maxLength: 3 }),
          only,
        }),
      },
    ),
    { minLength: 5, maxLength: 60 },
  );
}

const isIn = (only: number | null, record: string): boolean =>
  only === null || (only & (1 << records.indexOf(record as (typeof records)[number]))) !== 0;

/** One machine: what it knows, as the app keeps it. */
export interface Machine {
  readonly device: string;
  readonly state: State;
  sets: ChangeSet[];
  /** How wrong its clock is, in ms. */
  readonly skew: number;
}

/** Hears of what happens, to keep an account of its own. */
export interface Account {
  wrote?(machine: Machine, set: ChangeSet): void;
  exported?(machine: Machine): void;
  /** `packages`: which of those exported so far, in order. */
  imported?(machine: Machine, sets: readonly ChangeSet[], packages: readonly number[]): void;
}

/** Takes sets in as an import does: what is known changes nothing, parts are put together. */
export function takeIn(machine: Machine, sets: readonly ChangeSet[]): void {
  machine.sets = merge(machine.sets, sets);
  for (const set of sets) applySet(machine.state, set);
}

/** Lets a history happen on `count` machines and answers them. */
export function play(count: number, history: readonly Happening[], account: Account = {}) {
  const machines: Machine[] = Array.from({ length: count }, (_, index) => ({
    device: `pc${index}aaaaa`.slice(0, 8),
    state: emptyState(),
    sets: [],
    // Years apart, forward and back.
    skew: (index % 2 === 0 ? 1 : -1) * index * 400 * 86_400_000,
  }));
  const packages: ChangeSet[][] = [];
  let time = Date.UTC(2026, 10, 1);
  const commit = (
    machine: Machine,
    id: string,
    values: Record<string, JsonValue>,
    more?: string,
  ) => {
    time += 60_000;
    const edits = [{ collection, id, fields: values }];
    if (more !== undefined && more !== id) edits.push({ collection, id: more, fields: values });
    const set = draftSet(machine.state, edits, {
      device: machine.device,
      author: machine.device,
      wall: new Date(time + machine.skew).toISOString(),
      label: 'task.set',
    });
    if (!set) return;
    account.wrote?.(machine, set);
    takeIn(machine, [set]);
  };
  const at = <T>(list: readonly T[], index: number): T => {
    const found = list[index % list.length];
    if (found === undefined) throw new Error('there is nothing to choose from');
    return found;
  };
  for (const happening of history) {
    const machine = at(machines, happening.on);
    if (happening.kind === 'edit') {
      const { record, field } = happening;
      commit(machine, at(records, record), { [at(fields, field)]: happening.value });
    } else if (happening.kind === 'both') {
      const { record, other, value: shared } = happening;
      commit(machine, at(records, record), { title: shared }, at(records, other));
    } else if (happening.kind === 'tombstone') {
      commit(machine, at(records, happening.record), { deleted: happening.deleted });
    } else if (happening.kind === 'settle') {
      const id = at(records, happening.record);
      const field = at(fields, happening.field);
      const record = machine.state.collections.get(collection)?.records.get(id);
      const entries = entriesOf(record, field);
      if (entries.length > 1) commit(machine, id, { [field]: at(entries, happening.entry)[1] });
    } else if (happening.kind === 'export') {
      const { only } = happening;
      account.exported?.(machine);
      packages.push(machine.sets.flatMap((set) => narrowed(set, ({ id }) => isIn(only, id)) ?? []));
    } else if (packages.length > 0) {
      const { only } = happening;
      const sets = merge(...happening.packages.map((index) => at(packages, index))).flatMap(
        (set) => narrowed(set, ({ id }) => isIn(only, id)) ?? [],
      );
      const taken = happening.packages.map((index) => index % packages.length);
      account.imported?.(machine, sets, taken);
      takeIn(machine, sets);
    }
  }
  return { machines, packages };
}

/** Brings everything to everyone, each in an order of its own. */
export function exchangeAll(machines: readonly Machine[]): void {
  const all = machines.map(({ sets }) => sets);
  for (const [index, machine] of machines.entries()) {
    const order = [...all.slice(index), ...all.slice(0, index)];
    for (const sets of index % 2 === 0 ? order : order.reverse()) {
      takeIn(machine, index % 3 === 0 ? [...sets].reverse() : sets);
    }
  }
}

/** Values of every field by `record field`, as the app has them. */
export function valuesOf(state: State): Map<string, readonly (readonly [Stamp, JsonValue])[]> {
  const found = new Map<string, readonly (readonly [Stamp, JsonValue])[]>();
  for (const [id, record] of state.collections.get(collection)?.records ?? []) {
    for (const field of Object.keys(record.values)) {
      found.set(`${id} ${field}`, entriesOf(record, field));
    }
  }
  return found;
}
