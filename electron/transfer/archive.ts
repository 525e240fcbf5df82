import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type Entry, fromFd, fromRandomAccessReader, type ZipFile } from 'yauzl';
import { refused } from './refusal';
import type { SealedReader } from './sealed-file';

/** Most entries a package may have. */
const mostEntries = 50_000;

/** `externalFileAttributes` keeps the Unix file type in its top four bits. */
const fileType = (entry: Entry): number => (entry.externalFileAttributes >>> 28) & 0xf;
const plainFile = [0, 0x8];

function openZip(from: FileHandle | SealedReader): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, strictFileNames: true };
    const opened = (error: Error | null, zip: ZipFile) => (error ? reject(error) : resolve(zip));
    if ('fd' in from) fromFd(from.fd, options, opened);
    else fromRandomAccessReader(from, from.size, options, opened);
  });
}

function listEntries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });
}

/** A zip opened for reading: its entries by name, in the order of the file. */
export interface Archive {
  readonly entries: ReadonlyMap<string, Entry>;
  /** The bytes of an entry; refused as soon as there are more than `most`. */
  read(entry: Entry, most: number): Promise<Buffer>;
  /** The same bytes as they come, for entries that need not fit into memory. */
  stream(entry: Entry, most: number): AsyncGenerator<Buffer>;
}

/**
 * Opens a zip and checks its directory: plain files only, relative names without `..`, no name
 * twice, nothing encrypted. The caller closes the handle.
 */
export async function openArchive(from: FileHandle | SealedReader): Promise<Archive> {
  const zip = await openZip(from);
  if (zip.entryCount > mostEntries) throw refused('package-altered', 'entries');
  const entries = new Map<string, Entry>();
  for (const entry of await listEntries(zip)) {
    const { fileName } = entry;
    if (entries.has(fileName)) throw refused('package-altered', fileName);
    if (fileName.endsWith('/') || !plainFile.includes(fileType(entry)) || entry.isEncrypted()) {
      throw refused('package-altered', fileName);
    }
    entries.set(fileName, entry);
  }
  return {
    entries,
    read: (entry, most) => readEntry(zip, entry, most),
    stream: (entry, most) => streamEntry(zip, entry, most),
  };
}

async function* streamEntry(zip: ZipFile, entry: Entry, most: number): AsyncGenerator<Buffer> {
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > most) throw refused('package-altered', entry.fileName);
    yield chunk;
  }
}

function readEntry(zip: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (entry.uncompressedSize > most) {
      reject(refused('package-altered', entry.fileName));
      return;
    }
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(error);
        return;
      }
      const chunks: Buffer[] = [];
      let length = 0;
      stream.on('data', (chunk: Buffer) => {
        length += chunk.length;
        chunks.push(chunk);
        // What the directory says may be a lie; a bomb stops here, not in memory.
        if (length > most) stream.destroy(refused('package-altered', entry.fileName));
      });
      stream.on('end', () => resolve(Buffer.concat(chunks)));
      stream.on('error', reject);
    });
  });
}
