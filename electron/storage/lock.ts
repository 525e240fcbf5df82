import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname, networkInterfaces, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { clock } from '../clock';
import { createNew, overwrite, readWhole, remove } from './files';
import { sha256 } from './journal-line';
import { StorageError } from './storage-error';

const ownerSchema = z.object({
  host: z.string(),
  /** Account of the system; '' from an older app or where the system does not tell. */
  user: z.string().default(''),
  /** Its network cards, hashed: PCs made from one disk image have one name. */
  cards: z.array(z.string()).default([]),
  pid: z.number().int(),
  /** When the process started, in a form that no later process of that host repeats; '' unknown. */
  started: z.string(),
  token: z.string(),
  /** Rises while the owner lives. A count, not a time: clocks of two PCs need not agree. */
  beats: z.string(),
});

type Owner = z.infer<typeof ownerSchema>;

/** Fixed width, so that a lock can be overwritten in place. */
const beatText = (beats: number): string => String(beats).padStart(12, '0');
const textOf = (owner: Owner): string => JSON.stringify(owner);

/** Times in ms. */
export interface LockTiming {
  /** Between two signs of life of an owner. */
  readonly beat: number;
  /** Without a sign of life for so long, an owner that cannot be asked counts as dead. */
  readonly dead: number;
  /** How long `acquireLock` may wait to see a sign of life before it reports a locked folder. */
  readonly patience: number;
}

const usual: LockTiming = { beat: 5_000, dead: 60_000, patience: 0 };

