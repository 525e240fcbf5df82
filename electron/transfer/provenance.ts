import type { ChangeSet, RecordChange } from '../../shared/changes/change-set';
import type { Edit } from '../../shared/changes/draft';
import { sameValue } from '../../shared/changes/json';
import { edit, listOf, recordOf } from '../../shared/changes/records';
import { deviceOf, type Stamp } from '../../shared/changes/stamp';
import type { State } from '../../shared/changes/state';
import type { Authorship } from '../../shared/insight/exchange/flags';
import { isKnownSet } from './known-sets';
import {
  isLogged,
  joinedPart,
  type LoggedSet,
  type OpenPart,
  partId,
  partOfRecord,
} from './log-part';
import type { ReadPackage } from './read-package';

type From = Pick<ReadPackage, 'manifest' | 'sets' | 'logs'>;

/** The parts of logs that are kept here. */
export function keptParts(unit: string, state: State): OpenPart[] {
  return listOf(state, 'logPart').flatMap((record) => partOfRecord(unit, record) ?? []);
}

/** The key by which a device is known here: the one compared, else the first that came by a friend. */
function knownKey(state: State, device: string): string | undefined {
  return (
    recordOf(state, 'trust', device)?.publicKey ??
    listOf(state, 'logPart').find((one) => one.device === device)?.publicKey
  );
}

/** The edit that keeps a part. */
export const keepPart = (part: OpenPart): Edit => {
  const { device, publicKey, from, start, head, signature, entries } = part;
  const fields = { device, publicKey, from, start, head, signature, entries: [...entries] };
  return edit('logPart', partId(part), fields);
};

/**
 * The edits that keep what the packages brought of the logs of those who wrote the `added` sets. A
 * part that a longer one goes on from is let go.
 */
export function partEdits(
  state: State,
  provenance: Provenance,
  added: readonly ChangeSet[],
): Edit[] {
  const devices = new Set(added.map(({ stamp }) => deviceOf(stamp)));
  const parts = [...provenance.parts].filter(({ device }) => devices.has(device));
  const isShorter = (one: OpenPart): boolean =>
    parts.some(
      (other) =>
        other.from === one.from &&
        other.start === one.start &&
        other.sets.length > one.sets.length &&
        one.sets.every(({ stamp }, at) => other.sets[at]?.stamp === stamp),
    );
  return parts.flatMap((part): Edit[] => {
    if (!isShorter(part)) return [keepPart(part)];
    const isHere = recordOf(state, 'logPart', partId(part)) !== undefined;
    return isHere ? [edit('logPart', partId(part), { deleted: true, entries: null })] : [];
  });
}

/** Tells of changes in packages who can be shown to have written them. */
export class Provenance {
  readonly #state: State;
  /** Sets that their own author hands over, in a package that he signed. */
  readonly #handed = new Map<Stamp, ChangeSet>();
  readonly #parts = new Map<string, OpenPart>();
  readonly #logged = new Map<Stamp, LoggedSet[]>();
  /** Stamps between which a device has signed that there are no others. */
  readonly #spans = new Map<string, (readonly [first: Stamp, last: Stamp])[]>();
  /** Devices of which a part came under another key than the known one. */
  readonly #falseKeys = new Set<string>();

  /** `state`: the whole unit's; `own`: the id of this PC. */
  constructor(
    unit: string,
    state: State,
    private readonly own: string | undefined,
    packages: readonly From[],
  ) {
    this.#state = state;
    for (const { manifest, sets } of packages) {
      for (const set of sets) {
        if (deviceOf(set.stamp) === manifest.device.id) this.#handed.set(set.stamp, set);
      }
    }
    const signers = new Map(
      packages.map(({ manifest: { device } }) => [device.id, device.publicKey]),
    );
    const firstKeys = new Map<string, string>();
    for (const part of keptParts(unit, state)) this.#take(part);
    for (const part of packages.flatMap(({ logs }) => logs)) {
      // Of a device that is not known yet, who signed its package, else the first to come.
      const key =
        knownKey(state, part.device) ?? signers.get(part.device) ?? firstKeys.get(part.device);
      if (
        key !== undefined &&
        key !== part.publicKey &&
        signers.get(part.device) !== part.publicKey
      ) {
        this.#falseKeys.add(part.device);
        continue;
      }
      firstKeys.set(part.device, part.publicKey);
      // What a revoked device signed since is not learned any more.
      const isKnown = this.#parts.has(partId(part));
      if (isKnown || !this.#isRevoked(part.device)) this.#take(part);
    }
  }

  #isRevoked(device: string): boolean {
    return recordOf(this.#state, 'trust', device)?.status === 'revoked';
  }

  #take(part: OpenPart): void {
    const id = partId(part);
    const known = this.#parts.get(id);
    this.#parts.set(id, known ? joinedPart(known, part) : part);
    const [first, last] = [part.sets[0], part.sets.at(-1)];
    if (first && last && !known) {
      const spans = this.#spans.get(part.device) ?? [];
      this.#spans.set(part.device, spans);
      spans.push([first.stamp, last.stamp]);
    }
    for (const entry of part.sets) {
      const entries = this.#logged.get(entry.stamp);
      if (entries) entries.push(entry);
      else this.#logged.set(entry.stamp, [entry]);
    }
  }

  /** All parts that may be kept: those here and those that the packages bring, joined. */
  get parts(): Iterable<OpenPart> {
    return this.#parts.values();
  }

  /** Who can be shown to have written a change. */
  of(set: ChangeSet, change: RecordChange): Authorship {
    const device = deviceOf(set.stamp);
    if (device === this.own) return 'proven';
    const entries = this.#logged.get(set.stamp) ?? [];
    const isProven = entries.some(
      (entry) => isLogged(entry, set, undefined) && isLogged(entry, set, change),
    );
    if (isProven) return 'proven';
    if (this.#isRevoked(device)) return 'revoked';
    if (this.#isHanded(set, change)) return 'proven';
    if (entries.length > 0 || this.#falseKeys.has(device)) return 'forged';
    const spans = this.#spans.get(device);
    if (!spans) return 'unsigned';
    if (spans.some(([first, last]) => first <= set.stamp && set.stamp <= last)) return 'forged';
    return spans.every(([, last]) => last < set.stamp) ? 'unproven' : 'unsigned';
  }

  #isHanded(set: ChangeSet, change: RecordChange): boolean {
    const handed = this.#handed.get(set.stamp);
    return (
      handed?.changes.some(
        ({ collection, id, fields }) =>
          collection === change.collection && id === change.id && sameValue(fields, change.fields),
      ) ?? false
    );
  }
}

/** How many sets that are new here are by devices that had signed nothing when they were passed on. */
export const unsignedSets = (
  state: State,
  sets: readonly ChangeSet[],
  provenance: Provenance,
): number =>
  sets.filter(
    (set) =>
      !isKnownSet(state, set) &&
      set.changes.some((change) => provenance.of(set, change) === 'unsigned'),
  ).length;
