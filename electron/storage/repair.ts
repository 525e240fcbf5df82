import { join } from 'node:path';
import {
  type ChangeSet,
  changeSetSchema,
  type RecordChange,
} from '../../shared/changes/change-set';
import { flattenedChange, flattenedSet, flattening } from '../../shared/changes/flatten';
import { joinedParts, restOf, StampClash } from '../../shared/changes/partial-set';
import { counterOf, deviceOf, largestStep, type Stamp, stampOf } from '../../shared/changes/stamp';
import { fold } from '../../shared/changes/state';
import { isMomentInRange } from '../../shared/model/range';
import { clock } from '../clock';
import { type Stream, streams } from './chain';
import { type KeptSet, type Reading, readDamaged } from './damage';
import type { DataKey } from './data-key';
import { exchange, isMixed } from './exchange';
import { copyTree, listFolder, remove, sizeOf } from './files';
import { type Device, makeDevice, readDevice, type UnitKey, writeDevice } from './identity';
import { Journal } from './journal';
import type { Damage } from './journal-scan';
import { acquireLock, type LockTiming } from './lock';
import { readMarker } from './marker';
import { settleFolder } from './migration';
import { writeChains } from './rechain';
import { changesFrom, readSnapshot } from './salvage';
import { isBound, readIndex, snapshotSecret } from './snapshot';
import { StorageError } from './storage-error';
import { withoutMissing } from './witness';

/** A set from a backup, with the stream it was in. */
export interface ExtraSet {
  readonly stream: Stream;
  readonly set: ChangeSet;
}

/** What is wrong with a data folder's journal, and what of it can be read. */
export interface Inspection {
  /** Change sets that can be read. */
  readonly readable: number;
  readonly damages: readonly Damage[];
  /** Whether this PC's own mark, device.json, is unreadable. */
  readonly isDeviceLost: boolean;
}

/** What a repair came to. */
export interface RepairReport {
  /** Change sets that were read and stand in the new files. */
  readonly kept: number;
  /** Places that could not be read. */
  readonly damages: readonly Damage[];
  /** Change sets taken from backups. */
  readonly restored: number;
  /** Records of which values were taken from the snapshot. */
  readonly salvaged: number;
  /** Where the whole old files lie, inside the data folder. */
  readonly keptIn: string;
  /** Whether this PC had to be given a new identity. */
  readonly isNewDevice: boolean;
}

export interface RepairOptions {
  /** Of an encrypted unit. */
  readonly key?: DataKey | undefined;
  /** Sets that backups hold; those that are missing here are taken. */
  readonly extraSets?: Iterable<ExtraSet> | AsyncIterable<ExtraSet> | undefined;
  readonly now?: () => Date;
  readonly lock?: Partial<LockTiming>;
  /** In change sets; the whole is walked over twice. */
  readonly progress?: ((done: number, total: number) => void) | undefined;
}

/** Parts of a data folder that a repair makes anew. */
const rebuilt = ['private', 'journal', 'snapshot', 'device.json'];

/** Counters left out after a repair: more than a lost end of a journal can have taken. */
const counterGap = 100_000;

/** Records that one set of a repair's own changes; larger ones are refused. */
const largestSet = 50_000;

/** The own identity, or undefined where it cannot be read. */
async function deviceOrNone(folder: string, sealed: UnitKey | undefined) {
  try {
    return await readDevice(folder, sealed);
  } catch (error) {
    if (error instanceof StorageError && error.code === 'workspace-damaged') return undefined;
    throw error;
  }
}

async function expectKey(folder: string, key: DataKey | undefined): Promise<string> {
  const { unit, vault } = await readMarker(folder);
  if (vault?.key !== key?.id) throw new StorageError('locked', { path: folder });
  return unit;
}

/**
 * Looks through a whole data folder; changes nothing. Throws StorageError `locked` and those of
 * `readMarker` and the disk.
 */
export async function inspectWorkspace(folder: string, key?: DataKey): Promise<Inspection> {
  const unit = await expectKey(folder, key);
  const index = await readIndex(folder);
  const { kept, damages, strange } = await readDamaged(folder, unit, key, index);
  const device = await deviceOrNone(folder, key && { unit, key });
  return {
    readable: kept.length,
    damages: [...damages, ...strange],
    isDeviceLost: device === undefined,
  };
}

/** What two parts of a set hold together; the first alone where they contradict each other. */
function joinedOrFirst(first: ChangeSet | undefined, second: ChangeSet): ChangeSet {
  if (!first) return second;
  const rest = restOrNone(second, first);
  return rest ? joinedParts(first, rest) : first;
}

