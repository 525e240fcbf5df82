import { expect, it } from 'vitest';
import { readDaySpan } from '../../../shared/reading/day-span';

it.each([
  ['2026年4月8日-10日', '2026-04-08', '2026-04-10'],
  ['2026年4月8日至5月2日', '2026-04-08', '2026-05-02'],
  ['2026.3.11-12', '2026-03-11', '2026-03-12'],
  ['2026.3.11—2026.3.15', '2026-03-11', '2026-03-15'],
  ['2025年12月30日到2026年1月2日', '2025-12-30', '2026-01-02'],
  ['4月8日－10日', '2026-04-08', '2026-04-10'],
  ['四月八日至十日', '2026-04-08', '2026-04-10'],
])('%s is from %s to %s', (text, first, last) => {
  const reading = readDaySpan(text, 2026);
  expect(reading?.ok && reading.value).toEqual({ first, last });
  expect(reading?.ok && reading.remark?.zh).toContain(text);
});

it.each([
  '2026-04-08',
  '2026年4月-6月',
  '2026.3.15-12',
  '2026.2.28-30',
  '3月中旬',
  '10-12',
  '',
  '张三-李四',
])('%s is no span of days', (text) => {
  expect(readDaySpan(text, 2026)).toBeUndefined();
});
