import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortedRows } from '../../../renderer/components/sorted-rows';

test('texts go by dictionary and by the size of their figures, numbers by size', () => {
  const rows = ['任务10', '任务9', '绿化', '安全', ''].map((name, id) => ({ id, name }));
  const names = sortedRows(rows, ({ name }) => name, false).map(({ name }) => name);
  expect(names).toEqual(['', '安全', '绿化', '任务9', '任务10']);
  expect(sortedRows([10, 9, -1], (row) => row, false)).toEqual([-1, 9, 10]);
});

test('is what comparing each with each gives, both ways, whatever was sorted before', () => {
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  const nameOf = ({ name }: { name: string }) => name;
  const name = fc.constantFrom('', '甲', '乙', '任务2', '任务10', 'b', 'a');
  fc.assert(
    fc.property(fc.array(name, { maxLength: 12 }), fc.boolean(), (all, descending) => {
      const rows = all.map((text, id) => ({ id, name: text }));
      const sign = descending ? -1 : 1;
      const slow = [...rows].sort((a, b) => sign * collator.compare(a.name, b.name));
      expect(sortedRows(rows, nameOf, descending)).toEqual(slow);
    }),
  );
});
