import { listOf, recordOf, recordOrDefault } from '../../shared/changes/records';
import { emptyState, type State } from '../../shared/changes/state';
import type { OpenedPackage } from '../../shared/rpc/transfer';
import { StorageError, storageError } from '../storage/storage-error';
import { fingerprintOf } from './fingerprint';
import type { Manifest } from './manifest';
import { type PackageReader, type Progress, type ReadPackage, readPackage } from './read-package';
import type { CheckedPackage } from './take-files';
import { type DeviceKey, trustOf } from './trust';

/** Most packages that are open at once. */
const most = 100;

interface Slot {
  readonly id: number;
  readonly path: string;
  checked?: CheckedPackage;
  /** Known as soon as the package says whose it is. */
  manifest?: Manifest;
  failure?: StorageError;
}

/** Where packages would go: the open unit, or nothing yet. */
export interface Target {
  readonly unitId: string | undefined;
  readonly own: DeviceKey | undefined;
  readonly state: State;
}

/** No unit is open. */
export const nowhere: Target = { unitId: undefined, own: undefined, state: emptyState() };

/** The packages that the user has opened to look at; each was read whole and checked. */
export class Tray {
  #slots: Slot[] = [];
  #next = 1;

  /** `reader` reads the packages; by default they are read here. */
  constructor(private readonly reader: PackageReader = readPackage) {}

  /** Packages that are whole. */
  get checked(): readonly CheckedPackage[] {
    return this.#slots.flatMap(({ checked }) => checked ?? []);
  }

  /**
   * Opens files; one that is open already is read again. What cannot go into `target` at all is not
   * even unpacked. Throws StorageError `cancelled`.
   */
  async add(
    paths: readonly string[],
    options: {
      readonly signal?: AbortSignal;
      readonly progress?: Progress;
      readonly target?: Target;
    } = {},
  ): Promise<void> {
    for (const [index, path] of paths.entries()) {
      this.#slots = this.#slots.filter((slot) => slot.path !== path);
      if (this.#slots.length >= most) throw new StorageError('bad-input', { most });
      const slot: Slot = { id: this.#next++, path };
      await this.#read(slot, undefined, {
        ...(options.signal && { signal: options.signal }),
        target: options.target,
        progress: (done, total) => options.progress?.(index + done / total, paths.length),
      });
      this.#slots.push(slot);
      options.progress?.(index + 1, paths.length);
    }
  }

  async #read(
    slot: Slot,
    passphrase: string | undefined,
    options: {
      readonly signal?: AbortSignal;
      readonly progress?: Progress;
      readonly target?: Target | undefined;
    } = {},
  ): Promise<void> {
    const { target, ...how } = options;
    const { path } = slot;
    try {
      const read = await this.reader(path, {
        ...how,
        passphrase,
        admit: (manifest) => {
          slot.manifest = manifest;
          const refusal = target && refusalOf({ path, read: { manifest } }, target);
          if (refusal) throw refusal;
        },
      });
      slot.checked = { path: slot.path, read, options: { passphrase } };
      delete slot.failure;
    } catch (error) {
      const failure = storageError(error, slot.path);
      if (failure.code === 'cancelled' || failure.code === 'internal') throw error;
      slot.failure = failure;
    }
  }

  /** Opens an encrypted package. Throws StorageError `wrong-passphrase`, `bad-input`. */
  async unlock(id: number, passphrase: string, target?: Target): Promise<void> {
    const slot = this.#slots.find((one) => one.id === id);
    if (slot?.failure?.code !== 'package-locked') throw new StorageError('bad-input');
    const tried: Slot = { id, path: slot.path };
    await this.#read(tried, passphrase, { target });
    // A slip of the finger leaves it locked, to be tried again.
    if (tried.failure?.code === 'wrong-passphrase') throw tried.failure;
    this.#slots = this.#slots.map((one) => (one === slot ? tried : one));
  }

  /** Lets go of one package, or of all. */
  forget(id: number | null): void {
    this.#slots = id === null ? [] : this.#slots.filter((slot) => slot.id !== id);
  }

  /** Packages that may go into the target, as far as trust allows it. */
  fitting(target: Target): readonly CheckedPackage[] {
    return this.checked.filter((checked) => !refusalOf(checked, target));
  }

  /** What the window is shown. */
  describe(target: Target): OpenedPackage[] {
    return this.#slots.map(({ id, path, checked, failure, manifest: told }) => {
      if (!checked) {
        const isLocked = failure?.code === 'package-locked';
        return {
          id,
          path,
          status: isLocked ? ('locked' as const) : ('refused' as const),
          error: isLocked ? null : (failure?.rpcError ?? { code: 'internal' as const }),
          package: null,
          trust: told ? trustIn(told, target) : null,
          isGap: false,
        };
      }
      const { summary, manifest } = checked.read;
      const refusal = refusalOf(checked, target);
      return {
        id,
        path,
        status: refusal ? ('refused' as const) : ('ready' as const),
        error: refusal?.rpcError ?? null,
        package: summary,
        trust: trustIn(manifest, target),
        isGap: isGap(checked, target, this.checked),
      };
    });
  }
}

/** The fingerprint that was compared before, where another key signs for the device now. */
function fingerprintBefore(state: State, { id, publicKey }: DeviceKey) {
  const trust = recordOf(state, 'trust', id);
  return trust && trust.publicKey !== publicKey ? fingerprintOf(trust.publicKey) : null;
}

/** Who made a package, as the target knows them. */
const trustIn = ({ device }: Manifest, { state, own }: Target): OpenedPackage['trust'] => ({
  status: trustOf(state, own, device),
  fingerprint: fingerprintOf(device.publicKey),
  before: fingerprintBefore(state, device),
  person: recordOrDefault(state, 'device', device.id).person,
});

/** Why a whole package cannot go into the target at all. */
function refusalOf(
  { path, read }: { readonly path: string; readonly read: Pick<ReadPackage, 'manifest'> },
  target: Target,
): StorageError | undefined {
  const { unit, device } = read.manifest;
  if (target.unitId !== undefined && unit.id !== target.unitId) {
    return new StorageError('package-foreign', { path });
  }
  const status = trustOf(target.state, target.own, device);
  if (status === 'revoked' || status === 'false-own') {
    return new StorageError(`package-${status}`, { path, device: device.name });
  }
  return undefined;
}

/** Whether a package goes on from one that never came here and is not open either. */
function isGap(
  { read }: CheckedPackage,
  { state, unitId }: Target,
  open: readonly CheckedPackage[],
): boolean {
  const { since } = read.summary.scope;
  if (since === '' || unitId === undefined) return false;
  if (open.some((other) => other.read.summary.sha256 === since)) return false;
  return !listOf(state, 'receipt').some(({ sha256 }) => sha256 === since);
}
