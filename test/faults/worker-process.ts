import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openWorkspace } from '../../electron/storage/workspace';
import { bundle } from '../unit/storage/kill-rounds';

/** What a worker printed. */
export interface Told {
  /** Stamps that were acknowledged. */
  readonly acknowledged: string[];
  /** Codes of refused appends and snapshots. */
  readonly refused: string[];
  readonly snapshots: number;
  readonly isClosed: boolean;
  readonly exit: number | null;
  readonly text: string;
}

/** Bundles the worker for all tests of a file; `forget` removes it after them. */
export async function bundledWorker(): Promise<{ script: string; forget: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'touyan-worker-'));
  const script = await bundle('worker', folder, import.meta.dirname);
  return { script, forget: () => rm(folder, { recursive: true, force: true }) };
}

/** These tests make real faults; where a tool is missing they must fail and not pass. */
export function expectTool(name: string): void {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' });
  } catch {
    throw new Error(`${name} is missing; npm run test:faults installs it on Debian as root`);
  }
}

/** A running worker: the process, and all it told once it has ended. */
export function startWorker(
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { child: ChildProcess; told: Promise<Told>; hears: (what: string) => Promise<void> } {
  const [program = '', ...args] = command;
  // One thread for the disk: the count of a system call is then that of the whole process.
  const child = spawn(program, args, {
    env: { ...process.env, UV_THREADPOOL_SIZE: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  let waiting: { what: string; resolve: () => void }[] = [];
  const hear = (data: Buffer): void => {
    text += data.toString();
    const ready = waiting.filter(({ what }) => text.includes(what));
    waiting = waiting.filter(({ what }) => !text.includes(what));
    for (const { resolve } of ready) resolve();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const told = new Promise<Told>((resolve) => {
    child.once('close', (exit) => {
      for (const { resolve: give } of waiting) give();
      const lines = text.split('\n');
      const of = (word: string) =>
        lines
          .filter((line) => line.startsWith(`${word} `))
          .map((line) => line.slice(word.length + 1));
      resolve({
        acknowledged: of('ack'),
        refused: [...of('refused'), ...of('no-start')],
        snapshots: lines.filter((line) => line === 'snapshot').length,
        isClosed: lines.includes('closed'),
        exit,
        text,
      });
    });
  });
  const hears = (what: string): Promise<void> =>
    text.includes(what)
      ? Promise.resolve()
      : new Promise((resolve) => void waiting.push({ what, resolve }));
  return { child, told, hears };
}

/** How many of the acknowledged sets are gone. The folder must open to be written and be whole. */
export async function lostOf(folder: string, acknowledged: readonly string[]): Promise<number> {
  const workspace = await openWorkspace(folder);
  try {
    expect(workspace.readOnly).toBeNull();
    const problems = await workspace.verify();
    expect(problems.filter(({ kind }) => kind !== 'kept-aside')).toEqual([]);
    const present = new Set<string>();
    for await (const { stamp } of workspace.sets('all')) present.add(stamp);
    return acknowledged.filter((stamp) => !present.has(stamp)).length;
  } finally {
    await workspace.close();
  }
}
