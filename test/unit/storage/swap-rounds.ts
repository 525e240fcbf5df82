import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finishExchange, isMixed } from '../../../electron/storage/exchange';
import { killed } from './kill-rounds';
import { textOf, writeVersion } from './swap';

/** What killing exchanges came to. */
export interface SwapCounts {
  rounds: number;
  /** Exchanges that had returned. */
  exchanges: number;
  /** Kills in the middle of the moving, carried through by the next opening. */
  finished: number;
  /** Openings after which a folder held parts of two versions, or one older than was told. */
  mixed: number;
}

/** The version of every file in a folder. Throws where one is not whole. */
async function versionsIn(folder: string): Promise<number[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const text = await readFile(join(parentPath, name), 'utf8');
      const version = Number(text.split(' ')[0]);
      if (text !== textOf(version, name === 'marker.json' ? 'marker' : name)) return Number.NaN;
      return version;
    }),
  );
}

/** Kills a process that exchanges a new folder's content; what stands must be one version, whole. */
export async function swapRounds(
  script: string,
  folder: string,
  rounds: number,
): Promise<SwapCounts> {
  await mkdir(folder, { recursive: true });
  await writeVersion(folder, 1);
  const counts: SwapCounts = { rounds, exchanges: 0, finished: 0, mixed: 0 };
  let standing = 1;
  for (let round = 0; round < rounds; round += 1) {
    const told = await killed(script, folder, Math.random() * 60, [String(standing + 1)]);
    counts.exchanges += told.length;
    if (await isMixed(folder)) counts.finished += 1;
    await finishExchange(folder);
    const versions = await versionsIn(folder);
    const [version = Number.NaN] = versions;
    const files = version % 2 === 0 ? 5 : 4;
    const isOne = versions.length === files && versions.every((other) => other === version);
    if (!isOne || version < Number(told.at(-1) ?? standing)) counts.mixed += 1;
    standing = version;
  }
  return counts;
}
