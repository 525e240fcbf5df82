import type { JsonValue } from '../changes/json';
import type { Field } from '../kinds/field';
import type { Kind } from '../kinds/kind';
import { kinds } from '../kinds/kinds';
import { personFields, targetFields, taskFields } from './core-lists';

/** A list of records that goes into a sheet and comes back: one field list for both ways. */
export interface SheetList {
  /** `person`, `task`, `target`, or the id of a kind. */
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly collection: 'activity' | 'person' | 'task' | 'target';
  readonly fields: readonly Field[];
  /** What every new record has besides its fields. */
  readonly given: Readonly<Record<string, JsonValue>>;
  /** Fields by which a row without an id finds its record. */
  readonly keys: readonly string[];
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
  },
  target: {
    id: 'target',
    name: { zh: '目标', en: 'Targets' },
    collection: 'target',
    fields: targetFields,
    given: {},
    keys: ['year', 'name'],
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
