import type { State } from '../../shared/changes/state';
import { helpEntries } from '../help/help-entries';
import { currentLanguage } from '../i18n/i18n';
import { currentReplica } from '../state/workspace';
import { commandEntries } from './commands';
import {
  catalogueEntries,
  type Entry,
  entryOfRecord,
  type Indexed,
  indexed,
  recordsOf,
} from './entries';

// One entry a record, made once: `recordOf` gives the same object until a record changes, so the
// entries of what did not change are taken over. What they say of people and sections is looked up,
// so that all are made anew when one of these changes.

let made = new WeakMap<object, Entry | null>();
let madeFor: readonly unknown[] = [];
let fixed: readonly Entry[] = [];
let known: { state: State; lists: readonly unknown[]; entries: readonly Entry[] } | undefined;

/** What the entries of all records rest on. */
function basis(state: State): readonly unknown[] {
  return [
    currentLanguage(),
    recordsOf(state, 'person'),
    state.collections.get('department')?.revision,
  ];
}

function renew(state: State): void {
  const now = basis(state);
  if (now.every((one, place) => one === madeFor[place])) return;
  madeFor = now;
  made = new WeakMap();
  known = undefined;
  fixed = [...commandEntries(), ...catalogueEntries(), ...helpEntries()];
}

function made1<N extends Indexed>(state: State, name: N, record: object): Entry | null {
  const found = made.get(record);
  if (found !== undefined) return found;
  // `recordsOf` gave the record for this very name.
  const entry = entryOfRecord(state, name, record as never) ?? null;
  made.set(record, entry);
  return entry;
}

/** Makes the entries of all records, some at a time, while nothing else is to be done. */
export function* indexAhead(): Generator<void> {
  const { state } = currentReplica();
  renew(state);
  for (const name of indexed) {
    let count = 0;
    for (const record of recordsOf(state, name)) {
      made1(state, name, record);
      count += 1;
      if (count % 10 === 0) yield;
    }
  }
}

/** All that can be found now, up to date. What was not made ahead is made here. */
export function allEntries(state: State): readonly Entry[] {
  renew(state);
  const lists = indexed.map((name) => recordsOf(state, name));
  if (known?.state === state && known.lists.every((list, place) => list === lists[place])) {
    return known.entries;
  }
  const entries = indexed.flatMap((name) => {
    const list: readonly object[] = recordsOf(state, name);
    return list.flatMap((record) => made1(state, name, record) ?? []);
  });
  known = { state, lists, entries: [...fixed, ...entries] };
  return known.entries;
}

/** The names by which people are told apart from what is typed behind them. */
export const peopleNames = (state: State): readonly string[] =>
  recordsOf(state, 'person').map(({ name }) => name.toLowerCase());
