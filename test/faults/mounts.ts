import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { emptyFolder } from '../unit/storage/data-folder';

/** These tests make real faults; where that is not possible they must fail and not pass. */
function expectRoot(): void {
  if (process.getuid?.() !== 0) throw new Error('real disk faults need root: mount is refused');
}

/** An empty disk of so many KB of its own, gone after the test. */
export async function smallDisk(kilobytes: number): Promise<string> {
  expectRoot();
  const folder = `${await emptyFolder()}/disk`;
  mkdirSync(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k,mode=777`, 'tmpfs', folder]);
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}

/** Makes a mounted disk read-only, or writable again. */
export function remount(folder: string, how: 'ro' | 'rw'): void {
  execFileSync('mount', ['-o', `remount,${how}`, folder]);
}

/** Holds a file as a virus scanner does: it cannot be replaced until the returned call. */
export function holdFile(path: string): () => void {
  expectRoot();
  execFileSync('mount', ['--bind', path, path]);
  return () => void execFileSync('umount', [path]);
}

/** Lays a folder over itself so that it can only be read; writable again after the test. */
export function bindReadOnly(folder: string): () => void {
  expectRoot();
  execFileSync('mount', ['--bind', folder, folder]);
  onTestFinished(() => void spawnSync('umount', ['-l', folder], { stdio: 'ignore' }));
  execFileSync('mount', ['-o', 'remount,bind,ro', folder]);
  return () => void execFileSync('umount', ['-l', folder]);
}

/** Runs `work` as a user who owns nothing. */
export async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  expectRoot();
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
