import type { Day } from '../../shared/calendar/day';
import type { Period } from '../../shared/calendar/period';
import { standardCalendar } from '../../shared/calendar/workdays';
import { fold } from '../../shared/changes/state';
import { unitMonth } from '../../shared/insight/exchange/unit-row';
import type { UnitRow } from '../../shared/rpc/transfer';
import { StorageError, storageError } from '../storage/storage-error';
import { type PackageReader, type Progress, readPackage } from './read-package';

const emptyRow = {
  unit: '',
  madeAt: '',
  leaders: 0,
  submitted: 0,
  score: null,
  dimensions: {},
  met: 0,
  owed: 0,
  lights: {},
  tasksOverdue: 0,
};

/**
 * Sums up a month of many units, each from one package that is read, folded and let go: nothing is
 * kept and nothing written. A package that cannot be read makes a row that says why. Throws
 * StorageError `cancelled`.
 */
export async function rollUp(
  paths: readonly string[],
  when: { readonly month: Period; readonly today: Day },
  options: {
    readonly signal?: AbortSignal;
    readonly progress?: Progress;
    readonly passphrase?: string | undefined;
    readonly reader?: PackageReader;
  } = {},
): Promise<UnitRow[]> {
  const rows: UnitRow[] = [];
  const calendar = standardCalendar();
  const { signal, passphrase, progress, reader = readPackage } = options;
  for (const path of paths) {
    try {
      if (signal?.aborted) throw new StorageError('cancelled');
      const read = await reader(path, { passphrase, ...(signal && { signal }) });
      const month = unitMonth(fold(read.sets), { ...when, calendar });
      const { unit, madeAt } = read.summary;
      rows.push({ path, error: null, madeAt, ...month, unit: month.unit || unit });
    } catch (error) {
      const failure = storageError(error, path);
      if (failure.code === 'cancelled' || failure.code === 'internal') throw error;
      rows.push({ path, error: failure.rpcError, ...emptyRow });
    }
    progress?.(rows.length, paths.length);
  }
  return rows;
}
