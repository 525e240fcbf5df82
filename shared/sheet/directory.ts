import { listOf } from '../changes/records';
import type { State } from '../changes/state';
import type { CollectionName } from '../model/collections';
import { type Named, PeopleIndex } from '../reading/people-index';
import { plainText } from '../reading/plain-text';
import type { SheetList } from './list';
import type { Writing } from './write-cell';
import type { Written } from './written';

/** The unit's people and sections, as sheets name them. */
export interface Directory {
  readonly people: readonly Named[];
  /** Ids of sections by their name. */
  readonly departments: ReadonlyMap<string, string>;
  readonly departmentNames: readonly string[];
}

/** The people and sections of a state. */
export function directoryOf(state: State): Directory {
  const sections = listOf(state, 'department');
  const names = new Map(sections.map(({ id, name }) => [id, name]));
  return {
    people: listOf(state, 'person').map(({ id, name, department, post }) => ({
      id,
      name,
      department: names.get(department) ?? '',
      post,
    })),
    departments: new Map(sections.map(({ id, name }) => [plainText(name), id])),
    departmentNames: sections.map(({ name }) => name),
  };
}

/** How values of a state are put into cells. */
export function writingOf(state: State, language: 'zh' | 'en'): Writing {
  const { people } = directoryOf(state);
  const sections = new Map(listOf(state, 'department').map(({ id, name }) => [id, name]));
  const index = new PeopleIndex(people);
  return {
    wording: {
      language,
      personName: (id) => index.label(id),
      departmentName: (id) => sections.get(id) ?? '',
      dayText: (day) => day,
    },
    people: index,
  };
}

/** A record as a sheet shows it: what is no text is written as one. */
type Listed = Readonly<Record<string, unknown>> & { readonly id: string };

/** The live records of a list. */
export function recordsOf(state: State, list: SheetList): readonly Listed[] {
  const { collection, given, written } = list;
  if (collection !== 'activity') {
    const records: readonly Listed[] = listOf<CollectionName>(state, collection);
    const texts = written?.(state);
    return texts ? records.map((record) => shown(record, texts)) : records;
  }
  return listOf(state, 'activity').filter(({ kind }) => kind === given.kind);
}

const shown = (record: Listed, written: Readonly<Record<string, Written>>): Listed => ({
  ...record,
  ...Object.fromEntries(
    Object.entries(written).map(([key, { textOf }]) => [key, textOf(record[key])]),
  ),
});
