import type { Emit } from './handlers';

/** Ms between two reports of one job; the first and the last are always sent. */
const pause = 50;

/** Tells the window how far a job is, not more often than a person can see. */
export function reportTo(emit: Emit, job: string): (done: number, total: number) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (done, total) => {
    const now = performance.now();
    if (now - last < pause && done < total) return;
    last = now;
    emit('job.progress', { job, done, total });
  };
}
