import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { BlobKey } from '../../../electron/storage/blob-format';
import {
  createWorkspace,
  openWorkspace,
  type Workspace,
} from '../../../electron/storage/workspace';
import { stampOf } from '../../../shared/changes/stamp';
import { device, emptyFolder } from './data-folder';

/** SHA-256 as the records have it. */
export const sha256Of = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** An empty data folder, open, and a folder with files of the user. */
export async function unitWithFiles(): Promise<{ workspace: Workspace; own: string }> {
  const folder = await emptyFolder();
  await createWorkspace(folder, { deviceId: device });
  return { workspace: await openWorkspace(folder), own: await emptyFolder() };
}

/** Writes a file of the user; returns its path. */
export async function userFile(
  own: string,
  name: string,
  content: string | Uint8Array,
): Promise<string> {
  const path = join(own, name);
  await writeFile(path, content);
  return path;
}

/** All files below the attachments of a data folder, with `/`. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(join(folder, 'attachments'), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** Commits the record of a file that was copied in; returns the record's id. */
export async function attach(
  workspace: Workspace,
  file: { name: string; bytes: number; sha256: string },
): Promise<string> {
  const id = uuidv7();
  const { name, bytes, sha256 } = file;
  const fields = { ownerCollection: 'task', ownerId: 't1', name, bytes, sha256 };
  await workspace.append(
    {
      stamp: stampOf(workspace.counter + 1, workspace.device),
      author: '张三',
      wall: '2026-11-03T08:00:00.000Z',
      label: 'attachment.add',
      changes: [{ collection: 'attachment', id, fields: { ...fields, addedDay: '2026-11-03' } }],
    },
    'shared',
  );
  return id;
}

/** A key as an encrypted unit has it. */
export function newKey(): BlobKey {
  const secret = randomBytes(32);
  return {
    nameOf: (sha256) => createHmac('sha256', secret).update(sha256).digest('hex'),
    seal(bytes, context) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open(bytes, context) {
      const cipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, 12))
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]);
    },
  };
}
