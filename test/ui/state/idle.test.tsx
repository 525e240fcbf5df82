import { expect, test, vi } from 'vitest';
import { whenIdle } from '../../../renderer/state/idle';

/** A window that is idle when the test says so, each time long enough for two looks at the clock. */
function idleWindow() {
  const asked: IdleRequestCallback[] = [];
  vi.stubGlobal('requestIdleCallback', (callback: IdleRequestCallback) => asked.push(callback));
  return async () => {
    let looks = 2;
    const timeRemaining = () => (looks-- > 0 ? 10 : 0);
    asked.shift()?.({ didTimeout: false, timeRemaining });
    await Promise.resolve();
    await new Promise((next) => setTimeout(next));
    return asked.length;
  };
}

test('jobs are done one an idle time, in parts where they are long; one that fails stops none', async () => {
  const idle = idleWindow();
  const done: string[] = [];
  whenIdle(
    async () => {
      done.push('first');
      throw new Error('not to be had');
    },
    function* () {
      for (let part = 1; part <= 3; part += 1) {
        done.push(`part ${part}`);
        yield;
      }
    },
    async () => done.push('last'),
  );
  expect(done).toEqual([]);
  await idle();
  expect(done).toEqual(['first']);
  await idle();
  expect(done).toEqual(['first', 'part 1', 'part 2']);
  await idle();
  expect(done).toEqual(['first', 'part 1', 'part 2', 'part 3']);
  expect(await idle()).toBe(0);
  expect(done.at(-1)).toBe('last');
  vi.unstubAllGlobals();
});
