import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createWorkspace } from '../../electron/storage/workspace';
import { device, emptyFolder } from '../unit/storage/data-folder';
import { tell } from './tell';
import { bundledWorker, expectTool, lostOf, startWorker } from './worker-process';

// The system itself refuses chosen calls of a real process: strace puts the error in their place.

interface Fault {
  readonly name: string;
  /** What strace injects, and of which calls. */
  readonly inject: readonly string[];
  /** Codes that the user may be told. */
  readonly codes: readonly string[];
  /** Whether something has to be refused; a short fault may be waited out. */
  readonly isFelt: boolean;
}

const faults: readonly Fault[] = [
  {
    name: 'EIO while a set is flushed',
    inject: ['fdatasync:error=EIO:when=4+7'],
    codes: ['disk-failed'],
    isFelt: true,
  },
  {
    name: 'EIO while a set is flushed, and while it is cut back',
    inject: ['fdatasync:error=EIO:when=4+7', 'ftruncate:error=EIO:when=1'],
    codes: ['disk-failed'],
    isFelt: true,
  },
  {
    name: 'EIO while anything is flushed',
    inject: ['fsync:error=EIO:when=3+4'],
    codes: ['disk-failed'],
    isFelt: true,
  },
  {
    name: 'ENOSPC while anything is flushed',
    inject: ['fdatasync:error=ENOSPC:when=5+6', 'fsync:error=ENOSPC:when=5+6'],
    codes: ['disk-full'],
    isFelt: true,
  },
  {
    name: 'EBUSY while a file is replaced, let go soon',
    inject: ['rename:error=EBUSY:when=1..3'],
    codes: [],
    isFelt: false,
  },
  {
    name: 'EBUSY while a file is replaced, never let go',
    inject: ['rename:error=EBUSY:when=1+'],
    codes: ['no-access'],
    isFelt: true,
  },
  {
    name: 'EACCES while a file is replaced',
    inject: ['rename:error=EACCES:when=1..2'],
    codes: ['no-access'],
    isFelt: true,
  },
  {
    name: 'ESTALE, as of a network share',
    inject: ['fdatasync:error=ESTALE:when=2+5'],
    codes: ['folder-gone'],
    isFelt: true,
  },
  {
    name: 'EINTR while a set is flushed',
    inject: ['fdatasync:error=EINTR:when=3+5'],
    codes: ['disk-failed'],
    isFelt: false,
  },
];

/** The calls that a fault is about, for strace's filter. */
const callsOf = (inject: readonly string[]): string =>
  inject.map((rule) => rule.split(':')[0]).join(',');

/** The journal's file of this month. */
const monthOf = (folder: string): string =>
  join(folder, `journal/${device}/${new Date().toISOString().slice(0, 7)}.jsonl`);

let script = '';

beforeAll(async () => {
  expectTool('strace');
  const { script: path, forget } = await bundledWorker();
  script = path;
  return forget;
});

describe('a disk that answers', () => {
  test.each(faults)('$name: nothing acknowledged is lost, the work goes on', async (fault) => {
    const folder = join(await emptyFolder(), 'data');
    await createWorkspace(folder, { deviceId: device });
    const { told } = startWorker([
      'strace',
      ...['-f', '-qq', '-o', '/dev/null', '-e', `trace=${callsOf(fault.inject)}`],
      ...fault.inject.flatMap((rule) => ['-e', `inject=${rule}`]),
      ...[process.execPath, script, folder, '24'],
    ]);
    const { acknowledged, refused, snapshots, isClosed, text } = await told;
    expect(isClosed, text).toBe(true);
    expect([...new Set(refused)].filter((code) => !fault.codes.includes(code))).toEqual([]);
    if (fault.isFelt) expect(refused.length).toBeGreaterThan(0);
    // Each set was tried again until it was taken.
    expect(acknowledged).toHaveLength(24);
    const lost = await lostOf(folder, acknowledged);
    tell(
      `${fault.name}: ${refused.length} refused, ${acknowledged.length} acknowledged, ` +
        `${snapshots} snapshots, ${lost} lost`,
    );
    expect(lost).toBe(0);
  });

  test('a write that pretends to be done is not acknowledged', async () => {
    const folder = join(await emptyFolder(), 'data');
    await createWorkspace(folder, { deviceId: device });
    const { told } = startWorker([
      'strace',
      ...['-f', '-qq', '-o', '/dev/null', '-P', monthOf(folder)],
      ...['-e', 'trace=write,pwrite64,writev', '-e', 'inject=write,pwrite64:retval=9:when=3+6'],
      ...[process.execPath, script, folder, '24'],
    ]);
    const { acknowledged, refused, isClosed, text } = await told;
    expect(isClosed, text).toBe(true);
    expect(new Set(refused)).toEqual(new Set(['disk-full']));
    const lost = await lostOf(folder, acknowledged);
    tell(
      `a write that pretends to be done: ${refused.length} refused, ` +
        `${acknowledged.length} acknowledged, ${lost} lost`,
    );
    expect(lost).toBe(0);
  });

  test('EIO while it is read fails that start and no later one', async () => {
    const folder = join(await emptyFolder(), 'data');
    await createWorkspace(folder, { deviceId: device });
    const first = await startWorker([process.execPath, script, folder, '24']).told;
    const { told } = startWorker([
      'strace',
      ...['-f', '-qq', '-o', '/dev/null', '-P', monthOf(folder), '-e', 'trace=pread64'],
      ...['-e', 'inject=pread64:error=EIO:when=1+9', process.execPath, script, folder, '8'],
    ]);
    const { acknowledged, refused, isClosed, text } = await told;
    expect(isClosed, text).toBe(true);
    expect(refused).toContain('disk-failed');
    const lost = await lostOf(folder, [...first.acknowledged, ...acknowledged]);
    tell(`EIO while it is read: ${refused.length} refused, 32 acknowledged, ${lost} lost`);
    expect(lost).toBe(0);
  });
});
