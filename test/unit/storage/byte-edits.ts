import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataKey } from '../../../electron/storage/data-key';
import { openWorkspace } from '../../../electron/storage/workspace';
import { device, filledFolder, taskSet } from './data-folder';

/** Numbers 0 … 2³²-1 that are the same in every run (xorshift32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

/** A folder with two months, drafts and a snapshot over most of it. */
export async function livedIn(): Promise<string> {
  const folder = await filledFolder(12);
  const december = { now: () => new Date('2026-12-05') };
  const workspace = await openWorkspace(folder, december);
  for (let count = 13; count <= 20; count += 1) {
    await workspace.append(taskSet(count), count % 4 ? 'shared' : 'private');
  }
  await workspace.writeSnapshot();
  await workspace.append(taskSet(21), 'shared');
  await workspace.append(taskSet(22), 'shared');
  await workspace.close();
  return folder;
}

/** The journal's files of that folder. */
export const journalFiles = [
  `journal/${device}/2026-11.jsonl`,
  `journal/${device}/2026-12.jsonl`,
  `private/${device}/2026-12.jsonl`,
];

/**
 * Alters one byte of the folder's journal at a time, `count` times, and puts it back. Tells of
 * those that `verify` did not find at their very line.
 */
export async function unfoundEdits(
  folder: string,
  count: number,
  seed: number,
  key?: DataKey,
): Promise<string[]> {
  const next = numbers(seed);
  const unfound: string[] = [];
  for (let round = 0; round < count; round += 1) {
    const file = journalFiles[next() % journalFiles.length] ?? '';
    const bytes = await readFile(join(folder, file));
    // The last byte of every file, its newline, is among the places.
    const at = round < journalFiles.length ? bytes.length - 1 : next() % bytes.length;
    const edited = Buffer.from(bytes);
    edited[at] = (bytes[at] ?? 0) ^ (1 + (next() % 255));
    await writeFile(join(folder, file), edited);
    const workspace = await openWorkspace(folder, { readOnly: true, key });
    const [problem] = await workspace.verify();
    const line = 1 + bytes.subarray(0, at).reduce((sum, byte) => sum + (byte === 10 ? 1 : 0), 0);
    if (problem?.file !== file || problem.line !== line) {
      unfound.push(`${file}:${line}, byte ${at}: ${JSON.stringify(problem)}`);
    }
    await writeFile(join(folder, file), bytes);
  }
  return unfound;
}
