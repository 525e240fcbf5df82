import { expect, test } from 'vitest';
import type { ChangeSet } from '../../../../shared/changes/change-set';
import { emptyState, fold } from '../../../../shared/changes/state';
import { previewOf } from '../../../../shared/insight/exchange/preview';
import { Authored, inScope } from '../../../../shared/insight/exchange/scope';

const inherited = ['constructor', 'hasOwnProperty', 'toString', 'valueOf', '__proto__'];

const setOf = (collection: string): ChangeSet => ({
  stamp: '00000001.pcbbbbbb',
  author: '',
  wall: '2026-11-03T08:00:00.000Z',
  label: 'task.create',
  changes: [{ collection, id: '0190b5a0-0000-7000-8000-000000000001', fields: { title: '造林' } }],
});

test.each(inherited)('a collection called %s is one that is not known', (collection) => {
  const set = setOf(collection);
  const groups = previewOf(emptyState(), [set], {
    isSealed: () => false,
    isSoundSeal: () => true,
    month: '2026-12',
  });
  // What goes to the window is data; a function would stop every answer.
  expect(structuredClone(groups)).toEqual(groups);
  expect(groups.flatMap(({ records }) => records.flatMap(({ flags }) => flags))).toEqual([]);
  const state = fold([set]);
  const scope = {
    what: 'mine',
    who: '0190b5a0-0000-7000-8000-0000000000ff',
    from: null,
    to: null,
    bodyAndMindOf: new Set<string>(),
  } as const;
  const authored = new Authored(state, scope);
  authored.add(set);
  const keep = inScope(state, scope, authored);
  expect(set.changes.filter((change) => keep(change))).toEqual([]);
});
