import type { ChangeSet } from '../../shared/changes/change-set';
import { counterOf } from '../../shared/changes/stamp';

type Audience = 'shared' | 'private';

/** Rejects where a set may not be written; told which sets are written before it. */
export type Admit = (before: readonly ChangeSet[]) => Promise<void>;

interface Waiting {
  readonly set: ChangeSet;
  readonly audience: Audience;
  readonly admit: Admit | undefined;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** One writer at a time. Sets that wait together are written together, by one flush a stream. */
export class WriteQueue {
  #waiting: Waiting[] = [];
  #last: Promise<unknown> = Promise.resolve();
  #claimed: number;

  /** `counter`: highest Lamport counter on the disk. `save` writes sets durably, or none of them. */
  constructor(
    private durable: number,
    private readonly save: (sets: readonly ChangeSet[], audience: Audience) => Promise<void>,
  ) {
    this.#claimed = durable;
  }

  /** Highest Lamport counter that is on the disk or on its way there. */
  get claimed(): number {
    return this.#claimed;
  }

  /** Highest Lamport counter on the disk. */
  get counter(): number {
    return this.durable;
  }

  /** Sets of others came with counters up to this one. */
  raise(counter: number): void {
    this.durable = Math.max(this.durable, counter);
    this.#claimed = Math.max(this.#claimed, counter);
  }

  /** Runs `work` when everything asked for before is done. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Resolves when the set is durable. `admit` is asked when its turn has come. */
  write(set: ChangeSet, audience: Audience, admit?: Admit): Promise<void> {
    this.#claimed = Math.max(this.#claimed, counterOf(set.stamp));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ set, audience, admit, resolve, reject });
      if (this.#waiting.length === 1) void this.run(() => this.#writeWaiting());
    });
  }

  async #writeWaiting(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    const settlements: (() => void)[] = [];
    const batch: Waiting[] = [];
    for (const one of waiting) {
      try {
        await one.admit?.(batch.map(({ set }) => set));
        batch.push(one);
      } catch (error) {
        settlements.push(() => one.reject(error));
      }
    }
    for (const audience of ['shared', 'private'] as const) {
      const mine = batch.filter((waiting) => waiting.audience === audience);
      if (mine.length === 0) continue;
      try {
        const sets = mine.map(({ set }) => set);
        await this.save(sets, audience);
        for (const { stamp } of sets) this.durable = Math.max(this.durable, counterOf(stamp));
        settlements.push(...mine.map(({ resolve }) => resolve));
      } catch (error) {
        settlements.push(
          ...mine.map(
            ({ reject }) =>
              () =>
                reject(error),
          ),
        );
      }
    }
    // Stamps of sets that failed are free again: the window takes them back and counts from there.
    this.#claimed = this.#waiting.reduce(
      (top, { set }) => Math.max(top, counterOf(set.stamp)),
      this.durable,
    );
    for (const settle of settlements) settle();
  }
}
