import { afterEach, expect, it, vi } from 'vitest';
import { reportTo } from '../../../electron/rpc/progress';

afterEach(() => vi.useRealTimers());

it('reports the first and the last step, and between them not too often', () => {
  vi.useFakeTimers();
  const sent: unknown[] = [];
  const report = reportTo((_name, payload) => void sent.push(payload), 'export');
  for (let done = 0; done <= 100; done += 1) {
    report(done, 100);
    vi.advanceTimersByTime(1);
  }
  expect(sent).toEqual([0, 50, 100].map((done) => ({ job: 'export', done, total: 100 })));
});
