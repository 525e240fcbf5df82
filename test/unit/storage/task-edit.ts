import { createHash } from 'node:crypto';

/** A task whose id follows from the stamp, large enough that lines cross disk blocks. */
export function taskEdit(stamp: string) {
  const hex = createHash('sha256').update(stamp).digest('hex');
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  const measures = '逐条落实整改措施。'.repeat(Number.parseInt(hex.slice(0, 2), 16));
  return { collection: 'task', id, fields: { title: stamp, period: '2026-11', measures } };
}
