import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { StorageError } from '../storage/storage-error';
import { mostParts, mostRatio, mostUnpacked, ratioFrom } from './limits';
import { encodingBytes, xmlDecoder } from './xml-encoding';

const damaged = (): StorageError => new StorageError('sheet-damaged');
const bomb = (): StorageError => new StorageError('sheet-bomb');

function openZip(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) =>
      error ? reject(damaged()) : resolve(zip),
    );
  });
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      // Names in a workbook are told apart without regard to case.
      entries.set(entry.fileName.toLowerCase(), entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(damaged()));
    zip.readEntry();
  });
}

/** The parts of a workbook, unpacked as they are read. */
export class WorkbookArchive {
  #unpacked = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly progress: (unpacked: number, total: number) => void,
  ) {}

  /**
   * Opens a zip and looks for bombs by what its directory says. Throws StorageError `sheet-damaged`
   * or `sheet-bomb`.
   */
  static async open(
    bytes: Buffer,
    progress: (unpacked: number, total: number) => void = () => undefined,
  ): Promise<WorkbookArchive> {
    const zip = await openZip(bytes);
    if (zip.entryCount > mostParts) throw bomb();
    const entries = await listEntries(zip);
    let sum = 0;
    for (const { uncompressedSize, compressedSize } of entries.values()) {
      sum += uncompressedSize;
      const ratio = uncompressedSize / Math.max(1, compressedSize);
      if (uncompressedSize > ratioFrom && ratio > mostRatio) throw bomb();
    }
    if (sum > mostUnpacked) throw bomb();
    return new WorkbookArchive(zip, entries, (unpacked) => progress(unpacked, sum));
  }

  /** Whether there is a part of that name. */
  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** Names of the parts, in lower case. */
  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  /**
   * Gives a part's text piece by piece. Throws StorageError `sheet-damaged` where it is not there or
   * broken, `sheet-bomb` as soon as it unpacks to more than it may.
   */
  async *text(name: string): AsyncGenerator<string> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry || entry.isEncrypted()) throw damaged();
    let decoder: TextDecoder | undefined;
    let head = Buffer.alloc(0);
    try {
      for await (const chunk of await this.#stream(entry)) {
        // A stream of a zip gives buffers.
        const bytes = chunk as Buffer;
        this.#unpacked += bytes.length;
        // What the directory says may be a lie.
        if (this.#unpacked > mostUnpacked) throw bomb();
        this.progress(this.#unpacked, 0);
        if (decoder) {
          yield decoder.decode(bytes, { stream: true });
          continue;
        }
        // The first pieces may be too short to tell the encoding.
        head = Buffer.concat([head, bytes]);
        if (head.length < encodingBytes) continue;
        decoder = xmlDecoder(head);
        yield decoder.decode(head, { stream: true });
      }
    } catch (error) {
      throw error instanceof StorageError ? error : damaged();
    }
    yield decoder ? decoder.decode() : xmlDecoder(head).decode(head);
  }

  #stream(entry: Entry): Promise<NodeJS.ReadableStream> {
    return new Promise((resolve, reject) => {
      this.zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
    });
  }
}
