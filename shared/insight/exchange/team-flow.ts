import { type Day, daysBetween } from '../../calendar/day';
import { type Period, periodRange } from '../../calendar/period';
import { listOf } from '../../changes/records';
import type { State } from '../../changes/state';
import type { RecordOf } from '../../model/collections';
import { leadersOf } from '../people';
import { ratingPeriodOf, type SheetStatus, sheetStatus } from '../score';

/** A leader's PC as this one has exchanged with it. */
export interface FlowDevice {
  readonly id: string;
  readonly name: string;
  /** When its last package was made and taken in here, and when one was made for it; '' for never. */
  readonly madeAt: string;
  readonly lastIn: string;
  readonly lastOut: string;
  /** Whole days since its last package was made; null for never. */
  readonly age: number | null;
}

/** How a leader's records come and go, and what is to be urged (催交). */
export interface FlowRow {
  readonly person: RecordOf<'person'>;
  readonly devices: readonly FlowDevice[];
  readonly sheet: SheetStatus;
  /** `package`: none of his PCs has sent one since the month began; `rating`: not handed in here. */
  readonly missing: readonly ('package' | 'rating')[];
}

function deviceFlow(
  { id, name }: RecordOf<'device'>,
  receipts: readonly RecordOf<'receipt'>[],
  today: Day,
): FlowDevice {
  const own = receipts.filter(({ device }) => device === id);
  const last = (direction: 'in' | 'out', field: 'at' | 'madeAt'): string =>
    own
      .filter((receipt) => receipt.direction === direction && receipt.undone === '')
      .reduce((top, receipt) => (receipt[field] > top ? receipt[field] : top), '');
  const madeAt = last('in', 'madeAt');
  return {
    id,
    name,
    madeAt,
    lastIn: last('in', 'at'),
    lastOut: last('out', 'at'),
    age: madeAt === '' ? null : Math.max(0, daysBetween(madeAt.slice(0, 10), today)),
  };
}

/** The leaders of a month with their PCs, in order of rank. `own`: the PC that asks. */
export function teamFlow(
  state: State,
  when: { readonly month: Period; readonly today: Day; readonly own: string },
): FlowRow[] {
  const receipts = listOf(state, 'receipt');
  const devices = listOf(state, 'device').filter(({ id }) => id !== when.own);
  const period = ratingPeriodOf(state, when.month);
  const { first } = periodRange(when.month);
  return leadersOf(state, when.month).map((person) => {
    const own = devices
      .filter((device) => device.person === person.id)
      .map((device) => deviceFlow(device, receipts, when.today));
    const sheet = sheetStatus(state, person.id, period);
    const isSilent = own.length > 0 && own.every(({ madeAt }) => madeAt.slice(0, 10) < first);
    const missing = [
      ...(isSilent ? (['package'] as const) : []),
      ...(sheet === 'submitted' ? [] : (['rating'] as const)),
    ];
    return { person, devices: own, sheet, missing };
  });
}
