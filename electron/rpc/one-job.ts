import { StorageError } from '../storage/storage-error';

/** One long job at a time, which can be cancelled. */
export class OneJob {
  #running: AbortController | undefined;

  /** Runs `work`. Throws StorageError `bad-input` while another is running. */
  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#running) throw new StorageError('bad-input');
    const running = new AbortController();
    this.#running = running;
    try {
      return await work(running.signal);
    } finally {
      this.#running = undefined;
    }
  }

  /** Runs `work` in place of what is running, which is told to stop: only the last answer counts. */
  async replace<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    this.cancel();
    const running = new AbortController();
    this.#running = running;
    try {
      return await work(running.signal);
    } finally {
      if (this.#running === running) this.#running = undefined;
    }
  }

  /** Tells the running job to stop. */
  cancel(): void {
    this.#running?.abort();
  }
}