function restOrNone(set: ChangeSet, known: ChangeSet): ChangeSet | undefined {
  try {
    return restOf(set, known);
  } catch (error) {
    if (error instanceof StampClash) return undefined;
    throw error;
  }
}

/** Sets of backups that the folder lacks. One that this app would not write is left out. */
async function missingSets(
  { kept }: Reading,
  extraSets: RepairOptions['extraSets'],
): Promise<KeptSet[]> {
  const known = new Map<Stamp, ChangeSet>();
  // A set may lie here in parts.
  for (const { set } of kept) known.set(set.stamp, joinedOrFirst(known.get(set.stamp), set));
  const missing: KeptSet[] = [];
  for await (const { stream, set: found } of extraSets ?? []) {
    const here = known.get(found.stamp);
    const set = here ? restOrNone(found, here) : found;
    if (!set || !changeSetSchema.safeParse(set).success) continue;
    known.set(set.stamp, joinedOrFirst(here, set));
    // Of a private stream there is only the own one, but a device may have had another id before.
    missing.push({ stream, device: deviceOf(set.stamp), month: set.wall.slice(0, 7), set });
  }
  return missing;
}

interface Sources {
  readonly sets: readonly KeptSet[];
  /** What only the snapshot knows, by the stream it may stand in. */
  readonly changes: Readonly<Record<Stream, readonly RecordChange[]>>;
  /** Counters up to this one may be taken. */
  readonly floor: number;
}

/** The earliest moment that a PC's clock can show stands for one that none can. */
const clockStart = '1970-01-01T00:00:00.000Z';

/** A set with counters brought down where they were made to jump, and a moment that can be shown. */
function mended(set: ChangeSet, to: ((stamp: Stamp) => Stamp) | undefined): ChangeSet {
  const low = to ? flattenedSet(set, to) : set;
  return isMomentInRange(low.wall) ? low : { ...low, wall: clockStart };
}

/** Counters up to this one may be taken; `known` is of a snapshot, and may itself have jumped. */
function floorOf(sets: readonly KeptSet[], known: number): number {
  const top = sets.reduce((most, { set }) => Math.max(most, counterOf(set.stamp)), 0);
  return known > top + largestStep ? top : Math.max(top, known);
}

/** The own set, or sets, of a repair: what the snapshot brings back, or at least a higher counter. */
function ownSets({ sets, changes, floor }: Sources, device: string, now: Date): KeptSet[] {
  const made: KeptSet[] = [];
  const wall = now.toISOString();
  const add = (stream: Stream, of: readonly RecordChange[]): void => {
    const stamp = stampOf(floor + counterGap + made.length, device);
    const set = { stamp, author: '', wall, label: 'workspace.repair', changes: [...of] };
    made.push({ stream, device, month: wall.slice(0, 7), set });
  };
  for (const stream of streams) {
    for (let at = 0; at < changes[stream].length; at += largestSet) {
      add(stream, changes[stream].slice(at, at + largestSet));
    }
  }
  // Without any change, an existing record is named, and nothing of it changed.
  const [named] = sets.at(-1)?.set.changes ?? [];
  if (made.length === 0 && named) {
    add('journal', [{ collection: named.collection, id: named.id, fields: {} }]);
  }
  return made;
}

/** A name of a folder that tells the moment: `2026-11-24T03-30-00`. */
const folderName = (now: Date): string => now.toISOString().slice(0, 19).replaceAll(':', '-');

/** Takes a copy of the old files away again, for the old files themselves stand. Never throws. */
async function dropKept(folder: string, keptIn: string): Promise<void> {
  await remove(join(folder, keptIn)).catch(() => undefined);
  const kept = join(folder, 'damaged');
  const names = await Promise.all([listFolder(kept, 'folders'), listFolder(kept, 'files')]).catch(
    () => undefined,
  );
  if (names?.flat().length === 0) await remove(kept).catch(() => undefined);
}

/** The whole old files, copied before anything is exchanged. */
async function keepOld(folder: string, now: Date): Promise<string> {
  for (let count = 1; ; count += 1) {
    const keptIn = `damaged/${folderName(now)}${count > 1 ? `-${count}` : ''}`;
    if ((await sizeOf(join(folder, keptIn))) !== undefined) continue;
    try {
      for (const name of [...rebuilt, 'touyan.json']) {
        await copyTree(join(folder, name), join(folder, keptIn, name));
      }
    } catch (error) {
      await dropKept(folder, keptIn);
      throw error;
    }
    return keptIn;
  }
}

