import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'vite';
import { createWorkspace, openWorkspace } from '../../../electron/storage/workspace';

/** What killing a working process many times came to. */
export interface KillCounts {
  rounds: number;
  acknowledged: number;
  lost: number;
  /** Starts after a kill that did not open for writing. */
  failedStarts: number;
  /** Problems that the last check found, unfinished lines kept aside not counted. */
  problems: number;
  keptAside: number;
}

/** Bundles a script, of this folder if no other is given, for plain Node; returns its path. */
export async function bundle(
  name: string,
  into: string,
  from = import.meta.dirname,
): Promise<string> {
  await mkdir(into, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(from, `${name}.ts`),
      outDir: into,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  return join(into, `${name}.mjs`);
}

/** Runs the script until `life` ms after it opened the folder, kills it, and says what it printed. */
export async function killed(
  script: string,
  folder: string,
  life: number,
  more: readonly string[] = [],
): Promise<string[]> {
  const child = spawn(process.execPath, [script, folder, ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let complaint = '';
  const opened = new Promise<void>((resolve) => {
    child.stdout.on('data', (data: Buffer) => {
      printed += data.toString();
      if (printed.includes('open\n')) resolve();
    });
  });
  child.stderr.on('data', (data: Buffer) => {
    complaint += data.toString();
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await Promise.race([opened, ended]);
  await Promise.race([wait(life), ended]);
  child.kill('SIGKILL');
  await ended;
  if (complaint !== '') throw new Error(complaint);
  // The last line may have been cut by the kill; it counts as not acknowledged.
  return printed
    .split('\n')
    .slice(0, -1)
    .filter((line) => line !== 'open');
}

/**
 * Lets a process append to a new folder at `folder` and kills it at random moments, again and again
 * on the same data. Every stamp that it printed has to be there afterwards.
 */
export async function killRounds(
  script: string,
  folder: string,
  rounds: number,
): Promise<KillCounts> {
  await createWorkspace(folder, { deviceId: 'pcaaaaaa' });
  const acknowledged = new Set<string>();
  const counts: KillCounts = {
    rounds,
    acknowledged: 0,
    lost: 0,
    failedStarts: 0,
    problems: 0,
    keptAside: 0,
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const stamp of await killed(script, folder, Math.random() * 150)) acknowledged.add(stamp);
    const workspace = await openWorkspace(folder);
    if (workspace.readOnly) counts.failedStarts += 1;
    const present = new Set<string>();
    for await (const { stamp } of workspace.sets('all')) present.add(stamp);
    counts.lost += [...acknowledged].filter((stamp) => !present.has(stamp)).length;
    if (round % 10 === 9 || round === rounds - 1) {
      const problems = await workspace.verify();
      counts.keptAside = problems.filter(({ kind }) => kind === 'kept-aside').length;
      counts.problems += problems.length - counts.keptAside;
    }
    await workspace.close();
  }
  counts.acknowledged = acknowledged.size;
  return counts;
}
