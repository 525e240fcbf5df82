import { StorageError } from '../storage/storage-error';

/** What a file is by its bytes, whatever its name says. */
export type FileForm = 'zip' | 'text';

const startsWith = (bytes: Uint8Array, ...values: number[]): boolean =>
  values.every((value, index) => bytes[index] === value);

/** Name of the stream in which an encrypted workbook is kept, in the compound file's own letters. */
const encryptedStream = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Tells workbooks and separated text from what cannot be read. Throws StorageError `sheet-encrypted`,
 * `sheet-old` (.xls, .et), `sheet-other` (with what it is in `form`) or `file-empty`.
 */
export function formOf(bytes: Buffer): FileForm {
  if (bytes.length === 0) throw new StorageError('file-empty');
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new StorageError(bytes.includes(encryptedStream) ? 'sheet-encrypted' : 'sheet-old');
  }
  // BIFF without a container, as the oldest programs wrote it.
  if (startsWith(bytes, 0x09, 0x08) || startsWith(bytes, 0x09, 0x04) || startsWith(bytes, 9, 2)) {
    throw new StorageError('sheet-old');
  }
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0x50, 0x4b, 5, 6)) return 'zip';
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46))
    throw new StorageError('sheet-other', { form: 'PDF' });
  const head = bytes.subarray(0, 2048).toString('latin1').replaceAll('\0', '').trimStart();
  const text = head.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)\s*/, '');
  // Programs of the web write pages and XML and name them .xls.
  if (/^<(!doctype html|!--|html|table|meta|head|style|body|div)/i.test(text)) {
    throw new StorageError('sheet-other', { form: 'HTML' });
  }
  if (/^<(\?(xml|mso)|([a-z]\w*:)?workbook[\s>])/i.test(text)) {
    throw new StorageError('sheet-other', { form: 'XML' });
  }
  if (/^MIME-Version:/i.test(text)) throw new StorageError('sheet-other', { form: 'MHTML' });
  if (head.startsWith('{\\rtf')) throw new StorageError('sheet-other', { form: 'RTF' });
  return 'text';
}
