import { readdir } from 'node:fs/promises';
import { readMarker } from '../../../electron/storage/marker';
import { unlockVault } from '../../../electron/storage/vault';
import { openWorkspace } from '../../../electron/storage/workspace';
import { canonical } from '../../../shared/changes/state';
import { killed } from './kill-rounds';
import { plainTextIn } from './plain-text';

/** What killing a process came to that encrypts a folder or makes it plain again. */
export interface EncryptCounts {
  rounds: number;
  /** Rounds after which the folder was as before, and as it was to become. */
  old: number;
  made: number;
  /** Starts after a kill that did not open for writing, or with other content. */
  failed: number;
  /** Files of an encrypted folder that held a word of the unit. */
  plain: number;
}

/** All sets and what they fold to, in one text; opens the folder for writing. */
async function contentOf(folder: string, passphrase: string): Promise<string> {
  const workspace = await openWorkspace(folder, {
    key: (vault, unit) => unlockVault(vault, unit, { kind: 'passphrase', secret: passphrase }),
  });
  try {
    if (workspace.readOnly) return workspace.readOnly.code;
    const sets: string[] = [];
    for await (const set of workspace.sets('all')) sets.push(JSON.stringify(set));
    const problems = await workspace.verify();
    return [...sets, canonical(await workspace.foldAll()), JSON.stringify(problems)].join('\n');
  } finally {
    await workspace.close();
  }
}

/** Encrypts and opens a filled folder in turn, and kills at random moments up to `longest` ms. */
export async function encryptRounds(
  script: string,
  folder: string,
  options: { rounds: number; longest: number; words: readonly string[] },
): Promise<EncryptCounts> {
  const passphrase = '秋天的雁群向南飞';
  const expected = await contentOf(folder, passphrase);
  const counts = { rounds: options.rounds, old: 0, made: 0, failed: 0, plain: 0 };
  for (let round = 0; round < options.rounds; round += 1) {
    const before = (await readMarker(folder)).vault?.key;
    await killed(script, folder, Math.random() * options.longest, [passphrase]);
    if ((await contentOf(folder, passphrase)) !== expected) counts.failed += 1;
    const after = (await readMarker(folder)).vault?.key;
    if (before === after) counts.old += 1;
    else counts.made += 1;
    if ((await readdir(folder)).includes('.exchange')) counts.failed += 1;
    if (after) counts.plain += (await plainTextIn([folder], options.words)).length;
  }
  return counts;
}
