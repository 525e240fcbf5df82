import type { TextTable } from '../../shared/reading/text-table';
import { readTextTable } from '../../shared/reading/text-table';
import { StorageError } from '../storage/storage-error';

const marks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/**
 * Separated text as a table. Encodings by their mark; else UTF-8, else GB 18030, which holds GBK and
 * GB 2312. Throws StorageError `sheet-other` where the bytes are no text in any of them.
 */
export function readText(bytes: Buffer): TextTable {
  const marked = marks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte));
  if (!marked && bytes.includes(0)) throw new StorageError('sheet-other', { form: '?' });
  const tried = marked ? [marked.encoding] : ['utf-8', 'gb18030'];
  for (const encoding of tried) {
    try {
      return readTextTable(new TextDecoder(encoding, { fatal: true }).decode(bytes));
    } catch (error) {
      if (!(error instanceof TypeError) && !(error instanceof RangeError)) throw error;
    }
  }
  throw new StorageError('sheet-other', { form: '?' });
}
