import { open, stat } from 'node:fs/promises';
import { StorageError, storageError } from '../storage/storage-error';
import { formOf } from './file-form';
import { largestFile } from './limits';
import { readText } from './read-text';
import { type ReadSheet, readWorkbook } from './read-workbook';

async function bytesOf(path: string): Promise<Buffer> {
  try {
    // Asked first: opening a pipe would wait for a writer for ever.
    if (!(await stat(path)).isFile()) throw new StorageError('sheet-other', { form: '?' });
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      if (size > largestFile) throw new StorageError('sheet-large');
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw storageError(error, path);
  }
}

/**
 * Reads the tables of a file: .xlsx, .xlsm, or separated text. Throws StorageError of the disk,
 * `file-empty`, or one of `sheet-…`; nothing but these.
 */
export async function readSheetFile(
  path: string,
  progress?: (unpacked: number, total: number) => void,
): Promise<ReadSheet[]> {
  const bytes = await bytesOf(path);
  if (formOf(bytes) === 'zip') return readWorkbook(bytes, progress);
  const { grid, isCut } = readText(bytes);
  return [{ about: { name: '', rows: grid.length, isHidden: false, isCut }, grid }];
}
