import type { CallOutput } from '../../shared/rpc';
import type { DataKey } from '../storage/data-key';
import { readMarker, writeMarker } from '../storage/marker';
import { expectStrong } from '../storage/passphrase-strength';
import { StorageError } from '../storage/storage-error';
import {
  changePassphrase,
  renewRecovery,
  type Secret,
  unlockVault,
  type Vault,
} from '../storage/vault';
import { lockUnit } from './auto-lock';
import type { BackupKeeper } from './backup-keeper';
import type { Emit, SectionHandlers } from './handlers';
import { reportTo } from './progress';
import type { WorkspaceSession } from './session';
import type { VaultKeeper } from './vault-keeper';

// In a chunk of its own: a unit is encrypted once.
const encryption = () => import('../storage/encryption');

interface Opened {
  readonly folder: string;
  readonly unit: string;
  readonly vault: Vault;
  readonly key: DataKey;
}

/** The calls on passphrase, lock and encryption. */
export function vaultHandlers(
  session: WorkspaceSession,
  keeper: VaultKeeper,
  emit: Emit,
  backups: Pick<BackupKeeper, 'plain' | 'removePlain'>,
  /** Hears of a unit that was just encrypted or opened for good; what fails there is told there. */
  rewritten: () => Promise<void> = async () => undefined,
): SectionHandlers<'vault'> {
  let rewriting: AbortController | undefined;

  const tried = (vault: Vault, unit: string, secret: Secret): Promise<DataKey> =>
    keeper.guess(() => unlockVault(vault, unit, secret));

  /** Lets `work` use the vault of the open unit once the secret was proved right. */
  const withSecret = <T>(secret: Secret, work: (opened: Opened) => Promise<T>): Promise<T> =>
    session.onOwn(async ({ folder }) => {
      const { unit, vault } = await readMarker(folder);
      if (!vault) throw new StorageError('bad-input');
      const key = await tried(vault, unit, secret);
      try {
        return await work({ folder, unit, vault, key });
      } finally {
        key.forget();
      }
    });

  /** Throws where a passphrase is not that of the open unit. */
  const prove = (passphrase: string): Promise<void> =>
    withSecret({ kind: 'passphrase', secret: passphrase }, async () => undefined);

  /**
   * Encrypts or opens the whole folder once `check` has not thrown. Both can be cancelled, from the
   * moment it is asked for.
   */
  const rewrite = async (
    check: () => Promise<void>,
    work: (
      folder: string,
      key: DataKey | undefined,
      signal: AbortSignal,
    ) => Promise<DataKey | undefined>,
  ): Promise<void> => {
    if (rewriting) throw new StorageError('bad-input');
    rewriting = new AbortController();
    const { signal } = rewriting;
    try {
      await check();
      if (signal.aborted) throw new StorageError('cancelled');
      await session.rewriteOwn((folder, key, ending) =>
        work(folder, key, AbortSignal.any([signal, ending])),
      );
    } finally {
      rewriting = undefined;
    }
  };

  /** What lies about readable of a unit that is encrypted now. */
  const remains = async (): Promise<CallOutput<'vault.remains'>> => {
    if (!session.isOwn || !session.workspace.key) return [];
    const { folder, unitId } = session.workspace;
    const { plainFoldersBeside } = await import('../storage/plain-remains');
    const folders = await plainFoldersBeside(folder);
    return [
      ...folders.map(({ name, path, bytes }) => ({
        kind: 'folder' as const,
        place: null,
        id: name,
        path,
        madeAt: null,
        bytes,
      })),
      ...(await backups.plain(unitId)).map(({ place, path, manifest }) => ({
        kind: 'backup' as const,
        place,
        id: manifest.id,
        path,
        madeAt: manifest.madeAt,
        bytes: manifest.files.reduce((sum, file) => sum + file.bytes, 0),
      })),
    ];
  };

  return {
    'vault.remains': remains,
    'vault.removeRemain': async ({ place, id }) => {
      await session.onOwn(async ({ folder, key }) => {
        if (!key) throw new StorageError('bad-input');
        if (place !== null) return backups.removePlain(place, id);
        const { removePlainFolder } = await import('../storage/plain-remains');
        return removePlainFolder(folder, id);
      });
      return remains();
    },
    'vault.renewKey': async ({ current, next }) => {
      let recoveryCode: string | undefined;
      const check = async (): Promise<void> => {
        await expectStrong(next);
        await prove(current);
      };
      const renewed = rewrite(check, async (folder, old, signal) => {
        if (!old) throw new StorageError('bad-input');
        const { renewKey } = await encryption();
        const progress = reportTo(emit, 'vault.renewKey');
        const made = await renewKey(folder, old, next, { signal, progress });
        recoveryCode = made.recoveryCode;
        return made.key;
      });
      await renewed.catch((error: unknown) => {
        // Under its new key, but not opened again: the code must be shown all the same.
        if (recoveryCode === undefined) throw error;
      });
      // It opens nothing any more.
      await keeper.forget().catch(() => undefined);
      await rewritten().catch(() => undefined);
      return { recoveryCode: recoveryCode ?? '' };
    },
    'vault.status': async () => {
      const workspace = session.isOwn ? session.workspace : undefined;
      const marker = workspace && (await readMarker(workspace.folder));
      return {
        available: workspace !== undefined && workspace.readOnly === null,
        encrypted: workspace?.key !== undefined,
        remembered: marker?.vault ? await keeper.isRemembered(marker.vault) : false,
        canRemember: keeper.canRemember,
        autoLockMinutes: await keeper.autoLockMinutes(),
      };
    },
    'vault.unlock': async ({ secret, kind, remember }) => {
      const answer = await session.unlock((vault, unit) => tried(vault, unit, { kind, secret }));
      const key = session.isOwn ? session.workspace.key : undefined;
      // A keychain or disk that refuses is no reason to keep the user out.
      if (remember && key) await keeper.remember(key).catch(() => undefined);
      return answer;
    },
    'vault.enable': async ({ passphrase }) => {
      let recoveryCode: string | undefined;
      const check = () => expectStrong(passphrase);
      const encrypted = rewrite(check, async (folder, old, signal) => {
        if (old) throw new StorageError('bad-input');
        const { encryptFolder } = await encryption();
        const progress = reportTo(emit, 'vault.enable');
        const made = await encryptFolder(folder, passphrase, { signal, progress });
        recoveryCode = made.recoveryCode;
        return made.key;
      });
      await encrypted.catch((error: unknown) => {
        // Encrypted, but not opened again: the code must be shown all the same.
        if (recoveryCode === undefined) throw error;
      });
      await rewritten().catch(() => undefined);
      return { recoveryCode: recoveryCode ?? '' };
    },
    'vault.disable': async ({ passphrase }) => {
      const check = () => prove(passphrase);
      await rewrite(check, async (folder, key, signal) => {
        if (!key) throw new StorageError('bad-input');
        const { decryptFolder } = await encryption();
        const progress = reportTo(emit, 'vault.disable');
        await decryptFolder(folder, key, { signal, progress });
        return undefined;
      });
      // There is nothing left that it would open.
      await keeper.forget().catch(() => undefined);
      await rewritten().catch(() => undefined);
      return null;
    },
    'vault.cancel': () => {
      rewriting?.abort();
      return null;
    },
    'vault.changePassphrase': async ({ current, kind, next }) => {
      await expectStrong(next);
      await withSecret({ kind, secret: current }, async ({ folder, unit, vault, key }) => {
        const changed = await changePassphrase(vault, unit, key, next);
        await writeMarker(folder, { unit, vault: changed });
      });
      return null;
    },
    'vault.renewRecovery': async ({ passphrase }) => {
      const secret = { kind: 'passphrase', secret: passphrase } as const;
      return withSecret(secret, async ({ folder, unit, vault, key }) => {
        const made = await renewRecovery(vault, unit, key);
        await writeMarker(folder, { unit, vault: made.vault });
        return { recoveryCode: made.recoveryCode };
      });
    },
    'vault.remember': async ({ on, passphrase }) => {
      if (on) {
        const secret = { kind: 'passphrase', secret: passphrase } as const;
        await withSecret(secret, ({ key }) => keeper.remember(key));
      } else await keeper.forget();
      return null;
    },
    'vault.setAutoLock': async ({ minutes }) => {
      await keeper.setAutoLock(minutes);
      return null;
    },
    'vault.lock': async () => {
      await lockUnit(session, 'user', emit);
      return null;
    },
  };
}