/**
 * Makes the journal of a damaged data folder anew from all that can be read: readable sets in new
 * chains, sets of backups that are missing, and values that only the snapshot has. The whole old
 * files stay in `damaged/`. No stamp is given twice afterwards. Exchanged as one step; nobody may
 * have the folder open. Throws StorageError `workspace-locked`, `locked`, those of `readMarker` and
 * of the disk; the folder is as it was then.
 */
export async function repairWorkspace(
  folder: string,
  options: RepairOptions = {},
): Promise<RepairReport> {
  await expectKey(folder, options.key);
  const lock = await acquireLock(folder, options.lock);
  try {
    await settleFolder(folder, undefined);
    return await repair(folder, options, () => lock.confirm());
  } finally {
    await lock.release();
  }
}

async function repair(
  folder: string,
  { key, extraSets, now = clock.now, progress }: RepairOptions,
  confirm: () => Promise<void>,
): Promise<RepairReport> {
  const unit = await expectKey(folder, key);
  const sealed = key && { unit, key };
  const index = await readIndex(folder);
  const reading = await readDamaged(folder, unit, key, index);
  const restored = await missingSets(reading, extraSets);
  const found = [...reading.kept, ...restored];
  const old = await deviceOrNone(folder, sealed);
  // One that somebody else wrote brings nothing back; one from before they were bound may.
  const isForged =
    index?.mac !== undefined && old !== undefined && !isBound(index, snapshotSecret(old));
  const snapshot = index && !isForged ? await readSnapshot(folder, index, key) : undefined;
  const known = new Set(found.map(({ set }) => set.stamp));
  const salvaged = snapshot ? changesFrom(snapshot, (stamp) => !known.has(stamp)) : [];
  // Where nothing at all is left, no counter can be vouched for.
  const device = old && found.length + salvaged.length > 0 ? old : makeDevice();
  const to = flattening(found.map(({ set }) => set.stamp));
  const sets = found.map((one) => ({ ...one, set: mended(one.set, to) }));
  // What a snapshot alone knows replaces stamps that were brought down as well.
  const brought = to ? salvaged.map((change) => flattenedChange(change, to)) : salvaged;
  const stamps = new Set(sets.map((one) => one.set.stamp));
  const forgotten = withoutMissing(fold(sets.map((one) => one.set)), (stamp) => stamps.has(stamp));
  const isPrivateHurt = reading.damages.some(({ file }) => file.startsWith('private/'));
  const sources: Sources = {
    sets,
    // Drafts of this PC and shared records look alike there; in doubt they stay on this PC.
    changes: isPrivateHurt
      ? { journal: [], private: [...brought, ...forgotten] }
      : { journal: brought, private: forgotten },
    floor: floorOf(sets, index?.counter ?? 0),
  };
  const all = [...sets, ...ownSets(sources, device.id, now())];
  const keptIn = await keepOld(folder, now());
  try {
    await exchange(folder, rebuilt, async (site) => {
      // A journal is written only under its marker; this copy does not move in.
      await copyTree(join(folder, 'touyan.json'), join(site, 'touyan.json'));
      await writeSite({ site, unit, key, all, device, progress });
      await confirm();
    });
  } catch (error) {
    if (!(await isMixed(folder).catch(() => true))) await dropKept(folder, keptIn);
    throw error;
  }
  return {
    kept: reading.kept.length,
    damages: reading.damages,
    restored: restored.length,
    salvaged: salvaged.length,
    keptIn,
    isNewDevice: device !== old,
  };
}

interface Site extends Pick<RepairOptions, 'key' | 'progress'> {
  readonly site: string;
  readonly unit: string;
  readonly all: readonly KeptSet[];
  readonly device: Device;
}

/** Writes the new content and reads it back before it may stand for the old. */
async function writeSite({ site, unit, key, all, device, progress }: Site): Promise<void> {
  let done = 0;
  const tell = (count: number): void => {
    done += count;
    progress?.(done, 2 * all.length);
  };
  await writeDevice(site, device, key && { unit, key });
  const journal = new Journal(site, unit, key);
  try {
    await writeChains(journal, all, tell);
  } finally {
    await journal.close();
  }
  const read = await readDamaged(site, unit, key, undefined);
  if (read.damages.length > 0 || read.kept.length !== all.length) {
    throw new StorageError('disk-failed', { path: site });
  }
  tell(all.length);
}
