import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { encryptFolder } from '../../../electron/storage/encryption';
import { History } from '../../../electron/storage/history';
import {
  type Audience,
  createWorkspace,
  openWorkspace,
  type Workspace,
} from '../../../electron/storage/workspace';
import type { ChangeSet } from '../../../shared/changes/change-set';
import { draftSet, type Edit } from '../../../shared/changes/draft';
import type { JsonValue } from '../../../shared/changes/json';
import { deviceOf } from '../../../shared/changes/stamp';
import { applySet, emptyState, type State } from '../../../shared/changes/state';
import {
  afterOwnSet,
  noSteps,
  replacedBy,
  type Stacks,
  takingBack,
} from '../../../shared/changes/undo-steps';
import { appendTasks, device, emptyFolder, filledFolder, stampsIn, taskSet } from './data-folder';

const t1 = '0190b7f0-1111-7000-8000-000000000001';
const t2 = '0190b7f0-1111-7000-8000-000000000002';
const other = 'pcbbbbbb';

const task = (fields: Record<string, JsonValue>, id = t1): Edit => ({
  collection: 'task',
  id,
  fields,
});

/** A user at an open workspace: his window's replica and its stacks. */
class User {
  readonly state: State = emptyState();
  readonly sets: ChangeSet[] = [];
  readonly before = new Map<string, Readonly<Record<string, JsonValue>>[]>();
  stacks: Stacks = noSteps;

  constructor(
    public workspace: Workspace,
    readonly author = '王明',
  ) {}

  async do(label: string, edits: readonly Edit[], audience: Audience = 'shared', undoes?: string) {
    const wall = '2026-11-03T08:00:00.000Z';
    const signature = { device, author: this.author, wall, label };
    const set = draftSet(this.state, edits, signature, { undoes });
    if (!set) return undefined;
    this.before.set(set.stamp, replacedBy(this.state, set));
    applySet(this.state, set);
    await this.workspace.append(set, audience);
    this.sets.push(set);
    this.stacks = afterOwnSet(this.stacks, { stamp: set.stamp, label, audience, undoes });
    return set;
  }

  async step(direction: 'undo' | 'redo'): Promise<void> {
    const last = this.stacks[direction].at(-1);
    const set = this.sets.find(({ stamp }) => stamp === last?.stamp);
    if (!last || !set) return;
    const content = { set, before: this.before.get(set.stamp) ?? [] };
    const edits = takingBack(this.state, content) ?? [];
    await this.do(direction, edits, last.audience, last.stamp);
  }
}

async function opened(folder?: string): Promise<Workspace> {
  const place = folder ?? (await emptyFolder());
  if (!folder) await createWorkspace(place, { deviceId: device });
  const workspace = await openWorkspace(place, { now: () => new Date('2026-11-03') });
  onTestFinished(() => workspace.close());
  return workspace;
}

const all = { filter: {}, asOf: null, from: 0, count: 500 } as const;

test('lists every set once, newest first, in pages that stay while new ones come', async () => {
  const workspace = await opened(await filledFolder(25));
  const history = new History(workspace);
  const told: [number, number][] = [];
  await history.refresh((done, total) => told.push([done, total]));
  expect(told.at(-1)?.[0]).toBe(told.at(-1)?.[1]);
  const first = history.page({ ...all, count: 10 });
  await appendTasks(workspace, 26, 30);
  await history.refresh();
  const second = history.page({ ...all, asOf: first.asOf, from: 10, count: 20 });
  const stamps = [...first.rows, ...second.rows].map(({ stamp }) => stamp);
  expect(stamps).toEqual((await stampsIn(workspace)).slice(0, 25).reverse());
  expect(history.page(all).total).toBe(30);
  expect(history.page(all).rows[0]?.stamp).toBe((await stampsIn(workspace)).at(-1));
});

