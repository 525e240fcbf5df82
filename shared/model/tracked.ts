import type { CollectionName, FieldsOf } from './collections';

type Tracked = { readonly [N in CollectionName]?: readonly (keyof FieldsOf<N> & string)[] };

/**
 * The fields whose changes are dated (see alteration.ts): whatever a question about a past day asks
 * for and no other dated fact answers. Wordings (titles, goals, measures) are taken as they stand,
 * and so are days, which are facts themselves: who changes one corrects it.
 */
export const tracked = {
  unit: [
    'ratingEvery',
    'scale',
    'moveDue',
    'soonDays',
    'taskBehindPoints',
    'reportGraceDays',
    'termYears',
    'hoursMember',
    'hoursLeader',
    'scoreBasis',
    'scoreCap',
    'scoreFloor',
    'scoreMissing',
  ],
  person: ['role', 'head', 'department', 'post', 'portfolio', 'partyMember'],
  charge: ['line', 'contactPoint', 'project'],
  assignment: ['leader', 'deputy'],
  mark: ['state', 'note'],
  task: [
    'period',
    'parent',
    'due',
    'leader',
    'owner',
    'department',
    'percent',
    'closed',
    'reportEvery',
  ],
  target: ['leader', 'owner', 'department', 'mechanism', 'weight', 'spread', 'shares'],
  milestone: ['due', 'weight'],
} as const satisfies Tracked;

/** The tracked fields of a collection; none where it has none. */
export const trackedIn = (collection: string): readonly string[] =>
  // Own keys only: names of collections come from files as well.
  Object.hasOwn(tracked, collection)
    ? ((tracked as Record<string, readonly string[]>)[collection] ?? [])
    : [];
