/** Work for later: waited for, or gone through step by step. */
type Job = () => Promise<unknown> | Iterator<unknown>;

const jobs: Job[] = [];
let isWaiting = false;

function wait(): void {
  // What draws no windows, as a test does, is never idle.
  if (isWaiting || jobs.length === 0 || !('requestIdleCallback' in window)) return;
  isWaiting = true;
  window.requestIdleCallback(async (deadline) => {
    const work = jobs.shift()?.();
    if (work && 'next' in work) {
      let isDone = false;
      while (!isDone && deadline.timeRemaining() > 4) isDone = work.next().done === true;
      if (!isDone) jobs.unshift(() => work);
    } else {
      // What could not be had now is asked for again when it is needed, and complained of then.
      await work?.catch(() => undefined);
    }
    isWaiting = false;
    wait();
  });
}

/** Has jobs done one by one while the window has nothing else to do; no input waits for them. */
export function whenIdle(...more: readonly Job[]): void {
  jobs.push(...more);
  wait();
}
