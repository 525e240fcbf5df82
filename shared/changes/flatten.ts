import type { ChangeSet, RecordChange } from './change-set';
import { edit } from './records';
import { counterOf, deviceOf, largestStep, type Stamp, stampOf } from './stamp';
import { packStamps, unpackStamps } from './stamp-list';

/** A jump of counters is brought down to a multiple of this, so that all PCs bring it to the same. */
const landing = 2 ** 24;

/** From `start` on counters lie `less` lower, and none of them reaches `end`. */
interface Stretch {
  readonly start: number;
  readonly less: number;
  readonly end: number;
}

function stretchesOf(counters: readonly number[]): Stretch[] {
  const stretches: { start: number; less: number; end: number }[] = [];
  let last = 0;
  let less = 0;
  for (const counter of counters) {
    if (counter - last > landing) {
      const to = (Math.floor((last - less) / landing) + 1) * landing;
      const before = stretches.at(-1);
      if (before) before.end = to;
      less = counter - to;
      stretches.push({ start: counter, less, end: Number.POSITIVE_INFINITY });
    }
    last = counter;
  }
  return stretches;
}

/**
 * Brings counters down that a forged set made jump, so that there is room for all that is still to
 * be recorded; undefined where none of `stamps` lies beyond what PCs reach by working
 * (`largestStep`). Order is kept, different stamps stay different, and distances after a jump stay
 * what they are: two PCs that both got the jump bring the sets they share to the same stamps.
 */
export function flattening(stamps: Iterable<Stamp>): ((stamp: Stamp) => Stamp) | undefined {
  const counters = [...new Set([...stamps].map(counterOf))].sort((a, b) => a - b);
  if ((counters.at(-1) ?? 0) <= largestStep) return undefined;
  const stretches = stretchesOf(counters);
  if (stretches.length === 0) return undefined;
  return (stamp) => {
    const counter = counterOf(stamp);
    const stretch = stretches.findLast(({ start }) => start <= counter);
    if (!stretch) return stamp;
    // A stamp that is only named, of a set that never came here, may lie where the next one lands.
    const lower = Math.min(counter - stretch.less, stretch.end - 1);
    return stampOf(lower, deviceOf(stamp));
  };
}

/** One change with the stamps it replaces, or lists as a receipt, brought down. */
export function flattenedChange(change: RecordChange, to: (stamp: Stamp) => Stamp): RecordChange {
  const { parents, fields } = change;
  const isReceipt = change.collection === 'receipt';
  const stamps =
    isReceipt && Array.isArray(fields.stamps)
      ? fields.stamps.filter((text): text is string => typeof text === 'string')
      : undefined;
  const undone = isReceipt && typeof fields.undone === 'string' ? fields.undone : '';
  const own = edit('receipt', change.id, {
    ...(stamps && { stamps: packStamps([...unpackStamps(stamps)].map(to)) }),
    ...(undone !== '' && { undone: to(undone) }),
  });
  return {
    ...change,
    fields: { ...fields, ...own.fields },
    ...(parents && {
      parents: Object.fromEntries(
        Object.entries(parents).map(([field, list]) => [field, list.map(to)]),
      ),
    }),
  };
}

/** A set with every stamp in it brought down: its own, those it replaces, those a receipt lists. */
export function flattenedSet(set: ChangeSet, to: (stamp: Stamp) => Stamp): ChangeSet {
  return {
    ...set,
    stamp: to(set.stamp),
    ...(set.undoes !== undefined && { undoes: to(set.undoes) }),
    changes: set.changes.map((change) => flattenedChange(change, to)),
  };
}
