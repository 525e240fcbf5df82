import type { Day } from '../../shared/calendar/day';
import { isPeriod, periodRange } from '../../shared/calendar/period';
import { checkItems, sectionOf } from '../../shared/catalogue/catalogue';
import { listOf, recordOf } from '../../shared/changes/records';
import type { State } from '../../shared/changes/state';
import { nameOf } from '../../shared/insight/people';
import { kindOf, kinds } from '../../shared/kinds/kinds';
import { titleOf } from '../../shared/kinds/register';
import type { CollectionName, RecordOf } from '../../shared/model/collections';
import { documentKinds } from '../../shared/report/documents';
import { bilingual } from '../i18n/i18n';
import { wordingOf } from '../pages/registers/wording';
import { hrefOf } from '../state/location';
import { latinOf } from './latin';

/** What can be found, in the order in which groups are shown. */
export const groups = [
  'action',
  'page',
  'person',
  'task',
  'register',
  'target',
  'item',
  'document',
  'file',
  'help',
] as const;

export type Group = (typeof groups)[number];

/** One thing that can be found, and where it leads. */
export interface Entry {
  readonly id: string;
  readonly group: Group;
  readonly title: string;
  /** What else is said of it in a line: kind, people, place. */
  readonly facts: string;
  /** The day it is of; empty where it is of none. */
  readonly day: Day;
  readonly href: string;
  /** How much more it is worth than others that fit as well. */
  readonly weight: number;
  /** `title`, and all words of it, in lower case. */
  readonly name: string;
  readonly text: string;
  readonly sound: string;
  readonly starts: string;
  readonly initials: string;
}

interface Said {
  readonly id: string;
  readonly group: Group;
  readonly title: string;
  readonly facts?: readonly string[];
  /** Words that are looked through and not shown. */
  readonly words?: readonly string[];
  readonly day?: string;
  readonly href: string;
  readonly weight?: number;
}

/** So much of a long text is looked through, in UTF-16 units. */
const longestText = 400;

/** Makes an entry of what is said of something. */
export function entryOf(said: Said): Entry {
  const { id, group, title, facts = [], words = [], day = '', href, weight = 0 } = said;
  const shown = facts.filter((fact) => fact !== '');
  const all = [title, ...shown, ...words].join(' ').slice(0, longestText);
  // Names of people are found by their sound as well as what it is called.
  const spoken = latinOf([title, ...shown].join(' ').slice(0, 80), group === 'person');
  return {
    id,
    group,
    title,
    facts: shown.join(' · '),
    day,
    href,
    weight,
    name: title.toLowerCase(),
    text: all.toLowerCase(),
    ...spoken,
  };
}

const dayIn = (period: string): string => (isPeriod(period) ? periodRange(period).first : '');

type Maker<N extends CollectionName> = (state: State, record: RecordOf<N>) => Entry;

const makePerson: Maker<'person'> = (state, { id, name, post, department, portfolio, left }) =>
  entryOf({
    id,
    group: 'person',
    title: name,
    facts: [post, recordOf(state, 'department', department)?.name ?? '', portfolio],
    href: hrefOf('settings', { person: id }),
    weight: left === '' ? 4 : 1,
  });

const makeTask: Maker<'task'> = (state, task) =>
  entryOf({
    id: task.id,
    group: 'task',
    title: task.title,
    facts: [nameOf(state, task.leader), nameOf(state, task.owner)],
    words: [task.goal, task.post, task.measures, task.result],
    day: task.due || dayIn(task.period),
    href: hrefOf('tasks', {
      ...(task.period.length === 7 && !task.period.includes('Q') && { month: task.period }),
      task: task.id,
    }),
  });

const makeActivity: Maker<'activity'> = (state, record) => {
  const kind = kindOf(record.kind);
  const wording = wordingOf(state);
  const name = kind ? bilingual(kind.name) : '';
  const title = kind ? titleOf(kind, record, wording) : record.title;
  return entryOf({
    id: record.id,
    group: 'register',
    title: title || name,
    facts: [title === name ? '' : name, nameOf(state, record.host), record.place],
    words: [...record.people.slice(0, 20).map((person) => nameOf(state, person)), record.content],
    day: record.date,
    href: hrefOf('registers', { kind: record.kind, record: record.id }),
  });
};

const makeTarget: Maker<'target'> = (state, { id, name, year, leader, measure }) =>
  entryOf({
    id,
    group: 'target',
    title: name,
    facts: [String(year), nameOf(state, leader)],
    words: [measure],
    day: `${year}-12-31`,
    href: hrefOf('targets', { target: id }),
    weight: 1,
  });

/** Where a file hangs, as far as that is a record that can be opened. */
function ownerHref(state: State, collection: string, owner: string): string {
  const activity = collection === 'activity' ? recordOf(state, 'activity', owner) : undefined;
  if (activity) return hrefOf('registers', { kind: activity.kind, record: owner });
  if (collection === 'task') return hrefOf('tasks', { task: owner });
  const progress = collection === 'progress' ? recordOf(state, 'progress', owner) : undefined;
  return progress ? hrefOf('tasks', { task: progress.task }) : '';
}

const makeFile: Maker<'attachment'> = (state, file) =>
  entryOf({
    id: file.id,
    group: 'file',
    title: file.name,
    day: file.addedDay,
    href: ownerHref(state, file.ownerCollection, file.ownerId),
  });

const makers = {
  person: makePerson,
  task: makeTask,
  activity: makeActivity,
  target: makeTarget,
  attachment: makeFile,
} as const;

export type Indexed = keyof typeof makers;

/** The collections whose records can be found. */
// Object.keys loses the literal type that `makers` has.
export const indexed = Object.keys(makers) as Indexed[];

/** The entry of one record; undefined where it has nothing to be found by or leads nowhere. */
export function entryOfRecord<N extends Indexed>(
  state: State,
  name: N,
  record: RecordOf<N>,
): Entry | undefined {
  // The maker of a collection takes its records; the table of makers loses that tie.
  const make = makers[name] as unknown as Maker<N>;
  const entry = make(state, record);
  return entry.title === '' || entry.href === '' ? undefined : entry;
}

/** All live records of a collection, for the index. */
export const recordsOf = <N extends Indexed>(state: State, name: N) => listOf(state, name);

/** What the program has without any records: check items, registers to enter, documents. */
export const catalogueEntries = (): Entry[] => [
  ...checkItems.map((item) =>
    entryOf({
      id: `item:${item.id}`,
      group: 'item',
      title: bilingual(item.text),
      words: [bilingual(item.evidence), item.id],
      href: hrefOf('mechanisms', { section: sectionOf(item.id), item: item.id }),
    }),
  ),
  ...kinds.map((kind) =>
    entryOf({
      id: `kind:${kind.id}`,
      group: 'page',
      title: bilingual(kind.name),
      facts: [],
      href: hrefOf('registers', { kind: kind.id }),
      weight: 2,
    }),
  ),
  ...documentKinds.map((kind) =>
    entryOf({
      id: `document:${kind.id}`,
      group: 'document',
      title: bilingual(kind.name),
      href: hrefOf('summary', { document: kind.id }),
      weight: 2,
    }),
  ),
];
