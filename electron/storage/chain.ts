import { join } from 'node:path';
import type { ChangeSet } from '../../shared/changes/change-set';
import { cutTail, listFolder, readChunks, sizeOf, sizesOf } from './files';
import { GrowingFile } from './growing-file';
import {
  claimedHash,
  genesisOf,
  hashHeadLength,
  type LineFormat,
  type LineKey,
  plainLines,
  sealedLines,
} from './journal-line';
import { type Damage, type JournalLine, type Reach, type Span, scanLines } from './journal-scan';
import { StorageError } from './storage-error';

/** The two streams: what everybody may see, and this PC's drafts, which are never exported. */
export const streams = ['journal', 'private'] as const;

export type Stream = (typeof streams)[number];

/** How far each journal file is known, by its path inside the data folder. */
export type Covered = Readonly<Record<string, Reach>>;

/** The journal is shorter than, or other than, what the snapshot claims to cover. */
export class SnapshotIsStale extends Error {}

const fileName = /^\d{4}-(?:0[1-9]|1[0-2])\.jsonl$/;

/** Whether a file of that name is a month of a chain; others were kept aside. */
export const isChainFile = (name: string): boolean => fileName.test(name);

/** One month of a chain as it stands. */
export interface ChainFile {
  readonly file: string;
  /** Bytes that belong to the journal; more than the reach only where the end is damaged. */
  end: number;
  /** Undefined while the file has no line. */
  reach: Reach | undefined;
}

/** What one device wrote into one stream: files by month, chained from the first line to the last. */
export class Chain {
  readonly #genesis: string;
  readonly #lines: LineFormat;
  #files: ChainFile[] = [];
  #growing: GrowingFile | undefined;

  constructor(
    readonly folder: string,
    readonly stream: Stream,
    readonly device: string,
    unit: string,
    key?: LineKey,
  ) {
    this.#genesis = genesisOf(unit, stream, device);
    this.#lines = key ? sealedLines(key, this.#genesis) : plainLines;
  }

  /** Finds the chain's files and what of them `covered` does not know. */
  async find(covered: Covered | undefined): Promise<Span[]> {
    const within = `${this.stream}/${this.device}`;
    const names = await listFolder(join(this.folder, within), 'files');
    this.#files = names
      .filter(isChainFile)
      .map((name) => `${within}/${name}`)
      .map((file) => ({ file, end: 0, reach: covered?.[file] }));
    const sizes = await sizesOf(
      this.folder,
      this.#files.map(({ file }) => file),
    );
    for (const [at, known] of this.#files.entries()) {
      known.end = sizes[at] ?? 0;
      if (known.reach && known.end < known.reach.bytes) throw new SnapshotIsStale(known.file);
    }
    const spans = this.#files.map(({ file, reach, end }) => ({
      file,
      from: reach,
      to: end,
    }));
    const last = spans.findLast(({ from }) => from);
    if (last?.from) await this.#expectLine(last.file, last.from);
    return spans;
  }

  /** Only the newest covered line is looked at: older months are never written again. */
  async #expectLine(file: string, { at, hash }: Reach): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of readChunks(join(this.folder, file), at, at + hashHeadLength)) {
      chunks.push(chunk);
    }
    if (claimedHash(Buffer.concat(chunks)) !== hash) throw new SnapshotIsStale(file);
  }

  #read(spans: readonly Span[]): AsyncGenerator<(JournalLine | Damage)[]> {
    return scanLines(this.folder, spans, this.#genesis, this.#lines.decode);
  }

  /** Walks over `spans`; while opening, remembers how far the chain reaches. */
  async *scan(spans: readonly Span[], isOpening = false): AsyncGenerator<(JournalLine | Damage)[]> {
    const byName = new Map(this.#files.map((known) => [known.file, known]));
    for await (const found of this.#read(spans)) {
      for (const item of isOpening ? found : []) {
        const known = byName.get(item.file);
        if (item.kind !== 'set' || !known) continue;
        known.reach = {
          bytes: item.end,
          lines: item.line,
          at: item.at,
          hash: item.hash,
        };
      }
      yield found;
    }
  }

  /** Cuts an unfinished last line off and keeps it beside the journal. Returns the kept file. */
  async cutTorn({ file, at }: Damage): Promise<string> {
    for (let count = 1; ; count += 1) {
      const kept = `${file}.torn-${count}`;
      if ((await sizeOf(join(this.folder, kept))) !== undefined) continue;
      await cutTail(join(this.folder, file), at, join(this.folder, kept));
      for (const known of this.#files) if (known.file === file) known.end = at;
      return kept;
    }
  }

  /** The files from `after` on, as far as they are durable now or as `covered` knows them. */
  spans(covered?: Covered, after?: Covered): Span[] {
    return this.#files.map(({ file, end }) => ({
      file,
      from: after?.[file],
      to: covered ? (covered[file]?.bytes ?? 0) : end,
    }));
  }

  /** How far the chain's files reach, by path. */
  reaches(): [string, Reach][] {
    return this.#files.flatMap(({ file, reach }) => (reach ? [[file, reach]] : []));
  }

  /**
   * Appends sets by one write and one flush, to the file of `month` (`YYYY-MM`) or to a later one
   * that exists already: a clock set back must not put new lines before old ones.
   */
  async append(sets: readonly ChangeSet[], month: string): Promise<void> {
    const wanted = `${this.stream}/${this.device}/${month}.jsonl`;
    const last = this.#files.at(-1);
    const target = last && last.file >= wanted ? last : { file: wanted, end: 0, reach: undefined };
    if (target.end === 0) await this.#expectFolder();
    let { lines } = target.reach ?? { lines: 0 };
    let prev = this.#files.findLast(({ reach }) => reach)?.reach?.hash ?? this.#genesis;
    let at = target.end;
    let end = target.end;
    const pieces: Buffer[] = [];
    for (const set of sets) {
      const { bytes, hash } = this.#lines.encode(set, prev);
      pieces.push(bytes);
      prev = hash;
      at = end;
      end += bytes.length;
      lines += 1;
    }
    await (await this.#fileOf(target)).append(Buffer.concat(pieces));
    if (target !== last) this.#files.push(target);
    target.end = end;
    target.reach = { bytes: end, lines, at, hash: prev };
  }

  async #fileOf({ file, end }: ChainFile): Promise<GrowingFile> {
    const path = join(this.folder, file);
    if (this.#growing?.path !== path) {
      await this.#growing?.close();
      this.#growing = new GrowingFile(path, end);
    }
    return this.#growing;
  }

  /** Folders are made for a first line only where the data folder itself is still there. */
  async #expectFolder(): Promise<void> {
    const path = join(this.folder, 'touyan.json');
    if ((await sizeOf(path)) === undefined) throw new StorageError('folder-gone', { path });
  }

  /** What `restore` needs to take appends back. */
  mark(): readonly ChainFile[] {
    return this.#files.map((known) => ({ ...known }));
  }

  /** Takes back everything appended since `mark`. */
  async restore(mark: readonly ChainFile[]): Promise<void> {
    const now = this.#files;
    this.#files = mark.map((known) => ({ ...known }));
    for (const known of now) {
      const before = mark.find(({ file }) => file === known.file)?.end ?? 0;
      if (known.end !== before) await (await this.#fileOf(known)).shrink(before);
    }
  }

  /** Lets go of the open file. */
  async close(): Promise<void> {
    await this.#growing?.close();
    this.#growing = undefined;
  }
}