/** Start of a process, from Linux's process table; '' where the system does not tell. */
function startOf(pid: number): string {
  if (process.platform !== 'linux') return '';
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Field 22; the name in field 2 may hold blanks, so count from its closing bracket.
    return `${boot}:${status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch {
    return '';
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Name of the account that runs this; '' where the system knows none. */
function account(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

/** What tells this PC from others of the same name; empty where it has no network at all. */
function ownCards(): string[] {
  const cards = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, mac }) => !internal && mac !== '00:00:00:00:00:00')
    .map(({ mac }) => sha256(mac).slice(0, 12));
  return [...new Set(cards)].sort();
}

/**
 * Whether an owner of this PC's name may be this PC: it has a network card in common, or one of both
 * has no network, and then they have no folder in common either.
 */
export function mayBeSamePc(cards: readonly string[], own: readonly string[]): boolean {
  return cards.length === 0 || own.length === 0 || cards.some((card) => own.includes(card));
}

/** Whether an owner lives; undefined where only its signs of life can tell. */
function isAlive(owner: Owner): boolean | undefined {
  if (owner.host !== hostname() || !mayBeSamePc(owner.cards, ownCards())) return undefined;
  if (!isRunning(owner.pid)) return false;
  const started = startOf(owner.pid);
  if (started === '' || owner.started === '') return undefined;
  return started === owner.started;
}

function ownerOf(text: string | undefined): Owner | undefined {
  if (text === undefined) return undefined;
  try {
    return ownerSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

async function readText(path: string): Promise<string | undefined> {
  return (await readWhole(path))?.toString('utf8');
}

/**
 * A lock without readable content is one being written, or left by a crash in that moment. So long
 * in ms it is given the benefit of the doubt; who writes that slowly finds out that he was too late.
 */
const halfWritten = 2_000;

/** Whether the owner of a lock (or takeover) that reads `text` is dead, as far as can be known. */
function isDead(path: string, text: string, dead: number): boolean {
  const owner = ownerOf(text);
  const alive = owner && isAlive(owner);
  if (alive !== undefined) return !alive;
  return unchangedFor(path, text) > (owner ? dead : Math.min(dead, halfWritten));
}

/** What was read at which moment of our own clock, by lock file, for the next attempt. */
const seen = new Map<string, { text: string; since: number }>();

/** Ms since this very text stands in the lock, as far as this process saw. */
function unchangedFor(path: string, text: string): number {
  const known = seen.get(path);
  const now = performance.now();
  if (known?.text !== text) {
    seen.set(path, { text, since: now });
    return 0;
  }
  return now - known.since;
}

/**
 * Removes a dead owner's lock. Only the holder of a second file may do that, after it read the lock
 * once more: else a late comer would remove the fresh lock of one who was quicker.
 */
async function removeDead(path: string, judged: string, owner: Owner, dead: number) {
  const guard = `${path}.takeover`;
  if (!(await createNew(guard, textOf(owner)))) {
    // Held for a moment only; one that stays was left by a crash in that moment.
    const text = await readText(guard);
    if (text !== undefined && isDead(guard, text, dead)) await remove(guard);
    else await wait(10);
    return;
  }
  try {
    if ((await readText(path)) === judged) await remove(path);
  } finally {
    await remove(guard);
  }
}

/** The right to write into one data folder, held until `release`. */
export class Lock {
  #beats = 0;
  #timer: NodeJS.Timeout | undefined;
  #lastBeat = clock.now().getTime();
  #isLost = false;

  constructor(
    private readonly path: string,
    private readonly owner: Owner,
    private readonly timing: LockTiming,
  ) {
    this.#timer = setInterval(() => void this.#beat().catch(() => undefined), timing.beat);
    this.#timer.unref();
  }

  /** Whether somebody else took the lock while this PC slept. */
  get isLost(): boolean {
    return this.#isLost;
  }

  /**
   * Makes sure that the lock is still ours before something is written. Reads the file only when
   * the last sign of life is so old that another PC could have taken over.
   */
  async confirm(): Promise<void> {
    const since = clock.now().getTime() - this.#lastBeat;
    if (since < 0 || since > this.timing.dead / 2) await this.#beat();
    if (this.#isLost) throw await lockedBy(this.path);
  }

  async #beat(): Promise<void> {
    const text = await readText(this.path);
    const token = ownerOf(text)?.token;
    if (token !== undefined && token !== this.owner.token) {
      this.#isLost = true;
      this.#stop();
      return;
    }
    this.#beats += 1;
    const next = textOf({ ...this.owner, beats: beatText(this.#beats) });
    if (text === undefined) this.#isLost = !(await createNew(this.path, next));
    else await overwrite(this.path, next);
    this.#lastBeat = clock.now().getTime();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Gives the lock back. */
  async release(): Promise<void> {
    this.#stop();
    const owner = ownerOf(await readText(this.path).catch(() => undefined));
    if (owner?.token === this.owner.token) await remove(this.path).catch(() => undefined);
  }
}

async function lockedBy(path: string): Promise<StorageError> {
  const owner = ownerOf(await readText(path).catch(() => undefined));
  return new StorageError('workspace-locked', {
    host: owner?.host ?? '',
    pid: owner?.pid ?? 0,
    who: [owner?.host, owner?.user].filter(Boolean).join(' / ') || '?',
  });
}

/**
 * Becomes the one writer of a data folder, without file locks of the system, which network shares
 * do not keep. A lock is stale when its process is known to be dead, or when its signs of life
 * stopped for `timing.dead` as seen by this process, over one call or several. Throws StorageError
 * `workspace-locked` with the `host` that has it, and `who`: PC and account.
 */
export async function acquireLock(folder: string, timing: Partial<LockTiming> = {}): Promise<Lock> {
  const full = { ...usual, ...timing };
  const path = join(resolve(folder), 'lock');
  const owner: Owner = {
    host: hostname(),
    user: account(),
    cards: ownCards(),
    pid: process.pid,
    started: startOf(process.pid),
    token: randomUUID(),
    beats: beatText(0),
  };
  const deadline = performance.now() + full.patience;
  for (;;) {
    const isMade = await createNew(path, textOf(owner));
    const text = await readText(path);
    if (text === undefined) continue;
    const found = ownerOf(text);
    // Not taken for granted: a disk that was slow over the writing may have cost us the lock.
    if (isMade && found?.token === owner.token) {
      seen.delete(path);
      return new Lock(path, owner, full);
    }
    if (isDead(path, text, full.dead)) await removeDead(path, text, owner, full.dead);
    else if (found && (isAlive(found) || performance.now() >= deadline)) throw await lockedBy(path);
    else await wait(Math.min(found ? 500 : 100, full.beat));
  }
}
