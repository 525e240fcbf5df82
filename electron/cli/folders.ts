import { readdir, stat } from 'node:fs/promises';
import { storageError, systemCode } from '../storage/storage-error';
import { openWorkspace, type Workspace } from '../storage/workspace';
import { UsageError } from './option';
import { keyFrom } from './passphrase';

/** Whether there is a folder at that path; throws UsageError where something else is. */
async function isFolder(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).isDirectory()) return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    if (systemCode(error) !== 'ENOTDIR') throw storageError(error, path);
  }
  throw new UsageError({
    zh: `“${path}”不是文件夹。`,
    en: `"${path}" is not a folder.`,
  });
}

/** Whether a folder is new or empty. Throws UsageError where something else is at that path. */
export async function isNewFolder(path: string): Promise<boolean> {
  if (!(await isFolder(path))) return true;
  const names = await readdir(path).catch((error: unknown) => {
    throw storageError(error, path);
  });
  return names.length === 0;
}

/** Makes sure that a folder is new or empty. Throws UsageError otherwise. */
export async function expectNewFolder(path: string): Promise<void> {
  if (await isNewFolder(path)) return;
  throw new UsageError({
    zh: `文件夹“${path}”不是空的，没有写入；请换一个空文件夹。`,
    en: `The folder "${path}" is not empty; nothing was written. Choose an empty one.`,
  });
}

/**
 * Opens a data folder to read it, which also works while the app has it open, lets `work` use it
 * and closes it. `passphrase` is the file that opens an encrypted unit. Throws UsageError where
 * there is no folder, StorageError as openWorkspace does.
 */
export async function withWorkspace<T>(
  path: string,
  work: (workspace: Workspace) => Promise<T>,
  passphrase?: string,
  /** Opens it for writing, which needs that nobody else has it open. */
  isWriting = false,
): Promise<T> {
  if (!(await isFolder(path))) {
    throw new UsageError({
      zh: `找不到文件夹“${path}”。`,
      en: `There is no folder "${path}".`,
    });
  }
  const { source, forget } = keyFrom(passphrase);
  const workspace = await openWorkspace(path, { readOnly: !isWriting, key: source });
  try {
    return await work(workspace);
  } finally {
    await workspace.close();
    forget();
  }
}
