import { join } from 'node:path';
import { type HolidayTable, parseHolidayFile } from '../../shared/calendar/holidays';
import { readWhole } from '../storage/files';

/** Holiday tables kept on this PC, and whether the file that holds them makes no sense. */
export interface KeptHolidays {
  readonly tables: readonly HolidayTable[];
  readonly isWrong: boolean;
}

/**
 * Reads `holidays.json` in a folder: holiday tables of years that the app was not delivered with.
 * Without the file there are none; a file that makes no sense is not used at all.
 */
export async function readHolidays(folder: string): Promise<KeptHolidays> {
  try {
    const bytes = await readWhole(join(folder, 'holidays.json'));
    if (!bytes) return { tables: [], isWrong: false };
    const tables = parseHolidayFile(JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, '')));
    return tables ? { tables, isWrong: false } : { tables: [], isWrong: true };
  } catch {
    return { tables: [], isWrong: true };
  }
}