test('filters by author, month, collection, label and record', async () => {
  const workspace = await opened();
  const user = new User(workspace);
  await user.do('task.add', [task({ title: '甲' })]);
  await user.do('person.add', [{ collection: 'person', id: t2, fields: { name: '李四' } }]);
  await user.do('task.set', [task({ title: '乙' })], 'private');
  await workspace.appendForeign([
    { ...taskSet(9, '别处', other), author: '赵六', wall: '2025-03-09T08:00:00.000Z' },
  ]);
  const history = new History(workspace);
  await history.refresh();
  const labels = (filter: object) =>
    history.page({ ...all, filter }).rows.map(({ label }) => label);
  expect(labels({ author: '赵六' })).toEqual(['task.create']);
  expect(labels({ month: '2026-11' })).toEqual(['task.set', 'person.add', 'task.add']);
  expect(labels({ collection: 'person' })).toEqual(['person.add']);
  const record = { collection: 'task', id: t1 };
  expect(labels({ about: { labels: ['person.add'], records: [] } })).toEqual(['person.add']);
  expect(labels({ about: { labels: [], records: [record] } })).toEqual(['task.set', 'task.add']);
  expect(labels({ month: '2026-11', author: '赵六' })).toEqual([]);
  expect(history.choices()).toEqual({
    authors: ['王明', '赵六'],
    months: ['2026-11', '2025-03'],
    collections: ['task', 'person'],
  });
  expect(history.page(all).rows.filter(({ audience }) => audience === 'private')).toHaveLength(1);
});

test('tells all that happened to a record, and what every set replaced', async () => {
  const workspace = await opened();
  const user = new User(workspace);
  await user.do('task.add', [task({ title: '甲', percent: 10 })]);
  await user.do('task.set', [task({ title: '乙' }), task({ title: '旁' }, t2)]);
  await user.do('task.set', [task({ percent: 20 })], 'private');
  const history = new History(workspace);
  await history.refresh();
  const record = await history.record({ collection: 'task', id: t1 });
  expect(record.map(({ fields }) => fields)).toEqual([
    { title: '甲', percent: 10 },
    { title: '乙' },
    { percent: 20 },
  ]);
  expect(record.map(({ audience }) => audience)).toEqual(['shared', 'shared', 'private']);
  for (const set of user.sets) {
    const found = await history.set(set.stamp);
    expect(found?.set).toEqual(set);
    expect(found?.before).toEqual(user.before.get(set.stamp));
  }
  const cut = await history.set(user.sets[1]?.stamp ?? '', 1);
  expect([cut?.set.changes.length, cut?.changeCount]).toEqual([1, 2]);
  expect(await history.set(`0000009z.${device}`)).toBeUndefined();
  expect(await history.record({ collection: 'task', id: 'nobody' })).toEqual([]);
});

test('a replaced value whose set is not here is absent, not empty', async () => {
  const workspace = await opened();
  const lost = `00000001.${other}`;
  const set = taskSet(5);
  const change = { ...set.changes[0], parents: { title: [lost] } } as ChangeSet['changes'][number];
  await workspace.append({ ...set, changes: [change] }, 'shared');
  const history = new History(workspace);
  await history.refresh();
  expect((await history.set(set.stamp))?.before).toEqual([{ period: null, percent: null }]);
});

type Move = 'undo' | 'redo' | { readonly edit: Edit; readonly audience: Audience };

const move: fc.Arbitrary<Move> = fc.oneof(
  fc.constantFrom<Move>('undo', 'undo', 'redo'),
  fc.record({
    audience: fc.constantFrom<Audience>('shared', 'private'),
    edit: fc
      .tuple(
        fc.record({
          title: fc.constantFrom<JsonValue>('甲', '乙'),
          percent: fc.constantFrom<JsonValue>(1, 2),
        }),
        fc.constantFrom(t1, t2),
      )
      .map(([fields, id]) => task(fields, id)),
  }),
);

