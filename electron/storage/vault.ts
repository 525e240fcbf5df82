import {
  createCipheriv,
  createDecipheriv,
  randomBytes,
  type ScryptOptions,
  scrypt,
} from 'node:crypto';
import * as z from 'zod';
import { DataKey, dataKeySize } from './data-key';
import { expectStrong } from './passphrase-strength';
import { newRecoveryCode, parseRecoveryCode } from './recovery-code';

/** What each guess costs: 128 MiB of memory and some tenths of a second. RFC 7914. */
const cost = { N: 2 ** 17, r: 8, p: 1 } as const;

const hexOf = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

/** The data key, wrapped by a key that is derived from a secret: nonce, ciphertext, tag. */
export const wrapSchema = z.strictObject({
  salt: hexOf(16),
  wrapped: hexOf(12 + dataKeySize + 16),
});

/** How keys are derived from secrets. */
export const kdfSchema = z.strictObject({
  name: z.literal('scrypt'),
  N: z.literal(cost.N),
  r: z.literal(cost.r),
  p: z.literal(cost.p),
});

/** How to get the data key of an encrypted unit, for who knows the passphrase or recovery code. */
export const vaultSchema = z.strictObject({
  /** Id of the data key. */
  key: hexOf(8),
  kdf: kdfSchema,
  passphrase: wrapSchema,
  recovery: wrapSchema,
});

export type Vault = z.infer<typeof vaultSchema>;

/** What opens a vault, as somebody typed it. */
export interface Secret {
  readonly kind: 'passphrase' | 'recovery';
  readonly secret: string;
}

/** A secret as it goes into the derivation; undefined for a recovery code that is mistyped. */
function normalized({ kind, secret }: Secret): string | undefined {
  // One passphrase whichever input method and system it was typed with.
  return kind === 'passphrase' ? secret.normalize('NFKC') : parseRecoveryCode(secret);
}

function derive(secret: string, salt: Buffer): Promise<Buffer> {
  const options: ScryptOptions = { ...cost, maxmem: 256 * cost.N * cost.r };
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

const contextOf = (unit: string, key: string, kind: Secret['kind']): Buffer =>
  Buffer.from(`touyan:vault:${unit}:${key}:${kind}`);

async function wrap(key: DataKey, unit: string, kind: Secret['kind'], secret: string) {
  const salt = randomBytes(16);
  const wrapping = await derive(secret, salt);
  const master = key.copyMaster();
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrapping, nonce, { authTagLength: 16 });
  cipher.setAAD(contextOf(unit, key.id, kind));
  const wrapped = Buffer.concat([
    nonce,
    cipher.update(master),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  master.fill(0);
  wrapping.fill(0);
  return { salt: salt.toString('hex'), wrapped: wrapped.toString('hex') };
}

/** The data key in `vault`; undefined where the secret is not the right one. */
export async function unlockVault(
  vault: Vault,
  unit: string,
  secret: Secret,
): Promise<DataKey | undefined> {
  return unwrap(vault[secret.kind], unit, vault.key, secret);
}

type Wrap = z.infer<typeof wrapSchema>;

async function unwrap(
  { salt, wrapped }: Wrap,
  unit: string,
  id: string,
  secret: Secret,
): Promise<DataKey | undefined> {
  const text = normalized(secret);
  if (text === undefined) return undefined;
  const wrapping = await derive(text, Buffer.from(salt, 'hex'));
  const bytes = Buffer.from(wrapped, 'hex');
  const decipher = createDecipheriv('aes-256-gcm', wrapping, bytes.subarray(0, 12), {
    authTagLength: 16,
  });
  decipher.setAAD(contextOf(unit, id, secret.kind));
  decipher.setAuthTag(bytes.subarray(-16));
  const master = decipher.update(bytes.subarray(12, -16));
  try {
    decipher.final();
  } catch {
    master.fill(0);
    return undefined;
  } finally {
    wrapping.fill(0);
  }
  const key = new DataKey(master);
  return key.id === id ? key : undefined;
}

/** How the key of one sealed file is got by who knows its passphrase. */
export const lockSchema = z.strictObject({ key: hexOf(8), kdf: kdfSchema, passphrase: wrapSchema });

export type PassphraseLock = z.infer<typeof lockSchema>;

/** A new random key for one file called `use`, locked by a passphrase. Throws `weak-passphrase`. */
export async function createLock(
  use: string,
  passphrase: string,
): Promise<{ lock: PassphraseLock; key: DataKey }> {
  await expectStrong(passphrase);
  const key = DataKey.create();
  const wrapped = await wrap(key, use, 'passphrase', passphrase.normalize('NFKC'));
  return { lock: { key: key.id, kdf: { name: 'scrypt', ...cost }, passphrase: wrapped }, key };
}

/** The key that `createLock` locked; undefined where the passphrase is not the right one. */
export function openLock(
  lock: PassphraseLock,
  use: string,
  passphrase: string,
): Promise<DataKey | undefined> {
  return unwrap(lock.passphrase, use, lock.key, { kind: 'passphrase', secret: passphrase });
}

/** A vault for a new random data key. Throws StorageError `weak-passphrase`. */
export async function createVault(
  unit: string,
  passphrase: string,
): Promise<{ vault: Vault; key: DataKey; recoveryCode: string }> {
  await expectStrong(passphrase);
  const key = DataKey.create();
  const recoveryCode = newRecoveryCode();
  const vault: Vault = {
    key: key.id,
    kdf: { name: 'scrypt', ...cost },
    passphrase: await wrap(key, unit, 'passphrase', passphrase.normalize('NFKC')),
    recovery: await wrap(key, unit, 'recovery', parseRecoveryCode(recoveryCode) ?? ''),
  };
  return { vault, key, recoveryCode };
}

/** The vault with another passphrase for the same key. Throws StorageError `weak-passphrase`. */
export async function changePassphrase(
  vault: Vault,
  unit: string,
  key: DataKey,
  next: string,
): Promise<Vault> {
  await expectStrong(next);
  return { ...vault, passphrase: await wrap(key, unit, 'passphrase', next.normalize('NFKC')) };
}

/** The vault with another recovery code for the same key. */
export async function renewRecovery(
  vault: Vault,
  unit: string,
  key: DataKey,
): Promise<{ vault: Vault; recoveryCode: string }> {
  const recoveryCode = newRecoveryCode();
  const recovery = await wrap(key, unit, 'recovery', parseRecoveryCode(recoveryCode) ?? '');
  return { vault: { ...vault, recovery }, recoveryCode };
}
