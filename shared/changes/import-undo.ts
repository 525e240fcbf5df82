import type { ChangeSet } from './change-set';
import type { Edit } from './draft';
import { type JsonValue, sameValue } from './json';
import type { Stamp } from './stamp';
import { applySet, emptyState, entriesOf, isConflicting, type State } from './state';

/** What taking an import back does, besides its edits. */
export interface ImportUndo {
  readonly edits: readonly Edit[];
  /** Fields that go back to what they were without the import. */
  readonly restored: number;
  /** Records that only the import made, and that go away. */
  readonly removed: number;
  /** Fields that the import wrote and somebody changed since: left as they are. */
  readonly kept: number;
}

/** Records that an import touches, as `collection id`; what only they need is all that is folded. */
export function touchedBy(sets: Iterable<ChangeSet>): Set<string> {
  const keys = new Set<string>();
  for (const set of sets)
    for (const { collection, id } of set.changes) keys.add(`${collection} ${id}`);
  return keys;
}

/** An import, and the records it touched as they stand with it and would stand without it. */
export interface ImportEffect {
  readonly imported: ReadonlySet<Stamp>;
  readonly touched: Iterable<string>;
  readonly state: State;
  /** Folded from all sets that did not come with the import. */
  readonly without: State;
  /** Folded from those that were here before it. */
  readonly earlier: State;
}

/**
 * The edits that take an import back. A value stands on the import where its stamp is one of
 * `imported`; whatever was written since is later work and stays, and with it the record in which
 * it was written.
 */
export function importUndo(effect: ImportEffect): ImportUndo {
  const { state, without, earlier, imported, touched } = effect;
  const edits: Edit[] = [];
  let restored = 0;
  let removed = 0;
  let kept = 0;
  for (const key of touched) {
    const [collection = '', id = ''] = key.split(' ');
    const now = state.collections.get(collection)?.records.get(id);
    if (!now) continue;
    const before = without.collections.get(collection)?.records.get(id);
    // What was sealed before the import stands for good.
    if (collection === 'seal' && before) {
      kept += Object.keys(now.values).length;
      continue;
    }
    if (!before) {
      if (now.values.deleted !== true) edits.push({ collection, id, fields: { deleted: true } });
      removed += now.values.deleted === true ? 0 : 1;
      continue;
    }
    if (!earlier.collections.get(collection)?.records.has(id)) {
      // Somebody went on with a record that the import brought: half of it would be none.
      kept += Object.keys(now.values).length;
      continue;
    }
    const fields: Record<string, JsonValue> = {};
    for (const field of Object.keys(now.values)) {
      const entries = entriesOf(now, field);
      const [shown] = entries;
      if (!shown || !entries.some(([stamp]) => imported.has(stamp))) {
        const past = now.replaced?.[field] ?? [];
        if (past.some((stamp) => imported.has(stamp))) kept += 1;
        continue;
      }
      const value = before.values[field] ?? null;
      if (sameValue(shown[1], value) && !isConflicting(now, field)) continue;
      fields[field] = value;
      restored += 1;
    }
    if (Object.keys(fields).length > 0) edits.push({ collection, id, fields });
  }
  return { edits, restored, removed, kept };
}

/** The fold of the parts of `sets` that touch certain records, without those of certain stamps. */
export class PartialFold {
  readonly state: State = emptyState();

  constructor(
    private readonly touched: ReadonlySet<string>,
    private readonly left: ReadonlySet<Stamp> = new Set(),
  ) {}

  /** Takes one set in, or what of it counts here. */
  add(set: ChangeSet): void {
    if (this.left.has(set.stamp)) return;
    const changes = set.changes.filter(({ collection, id }) =>
      this.touched.has(`${collection} ${id}`),
    );
    if (changes.length > 0) applySet(this.state, { ...set, changes });
  }
}
