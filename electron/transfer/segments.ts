import { type ChangeSet, changeSetSchema, countChanges } from '../../shared/changes/change-set';
import { merge, StampClash } from '../../shared/changes/merge';
import { compareStamps, counterOf, deviceOf } from '../../shared/changes/stamp';
import { keepingOf, misfitsOf } from '../../shared/model/collections';
import { isMomentInRange } from '../../shared/model/range';
import { segmentName } from './manifest';
import { refused } from './refusal';

/** A file of a package: change sets of one device and one month of wall time, one a line. */
export interface Segment {
  readonly name: string;
  readonly text: string;
}

/** The segments of change sets, by name; lines in stamp order. Same sets, same texts. */
export function segmentsOf(sets: Iterable<ChangeSet>): Segment[] {
  const byName = new Map<string, ChangeSet[]>();
  for (const set of sets) {
    const name = `journal/${deviceOf(set.stamp)}/${set.wall.slice(0, 7)}.jsonl`;
    const list = byName.get(name);
    if (list) list.push(set);
    else byName.set(name, [set]);
  }
  return [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, list]) => ({
      name,
      text: `${list
        .sort((a, b) => compareStamps(a.stamp, b.stamp))
        .map((set) => JSON.stringify(set))
        .join('\n')}\n`,
    }));
}

/**
 * Values this app could not hold, and records that no honest app sends; what a newer app added
 * (collections, fields) is kept.
 */
function isBad(set: ChangeSet): boolean {
  return set.changes.some(
    (change) =>
      keepingOf(change.collection) !== 'shared' ||
      misfitsOf(change).some(({ reason }) => reason === 'bad-id' || reason === 'bad-value'),
  );
}

/** A counter that no device gives, or a moment that no clock shows. */
const isImpossible = ({ stamp, wall }: ChangeSet): boolean =>
  counterOf(stamp) < 1 || !isMomentInRange(wall);

/**
 * The change sets of a segment, each checked against schema and model. Refused with the segment's
 * name and the line where something does not fit.
 */
export function setsOf({ name, text }: Segment): ChangeSet[] {
  const [, device] = segmentName.exec(name) ?? [];
  if (!text.endsWith('\n')) throw refused('package-unreadable', name);
  return text
    .slice(0, -1)
    .split('\n')
    .map((line, index) => {
      const place = `${name}:${index + 1}`;
      const parsed = changeSetSchema.safeParse(parseLine(line, place));
      if (!parsed.success || isBad(parsed.data) || isImpossible(parsed.data))
        throw refused('package-unreadable', place);
      if (deviceOf(parsed.data.stamp) !== device) throw refused('package-altered', place);
      return parsed.data;
    });
}

function parseLine(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw refused('package-unreadable', place);
  }
}

/** All change sets of a package in stamp order; refused where two differ under one stamp. */
export function joinSegments(segments: readonly (readonly ChangeSet[])[]): ChangeSet[] {
  try {
    return merge(...segments);
  } catch (error) {
    if (error instanceof StampClash) throw refused('package-altered', error.stamp);
    throw error;
  }
}

/** How many change sets and single changes there are. */
export const countsOf = (sets: readonly ChangeSet[]): { changeSets: number; changes: number } => ({
  changeSets: sets.length,
  changes: sets.reduce((sum, set) => sum + countChanges(set), 0),
});
