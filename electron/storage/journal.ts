import { join } from 'node:path';
import type { ChangeSet } from '../../shared/changes/change-set';
import { deviceIdSchema } from '../../shared/changes/stamp';
import { Chain, type Covered, SnapshotIsStale, type Stream, streams } from './chain';
import { listFolder, listStandIns } from './files';
import type { LineKey } from './journal-line';
import type { Damage, JournalLine } from './journal-scan';

/** What opening found out. */
export interface Findings {
  readonly tail: ChangeSet[];
  readonly damages: Damage[];
  /** Files that hold cut-off last lines, by path inside the data folder. */
  readonly kept: string[];
}

/** Where a line lies: offsets of its first byte and after its newline. */
export interface LinePlace {
  readonly file: string;
  readonly at: number;
  readonly end: number;
}

/** All chains of both streams of one data folder. */
export class Journal {
  readonly #chains = new Map<string, Chain>();

  constructor(
    readonly folder: string,
    readonly unit: string,
    /** Seals lines and snapshot parts of an encrypted unit. */
    readonly key?: LineKey,
  ) {}

  #chain(stream: Stream, device: string): Chain {
    const key = `${stream}/${device}`;
    let chain = this.#chains.get(key);
    if (!chain) {
      chain = new Chain(this.folder, stream, device, this.unit, this.key);
      this.#chains.set(key, chain);
    }
    return chain;
  }

  /**
   * Finds all chains and reads what `covered` does not cover. With `repair`, unfinished last lines
   * are cut off and kept aside. `each` takes the sets; without it they are collected in the tail.
   * Throws SnapshotIsStale when `covered` does not fit the files.
   */
  async open(options: {
    covered?: Covered | undefined;
    /** What was durable once: lines missing of it are damage. */
    known?: Covered | undefined;
    repair: boolean;
    each?: ((set: ChangeSet) => void) | undefined;
  }): Promise<Findings> {
    const findings: Findings = { tail: [], damages: [], kept: [] };
    const each = options.each ?? ((set) => findings.tail.push(set));
    const torn: { chain: Chain; damage: Damage }[] = [];
    const seen = new Set<string>();
    this.#chains.clear();
    for (const stream of streams) {
      findings.damages.push(...(await this.#linksIn(stream)));
      for (const device of await listFolder(join(this.folder, stream), 'folders')) {
        if (!deviceIdSchema.safeParse(device).success) continue;
        const chain = this.#chain(stream, device);
        findings.damages.push(...(await this.#linksIn(`${stream}/${device}`)));
        const spans = await chain.find(options.covered);
        for (const { file } of spans) seen.add(file);
        for await (const found of chain.scan(spans, true)) {
          for (const item of found) {
            if (item.kind === 'set') each(item.set);
            else if (item.kind === 'torn') torn.push({ chain, damage: item });
            else findings.damages.push(item);
          }
        }
      }
    }
    const lost = Object.keys(options.covered ?? {}).find((file) => !seen.has(file));
    if (lost !== undefined) throw new SnapshotIsStale(lost);
    findings.damages.push(...this.#lostOf(options.known ?? {}));
    // With worse damage about, nothing at all is touched.
    const isCutting = options.repair && findings.damages.length === 0;
    for (const { chain, damage } of torn) {
      if (isCutting) findings.kept.push(await chain.cutTorn(damage));
      else findings.damages.push(damage);
    }
    return findings;
  }

  /** What lies elsewhere is not read: it may be another unit's, or not be there tomorrow. */
  async #linksIn(within: string): Promise<Damage[]> {
    const names = await listStandIns(join(this.folder, within));
    return names.map((name) => ({ kind: 'link', file: `${within}/${name}`, line: 1, at: 0 }));
  }

  #lostOf(known: Covered): Damage[] {
    const reaches = this.reaches();
    return Object.entries(known).flatMap(([file, { lines }]) => {
      const found = reaches[file];
      if (found && found.lines >= lines) return [];
      return [{ kind: 'lost', file, line: (found?.lines ?? 0) + 1, at: found?.bytes ?? 0 }];
    });
  }

  /** How far everything reaches now: what a fold made now covers. */
  reaches(): Covered {
    return Object.fromEntries([...this.#chains.values()].flatMap((chain) => chain.reaches()));
  }

  /**
   * Walks over all lines of the given streams that are durable now, of one device if that is given,
   * and only as far as `covered` reaches if that is given.
   */
  async *scan(
    wanted: readonly Stream[],
    options: {
      covered?: Covered | undefined;
      device?: string | undefined;
      /** What was read before and is left out. */
      after?: Covered | undefined;
    } = {},
  ): AsyncGenerator<(JournalLine | Damage)[]> {
    const { covered, device, after } = options;
    // Taken at once, so that appends meanwhile do not show up halfway.
    const jobs = [...this.#chains.values()]
      .filter(({ stream }) => wanted.includes(stream))
      .filter((chain) => device === undefined || chain.device === device)
      .map((chain) => ({ chain, spans: chain.spans(covered, after) }));
    for (const { chain, spans } of jobs) yield* chain.scan(spans);
  }

  /** The set of one line that a scan has found; undefined where the line is not that any more. */
  async readLine(place: LinePlace): Promise<ChangeSet | undefined> {
    const [stream, device] = place.file.split('/');
    const chain = this.#chains.get(`${stream}/${device}`);
    const span = {
      file: place.file,
      from: { at: place.at, bytes: place.at, lines: 0, hash: '' },
      to: place.end,
    };
    for await (const found of chain?.scan([span]) ?? []) {
      for (const item of found) if (item.kind === 'set') return item.set;
    }
    return undefined;
  }

  /** Appends sets to the chain of a device, durably. Throws StorageError and keeps nothing then. */
  append(stream: Stream, device: string, sets: readonly ChangeSet[], month: string): Promise<void> {
    return this.#chain(stream, device).append(sets, month);
  }

  /** Runs `work`; if it throws, everything it appended is taken back. */
  async orNothing(work: () => Promise<void>): Promise<void> {
    const marks = new Map([...this.#chains].map(([key, chain]) => [key, chain.mark()]));
    try {
      await work();
    } catch (error) {
      for (const [key, chain] of this.#chains) {
        // A disk that refuses even this is cut before the next append.
        await chain.restore(marks.get(key) ?? []).catch(() => undefined);
      }
      throw error;
    }
  }

  /** Lets go of all files. */
  async close(): Promise<void> {
    for (const chain of this.#chains.values()) await chain.close();
  }
}
