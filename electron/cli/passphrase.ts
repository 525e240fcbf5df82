import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { parseRecoveryCode } from '../storage/recovery-code';
import { StorageError, storageError } from '../storage/storage-error';
import { unlockVault } from '../storage/vault';
import type { KeySource } from '../storage/workspace';
import type { Option } from './option';

/** No passphrase is longer; a file that is was given by mistake. */
const longest = 1000;

/** A file with the passphrase of an encrypted unit: never an argument, which others could see. */
export const passphraseFile: Option<string | undefined> = {
  schema: z.string().min(1).max(4096).optional(),
  value: 'FILE',
  help: {
    zh: '写有口令或恢复码的文件（单位已加密时）；也可用环境变量 TOUYAN_PASSPHRASE_FILE 指明',
    en: 'a file with the passphrase or recovery code of an encrypted unit; or TOUYAN_PASSPHRASE_FILE',
  },
  form: { zh: '一个路径', en: 'a path' },
  isRequired: false,
};

/** The secret in a file, without what editors put around it. Throws StorageError. */
export async function readSecret(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw storageError(error, file);
  });
  if (text.length > longest) throw new StorageError('wrong-passphrase');
  // Editors end a file with a newline, and Notepad begins it with a mark.
  return text.replace(/^\uFEFF/, '').replace(/[\r\n]+$/, '');
}

/**
 * Gets the key of an encrypted unit by the secret in `file`, else in the file that the environment
 * names; asked for only where a unit is encrypted. The key it gave is forgotten by `forget`.
 */
export function keyFrom(file: string | undefined): { source: KeySource; forget: () => void } {
  const from = file ?? process.env.TOUYAN_PASSPHRASE_FILE;
  let forget = (): void => undefined;
  const source: KeySource = async (vault, unit) => {
    if (!from) return undefined;
    const secret = await readSecret(from);
    const kind = parseRecoveryCode(secret) === undefined ? 'passphrase' : 'recovery';
    const key = await unlockVault(vault, unit, { kind, secret });
    if (!key) throw new StorageError('wrong-passphrase');
    forget = () => key.forget();
    return key;
  };
  return { source, forget: () => forget() };
}

/** A file with the passphrase of packages, read or to be written. */
export const packagePassphraseFile: Option<string | undefined> = {
  ...passphraseFile,
  help: {
    zh: '写有数据包口令的文件（数据包要加密或已加密时）',
    en: 'a file with the passphrase of the package, to encrypt or to open it',
  },
};