test('gives, from the disk alone, the steps that the window has, at every restart', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 14 }), async (moves) => {
      const folder = await emptyFolder();
      await createWorkspace(folder, { deviceId: device });
      const workspace = await openWorkspace(folder, { now: () => new Date('2026-11-03') });
      const user = new User(workspace);
      const live = new History(workspace);
      try {
        for (const one of moves) {
          if (typeof one === 'string') await user.step(one);
          else await user.do('task.set', [one.edit], one.audience);
          await live.refresh();
          expect(live.steps(null)).toEqual(user.stacks);
        }
        await workspace.appendForeign([taskSet(3, '别处', other)]);
      } finally {
        await workspace.close();
      }
      const again = await openWorkspace(folder, { readOnly: true });
      const history = new History(again);
      await history.refresh();
      expect(history.steps(null)).toEqual(user.stacks);
      for (const { stamp } of [...user.stacks.undo, ...user.stacks.redo]) {
        expect((await history.set(stamp))?.before).toEqual(user.before.get(stamp));
      }
      await again.close();
    }),
    { numRuns: 25 },
  );
});

test('steps before a stamp leave out what the window knows itself', async () => {
  const workspace = await opened();
  const user = new User(workspace);
  const [first, second] = [
    await user.do('task.add', [task({ title: '甲' })]),
    await user.do('task.set', [task({ title: '乙' })]),
  ];
  const history = new History(workspace);
  await history.refresh();
  const undo = history.steps(second?.stamp ?? null).undo.map(({ stamp }) => stamp);
  expect(undo).toEqual([first?.stamp]);
});

test('an import that is taken back was never in it', async () => {
  const workspace = await opened(await filledFolder(3));
  const history = new History(workspace);
  const stop = new AbortController();
  const sets = Array.from({ length: 2_500 }, (_, index) => taskSet(index + 1, '别处', other));
  const importing = workspace.appendForeign(sets, {
    signal: stop.signal,
    progress: (done) => done >= 2_000 && stop.abort(),
  });
  const reading = history.refresh();
  await expect(importing).rejects.toThrow();
  await reading;
  await history.refresh();
  expect(history.page(all).rows.filter(({ stamp }) => deviceOf(stamp) === other)).toEqual([]);
  expect(history.page(all).total).toBe(3);
});

test('an encrypted unit has its history, too', async () => {
  const folder = await filledFolder(8);
  const { key } = await encryptFolder(folder, '秋天的雁群向南飞');
  const workspace = await openWorkspace(folder, { key });
  const history = new History(workspace);
  await history.refresh();
  const { rows, total } = history.page(all);
  expect(total).toBe(8);
  expect((await history.set(rows[0]?.stamp ?? ''))?.set.changes[0]?.fields.title).toBe('任务8');
  await workspace.close();
  key.forget();
});

test('a set that came in two parts shows in the history of all its records, and is no damage', async () => {
  const folder = await filledFolder(2);
  const workspace = await openWorkspace(folder);
  onTestFinished(() => workspace.close());
  const [change] = taskSet(9, '甲', other).changes;
  if (!change) throw new Error('a set has changes');
  const whole: ChangeSet = {
    ...taskSet(9, '甲', other),
    changes: [
      { ...change, id: t1 },
      { ...change, id: t2 },
    ],
  };
  const part = (id: string): ChangeSet => ({
    ...whole,
    changes: whole.changes.filter((one) => one.id === id),
  });
  expect(await workspace.appendForeign([part(t1)])).toMatchObject({ known: 0 });
  const { added } = await workspace.appendForeign([whole]);
  expect(added).toEqual([part(t2)]);
  expect(await workspace.appendForeign([whole, part(t1)])).toMatchObject({ added: [], known: 1 });
  const history = new History(workspace);
  await history.refresh(() => undefined);
  for (const id of [t1, t2]) {
    const sets = await history.record({ collection: 'task', id });
    expect(sets.map(({ stamp }) => stamp)).toEqual([whole.stamp]);
  }
  expect(await workspace.verify()).toEqual([]);
});
