import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { listFolder, makeFolder, moveAway, remove, syncFolder } from './files';
import { createWorkspace } from './identity';
import { StorageError } from './storage-error';
import { openWorkspace } from './workspace';

/** What a data folder is made of, in the order of moving in: without the marker it is not made. */
const ownFolders = ['attachments', 'snapshot', 'private', 'journal'] as const;
const ownFiles = ['device.json', 'touyan.json'] as const;

/** How a data folder is to be made and filled. */
export interface Building {
  readonly unitId?: string;
  readonly deviceId?: string;
  readonly deviceName?: string;
  /** Writes into the made, still empty data folder at `site`, and lets go of it. */
  readonly fill: (site: string) => Promise<void>;
}

async function expectEmpty(folder: string): Promise<void> {
  const folders = await listFolder(folder, 'folders');
  const files = await listFolder(folder, 'files');
  const isTaken =
    ownFolders.some((name) => folders.includes(name)) ||
    ownFiles.some((name) => files.includes(name));
  if (isTaken) throw new StorageError('workspace-not-empty', { path: folder });
}

/**
 * Makes a data folder that is full from the first moment: built inside `folder` under a name of its
 * own, then moved in, the marker last. A crash leaves no half unit that opens; a failure leaves
 * nothing. Throws StorageError `workspace-not-empty` where there is data already, and what `fill`
 * and the disk throw.
 */
export async function buildWorkspace(folder: string, building: Building): Promise<void> {
  await expectEmpty(folder);
  const { fill, ...identity } = building;
  const site = join(folder, `.building-${randomBytes(4).toString('hex')}`);
  const moved: string[] = [];
  try {
    await makeFolder(site);
    await createWorkspace(site, identity);
    await fill(site);
    const workspace = await openWorkspace(site);
    try {
      await workspace.writeSnapshot();
    } finally {
      await workspace.close();
    }
    await expectEmpty(folder);
    for (const name of [...ownFolders, ...ownFiles]) {
      if (await moveAway(join(site, name), join(folder, name))) moved.push(join(folder, name));
    }
    await remove(site);
    await syncFolder(folder);
  } catch (error) {
    for (const path of [site, ...moved.reverse()]) await remove(path).catch(() => undefined);
    throw error;
  }
}
