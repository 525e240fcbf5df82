import { join } from 'node:path';
import * as z from 'zod';
import {
  listFolder,
  makeFolder,
  moveAway,
  readWhole,
  remove,
  sizeOf,
  syncFolder,
  syncTree,
  writeAside,
} from './files';
import { StorageError } from './storage-error';

// A part of a data folder is replaced in three steps, each of which can be cut short: the new parts
// are built in .exchange/new; .exchange/ready.json makes it durable that they are whole; then every
// old part moves to .exchange/old and every new one to its place. Before ready.json the old content
// counts, after it the new one: whoever opens the folder next goes on where it was cut short.

const area = '.exchange';
const readyName = `${area}/ready.json`;

// The lock stands for the folder, not for its content.
const nameSchema = z.string().regex(/^(?!lock(?:$|\.))\w[\w.-]*$/);

const readySchema = z.strictObject({
  /** Files and folders right in the data folder that are replaced, in this order. */
  names: z.array(nameSchema),
  /** Those of them that the new content has; the others are taken away. */
  present: z.array(nameSchema),
  /** Whether the old content is to come back, because the disk refused to go on. */
  isBack: z.boolean(),
});

type Ready = z.infer<typeof readySchema>;

/** Whether a file or a folder is there. */
const isThere = async (path: string): Promise<boolean> => (await sizeOf(path)) !== undefined;

/** Moves a part and makes both its names durable; does nothing where it is not there. */
async function move(folder: string, from: string, to: string): Promise<void> {
  if (!(await moveAway(join(folder, from), join(folder, to)))) return;
  await syncFolder(join(folder, to, '..'));
  await syncFolder(join(folder, from, '..'));
}

// Where a part stands tells what was done to it: a new part that is still in .exchange/new has not
// moved in, so that what lies in its place is the old one, if anything.
async function moveIn(folder: string, { names, present }: Ready): Promise<void> {
  for (const name of names) {
    const fresh = `${area}/new/${name}`;
    const isNew = present.includes(name);
    if (isNew && !(await isThere(join(folder, fresh)))) continue;
    await move(folder, name, `${area}/old/${name}`);
    if (isNew) await move(folder, fresh, name);
  }
}

async function moveBack(folder: string, { names, present }: Ready): Promise<void> {
  for (const name of [...names].reverse()) {
    const fresh = `${area}/new/${name}`;
    if (present.includes(name) && !(await isThere(join(folder, fresh)))) {
      await move(folder, name, fresh);
    }
    await move(folder, `${area}/old/${name}`, name);
  }
}

/** Without ready.json what lies in the area means nothing any more. */
async function clear(folder: string): Promise<void> {
  await remove(join(folder, readyName));
  await syncFolder(join(folder, area));
  await remove(join(folder, area));
  await syncFolder(folder);
}

async function carryOut(folder: string, ready: Ready): Promise<void> {
  await makeFolder(join(folder, area, 'old'));
  await (ready.isBack ? moveBack : moveIn)(folder, ready);
  await clear(folder);
}

async function readReady(folder: string): Promise<Ready | undefined> {
  const bytes = await readWhole(join(folder, readyName));
  if (!bytes) return undefined;
  try {
    return readySchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    throw new StorageError('workspace-damaged', { file: readyName, line: 1 });
  }
}

const writeReady = (folder: string, ready: Ready): Promise<void> =>
  writeAside(join(folder, readyName), JSON.stringify(ready));

/**
 * Replaces files and folders right in a data folder (`names`), as one step: `build` makes the new
 * ones in the folder it is given, and those that it does not make are taken away. After a crash at
 * any moment the next opening finds the old content whole or the new one whole. The caller holds
 * the lock and has nothing open in the folder. Throws what `build` throws and StorageError of the
 * disk; the old content stands then, unless the disk refuses even that, and then the next opening
 * carries on.
 */
export async function exchange(
  folder: string,
  names: readonly string[],
  build: (site: string) => Promise<void>,
): Promise<void> {
  const wanted = z.array(nameSchema).parse(names);
  await finishExchange(folder);
  const site = join(folder, area, 'new');
  try {
    await makeFolder(site);
    await build(site);
    await syncTree(site);
  } catch (error) {
    await remove(join(folder, area)).catch(() => undefined);
    throw error;
  }
  const made = [...(await listFolder(site, 'files')), ...(await listFolder(site, 'folders'))];
  const ready = {
    names: wanted,
    present: wanted.filter((name) => made.includes(name)),
    isBack: false,
  };
  await writeReady(folder, ready);
  try {
    await carryOut(folder, ready);
  } catch (error) {
    // Once ready.json is gone all has moved in; the rest of the clearing is for the next opening.
    if (!(await isMixed(folder).catch(() => true))) return;
    await goBack(folder, ready);
    throw error;
  }
}

async function goBack(folder: string, ready: Ready): Promise<void> {
  try {
    await writeReady(folder, { ...ready, isBack: true });
    await carryOut(folder, { ...ready, isBack: true });
  } catch {
    // The disk refuses this too; ready.json tells the next opening what to do.
  }
}

/** Whether a replacement was cut short in this folder. */
export function isExchanging(folder: string): Promise<boolean> {
  return isThere(join(folder, area));
}

/** Whether old and new parts may lie mixed, so that the folder must not even be read. */
export function isMixed(folder: string): Promise<boolean> {
  return isThere(join(folder, readyName));
}

/**
 * Ends a replacement that was cut short: a whole new content moves in, a half-built one is removed.
 * Does nothing where there is none. The caller holds the lock. Throws StorageError of the disk.
 */
export async function finishExchange(folder: string): Promise<void> {
  if (!(await isExchanging(folder))) return;
  const ready = await readReady(folder);
  if (ready) await carryOut(folder, ready);
  else await clear(folder);
}
