import type { Bilingual } from '../catalogue/row';
import type { JsonValue } from '../changes/json';
import type { State } from '../changes/state';
import { clarities } from '../insight/five-clarities';
import type { Field } from '../kinds/field';
import type { Kind } from '../kinds/kind';
import { kinds } from '../kinds/kinds';
import { milestoneFields, personFields, targetFields, taskFields } from './core-lists';
import { type Written, writtenGoalChanges, writtenShares, writtenTarget } from './written';

/** A list of records that goes into a sheet and comes back: one field list for both ways. */
export interface SheetList {
  /** `person`, `task`, `target`, `milestone`, or the id of a kind. */
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly collection: 'activity' | 'person' | 'task' | 'target' | 'milestone';
  readonly fields: readonly Field[];
  /** What every new record has besides its fields. */
  readonly given: Readonly<Record<string, JsonValue>>;
  /** Fields by which a row without an id finds its record. */
  readonly keys: readonly string[];
  /** By field: what a sheet writes as text though the record holds something else. */
  readonly written?: (state: State) => Readonly<Record<string, Written>>;
  /**
   * Why a row cannot be kept though each of its cells can: the field, and what is wrong. `said` is
   * what the record would hold.
   */
  readonly refuse?: (
    said: (key: string) => unknown,
    changed: readonly string[],
  ) => { readonly key: string; readonly reason: Bilingual } | undefined;
  /** Whether sections that are not known are made with the rows. */
  readonly makesDepartments?: boolean;
}

/** The list of a kind: its own fields, nothing else. */
export function listOfKind(kind: Kind): SheetList {
  const named = ['date', 'title', ...(kind.titleFrom ?? [])];
  const keys = kind.fields.filter(({ key, required }) => required || named.includes(key));
  return {
    id: kind.id,
    name: kind.name,
    collection: 'activity',
    fields: kind.fields,
    given: { kind: kind.id },
    keys: keys.map(({ key }) => key),
  };
}

/** What is not clear cannot be given out (下达), by a sheet no more than on the page. */
const issuedUnclear: SheetList['refuse'] = (said, changed) => {
  if (!changed.includes('issued') || !said('issued')) return undefined;
  const missing = clarities.filter(({ field }) => !said(field));
  if (missing.length === 0) return undefined;
  return {
    key: 'issued',
    reason: {
      zh: `五个明确不齐全，不能下达：缺${missing.map(({ zh }) => zh).join('、')}。`,
      en: `Cannot be issued without: ${missing.map(({ en }) => en).join(', ')}.`,
    },
  };
};

/** The lists of the core. */
export const coreLists = {
  person: {
    id: 'person',
    name: { zh: '人员', en: 'People' },
    collection: 'person',
    fields: personFields,
    given: {},
    keys: ['name'],
    makesDepartments: true,
  },
  task: {
    id: 'task',
    name: { zh: '任务分解表', en: 'Tasks' },
    collection: 'task',
    fields: taskFields,
    given: {},
    keys: ['period', 'title'],
    refuse: issuedUnclear,
  },
  target: {
    id: 'target',
    name: { zh: '目标', en: 'Targets' },
    collection: 'target',
    fields: targetFields,
    given: {},
    keys: ['year', 'name'],
    written: () => ({ shares: writtenShares, goalChanges: writtenGoalChanges }),
  },
  milestone: {
    id: 'milestone',
    name: { zh: '目标节点', en: 'Milestones' },
    collection: 'milestone',
    fields: milestoneFields,
    given: {},
    keys: ['target', 'name'],
    written: (state) => ({ target: writtenTarget(state) }),
  },
} as const satisfies Record<string, SheetList>;

/** Every list that can go into a sheet and come back. */
export const sheetLists: readonly SheetList[] = [
  ...Object.values(coreLists),
  ...kinds.map(listOfKind),
];

/** The list of that id; undefined where there is none. */
export const sheetListOf = (id: string): SheetList | undefined =>
  sheetLists.find((list) => list.id === id);
