import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exchange, finishExchange } from '../../../electron/storage/exchange';

// A process of its own that is killed while it exchanges a folder's content again and again.

/** Parts of one version: a file that is always there, a folder, and one that comes and goes. */
export const swapped = ['marker.json', 'journal', 'extra', 'snapshot'];

/** What a version's files hold; large enough that writing them takes a while. */
export const textOf = (version: number, name: string): string =>
  `${version} ${createHash('sha256').update(`${version}${name}`).digest('hex').repeat(2_000)}`;

/** Writes the parts of one version into a folder. */
export async function writeVersion(site: string, version: number): Promise<void> {
  await mkdir(join(site, 'journal/pcaaaaaa'), { recursive: true });
  for (const name of ['a', 'b', 'c']) {
    await writeFile(join(site, 'journal/pcaaaaaa', name), textOf(version, name));
  }
  if (version % 2 === 0) {
    await mkdir(join(site, 'extra'));
    await writeFile(join(site, 'extra/e'), textOf(version, 'e'));
  }
  await writeFile(join(site, 'marker.json'), textOf(version, 'marker'));
}

/** Exchanges until it is killed; prints every version that stands, once its exchange returned. */
export async function swapForever(folder: string, from: number): Promise<never> {
  await finishExchange(folder);
  for (let version = from; ; version += 1) {
    await exchange(folder, swapped, (site) => writeVersion(site, version));
    console.log(String(version));
  }
}
