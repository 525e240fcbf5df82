import { act, render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { CallFailed } from '../../../renderer/state/bridge';
import {
  adoptImport,
  type CommitOptions,
  commit,
  openWorkspace,
  readMissingYears,
  redo,
  undo,
  useRecords,
  useWorkspace,
} from '../../../renderer/state/workspace';
import type { ChangeSet } from '../../../shared/changes/change-set';
import type { JsonValue } from '../../../shared/changes/json';
import { edit, recordOf } from '../../../shared/changes/records';
import { snapshotParts } from '../../../shared/changes/snapshot';
import { fold } from '../../../shared/changes/state';
import type { CallOutput, ErrorCode } from '../../../shared/rpc';

interface Sent {
  readonly set: ChangeSet;
  readonly audience: string;
  /** Answers the commit as main would: on the disk, or why not. */
  readonly answer: (code?: ErrorCode) => void;
}

let sent: Sent[] = [];
/** Whether commits are acknowledged at once. */
let isQuick = true;
let opening: CallOutput<'workspace.open'>;
let parts: Record<string, string[]> = {};
/** Steps of earlier sessions. */
let older: CallOutput<'history.steps'>;
/** What main tells of sets of earlier sessions, by stamp. */
let earlier: Record<string, CallOutput<'history.set'>> = {};

const pc = 'pcaaaaaa';
const otherPc = 'pcbbbbbb';

const unit = (): CallOutput<'workspace.open'> => ({
  status: 'open',
  readOnly: null,
  device: pc,
  sample: false,
  folder: '/data',
  counter: 0,
  partNames: [],
  parts: [],
  tail: [],
});

const answerTo = (name: string, input: unknown): Promise<unknown> => {
  if (name === 'workspace.part') return Promise.resolve({ ok: true, value: parts[String(input)] });
  if (name === 'history.steps') return Promise.resolve({ ok: true, value: older });
  if (name === 'history.set') {
    // The store sends the contract's input.
    const { stamp } = input as { stamp: string };
    return Promise.resolve({ ok: true, value: earlier[stamp] });
  }
  if (name === 'history.about') {
    const asked = input as string[];
    const value = asked.flatMap((stamp) => {
      const set = earlier[stamp]?.set;
      if (!set) return [];
      const { author, wall, label, undoes } = set;
      return [{ stamp, author, wall, label, ...(undoes && { undoes }) }];
    });
    return Promise.resolve({ ok: true, value });
  }
  if (name !== 'workspace.commit') return Promise.resolve({ ok: true, value: opening });
  return new Promise((resolve) => {
    // The one caller of this name in this test is the store, which sends the contract's input.
    const { set, audience } = input as { set: ChangeSet; audience: string };
    const answer = (code?: ErrorCode) =>
      resolve(code ? { ok: false, error: { code } } : { ok: true, value: { stamp: set.stamp } });
    sent.push({ set, audience, answer });
    if (isQuick) answer();
  });
};

Object.defineProperty(window, 'touyan', { value: { call: answerTo, listen: () => () => {} } });

function Titles() {
  const titles = useRecords('task').map(({ title, percent }) => `${title} ${percent}`);
  return <p role="status">{titles.join('，')}</p>;
}

function Window() {
  const workspace = useWorkspace();
  return workspace.status === 'open' ? <Titles /> : <p role="alert">{workspace.status}</p>;
}

const shown = (): string | null => screen.getByRole('status').textContent;
const task = (fields: { title?: string; percent?: number; deleted?: boolean }, id = 't1') => [
  edit('task', id, fields),
];
const done = (edits: ReturnType<typeof task>, options?: CommitOptions) =>
  act(() => commit(options?.publish ? 'rating.submit' : 'task.save', edits, options));
const codeOf = (failing: Promise<unknown>): Promise<string> =>
  failing.then(
    () => 'done',
    (error: unknown) => (error instanceof CallFailed ? error.error.code : String(error)),
  );
/** Waits until the store has sent what it has to send. */
const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));

beforeEach(async () => {
  sent = [];
  isQuick = true;
  opening = unit();
  parts = {};
  older = { undo: [], redo: [] };
  earlier = {};
  render(<Window />);
  await act(() => openWorkspace());
});

describe('commit', () => {
  test('shows the change at once, resolves when it is on the disk', async () => {
    isQuick = false;
    let isDone = false;
    act(() => void commit('task.save', task({ title: '甲' })).then(() => (isDone = true)));
    expect(shown()).toBe('甲 0');
    await settle();
    expect(isDone).toBe(false);
    sent[0]?.answer();
    await settle();
    expect(isDone).toBe(true);
    expect(shown()).toBe('甲 0');
  });

  test('that fails leaves the replica as it was, and nothing to undo', async () => {
    await done(task({ title: '甲' }));
    isQuick = false;
    let failing = Promise.resolve('');
    act(() => {
      failing = codeOf(commit('task.save', task({ title: '乙' })));
    });
    expect(shown()).toBe('乙 0');
    await settle();
    sent[1]?.answer('disk-full');
    expect(await act(() => failing)).toBe('disk-full');
    expect(shown()).toBe('甲 0');
    isQuick = true;
    await act(() => undo());
    expect(shown()).toBe('');
    expect(await act(() => undo())).toEqual({ done: false, reason: 'nothing' });
  });

  test('takes back those queued behind one that fails, without sending them', async () => {
    isQuick = false;
    let [first, second] = [Promise.resolve(''), Promise.resolve('')];
    act(() => {
      first = codeOf(commit('task.save', task({ title: '甲' })));
      second = codeOf(commit('task.save', task({ title: '乙', percent: 50 })));
    });
    expect(shown()).toBe('乙 50');
    await settle();
    sent[0]?.answer('disk-full');
    expect(await act(() => Promise.all([first, second]))).toEqual(['disk-full', 'cancelled']);
    expect(shown()).toBe('');
    expect(sent).toHaveLength(1);
    expect(await undo()).toEqual({ done: false, reason: 'nothing' });
    isQuick = true;
    await done(task({ title: '丙' }));
    expect(shown()).toBe('丙 0');
  });

  test('keeps the order of sets that build on each other', async () => {
    isQuick = false;
    act(() => {
      void commit('task.save', task({ title: '甲' }));
      void commit('task.save', task({ title: '乙' }));
    });
    await settle();
    expect(sent).toHaveLength(1);
    sent[0]?.answer();
    await settle();
    expect(sent.map(({ set }) => set.changes[0]?.parents)).toEqual([
      undefined,
      { title: [`00000001.${pc}`] },
    ]);
    sent[1]?.answer();
    await settle();
  });

  test('of what is so already sends nothing', async () => {
    await done(task({ title: '甲' }));
    await done(task({ title: '甲' }));
    expect(sent).toHaveLength(1);
  });

  test('on its way when another unit is opened does not reach into that one', async () => {
    isQuick = false;
    let failing = Promise.resolve('');
    act(() => {
      failing = codeOf(commit('task.save', task({ title: '甲' })));
    });
    await settle();
    await act(() => openWorkspace('workspace.openSample'));
    expect(shown()).toBe('');
    isQuick = true;
    await done(task({ title: '样' }, 't2'));
    isQuick = false;
    sent[0]?.answer('folder-gone');
    expect(await act(() => failing)).toBe('folder-gone');
    expect(shown()).toBe('样 0');
  });
});

describe('undo and redo', () => {
  test('of setting a field', async () => {
    await done(task({ title: '甲' }));
    await done(task({ percent: 40 }));
    expect(await act(() => undo())).toEqual({ done: true, label: 'task.save' });
    expect(shown()).toBe('甲 0');
    await act(() => redo());
    expect(shown()).toBe('甲 40');
  });

  test('of making a record', async () => {
    await done(task({ title: '甲' }));
    await act(() => undo());
    expect(shown()).toBe('');
    await act(() => redo());
    expect(shown()).toBe('甲 0');
    await act(() => undo());
    expect(shown()).toBe('');
  });

  test('of deleting a record', async () => {
    await done(task({ title: '甲', percent: 30 }));
    await done(task({ deleted: true }));
    expect(shown()).toBe('');
    await act(() => undo());
    expect(shown()).toBe('甲 30');
    await act(() => redo());
    expect(shown()).toBe('');
  });

  test('go through two edits of one field and back', async () => {
    await done(task({ title: '甲' }));
    await done(task({ title: '乙' }));
    await done(task({ title: '丙' }));
    const seen: (string | null)[] = [];
    for (const move of [undo, undo, redo, redo, undo]) {
      await act(() => move());
      seen.push(shown());
    }
    expect(seen).toEqual(['乙 0', '甲 0', '乙 0', '丙 0', '乙 0']);
    await done(task({ title: '丁' }));
    expect(await redo()).toEqual({ done: false, reason: 'nothing' });
  });

  test('stay in the stream of what they take back', async () => {
    await done(task({ title: '甲' }), { audience: 'private' });
    await act(() => undo());
    expect(sent.map(({ audience }) => audience)).toEqual(['private', 'private']);
  });

  test('leave drafts alone once they are published', async () => {
    await done(task({ title: '甲' }));
    await done(task({ percent: 80 }, 't2'), { audience: 'private' });
    await done(task({ percent: 80 }, 't2'), { publish: true });
    await act(() => undo());
    expect(shown()).toBe(' 80');
    expect(sent.at(-1)?.set.changes[0]?.id).toBe('t1');
  });

  test('that fail can be tried again', async () => {
    await done(task({ title: '甲' }));
    await done(task({ title: '乙' }));
    for (const [move, failed, moved] of [
      [undo, '乙 0', '甲 0'],
      [redo, '甲 0', '乙 0'],
    ] as const) {
      isQuick = false;
      let failing = Promise.resolve('');
      act(() => {
        failing = codeOf(move());
      });
      expect(shown()).toBe(moved);
      await settle();
      sent.at(-1)?.answer('disk-full');
      expect(await act(() => failing)).toBe('disk-full');
      expect(shown()).toBe(failed);
      isQuick = true;
      expect(await act(() => move())).toMatchObject({ done: true });
      expect(shown()).toBe(moved);
    }
  });

  test('of an action that did not reach the disk come to nothing', async () => {
    isQuick = false;
    let [first, second] = [Promise.resolve(''), Promise.resolve('')];
    act(() => {
      first = codeOf(commit('task.save', task({ title: '甲' })));
      second = codeOf(undo());
    });
    await settle();
    sent[0]?.answer('disk-full');
    expect(await act(() => Promise.all([first, second]))).toEqual(['disk-full', 'cancelled']);
    for (const move of [undo, redo]) {
      expect(await move()).toEqual({ done: false, reason: 'nothing' });
    }
  });
});

describe('undo across sessions', () => {
  type Told = CallOutput<'history.set'>;

  const told = (
    counter: number,
    fields: Record<string, JsonValue>,
    before: Record<string, JsonValue>,
    more: Partial<ChangeSet> & { device?: string; parents?: Record<string, string[]> } = {},
  ): Told => {
    const { device = pc, parents, ...rest } = more;
    const set: ChangeSet = {
      stamp: `0000000${counter}.${device}`,
      author: '',
      wall: '2026-11-03T08:00:00.000Z',
      label: 'task.save',
      changes: [{ collection: 'task', id: 't1', fields, ...(parents && { parents }) }],
      ...rest,
    };
    return { set, before: [before], audience: 'shared', changeCount: 1 };
  };

  /** Opens a unit in which these sets were made earlier; `undo` and `redo` are steps of them. */
  const reopen = async (sets: Told[], undoStamps: string[], redoStamps: string[] = []) => {
    const value = unit();
    if (value.status !== 'open') throw new Error('the unit is open');
    value.counter = 9;
    value.tail = sets.map(({ set }) => set);
    opening = value;
    earlier = Object.fromEntries(sets.map((one) => [one.set.stamp, one]));
    const step = (stamp: string) => ({ stamp, label: 'task.save', audience: 'shared' as const });
    older = { undo: undoStamps.map(step), redo: redoStamps.map(step) };
    await act(() => openWorkspace());
  };

  const made = told(1, { title: '甲', percent: 5 }, { title: null, percent: null });
  const edited = told(
    2,
    { title: '乙' },
    { title: '甲' },
    { parents: { title: [made.set.stamp] } },
  );

  test('goes on where the last session ended, on top of this one', async () => {
    await reopen([made, edited], [made.set.stamp, edited.set.stamp]);
    await done(task({ percent: 70 }));
    const seen: (string | null)[] = [];
    for (const move of [undo, undo, undo, redo, redo, redo]) {
      expect(await act(() => move())).toMatchObject({ done: true });
      seen.push(shown());
    }
    expect(seen).toEqual(['乙 5', '甲 5', '', '甲 5', '乙 5', '乙 70']);
    // Each names the set that it takes back: the action, or the undo of it.
    const stampAt = (place: number) => sent[place]?.set.stamp;
    expect(sent.map(({ set }) => set.undoes)).toEqual([
      undefined,
      stampAt(0),
      edited.set.stamp,
      made.set.stamp,
      stampAt(3),
      stampAt(2),
      stampAt(1),
    ]);
  });

  test('redoes what the last session had undone', async () => {
    const undone = told(
      3,
      { title: '甲' },
      { title: '乙' },
      {
        label: 'undo',
        undoes: edited.set.stamp,
        parents: { title: [edited.set.stamp] },
      },
    );
    await reopen([made, edited, undone], [made.set.stamp], [undone.set.stamp]);
    expect(shown()).toBe('甲 5');
    await act(() => redo());
    expect(shown()).toBe('乙 5');
    expect(sent[0]?.set).toMatchObject({ label: 'redo', undoes: undone.set.stamp });
  });

  test('takes back below what was undone in the last session', async () => {
    const undone = told(
      3,
      { title: '甲' },
      { title: '乙' },
      {
        label: 'undo',
        undoes: edited.set.stamp,
        parents: { title: [edited.set.stamp] },
      },
    );
    await reopen([made, edited, undone], [made.set.stamp], [undone.set.stamp]);
    expect(await act(() => undo())).toMatchObject({ done: true });
    expect(shown()).toBe('');
  });

  test('is refused, naming who changed it since', async () => {
    const theirs = told(
      3,
      { title: '丙' },
      { title: '乙' },
      {
        device: otherPc,
        author: 'p9',
        parents: { title: [edited.set.stamp] },
      },
    );
    await reopen([made, edited, theirs], [made.set.stamp, edited.set.stamp]);
    expect(await act(() => undo())).toMatchObject({
      done: false,
      reason: 'overtaken',
      by: { stamp: theirs.set.stamp, author: 'p9', label: 'task.save' },
    });
    expect(shown()).toBe('丙 5');
    expect(sent).toEqual([]);
  });

  test('of making a record is refused where somebody else has added to it', async () => {
    const theirs = told(
      3,
      { percent: 80 },
      { percent: 5 },
      {
        device: otherPc,
        parents: { percent: [made.set.stamp] },
      },
    );
    await reopen([made, theirs], [made.set.stamp]);
    expect(await act(() => undo())).toMatchObject({ done: false, reason: 'overtaken' });
    expect(shown()).toBe('甲 80');
  });

  test('is refused where an own change that is no step stands on it', async () => {
    const repaired = told(
      3,
      { title: '修' },
      { title: '乙' },
      {
        label: 'workspace.repair',
        parents: { title: [edited.set.stamp] },
      },
    );
    await reopen([made, edited, repaired], [made.set.stamp, edited.set.stamp]);
    expect(await act(() => undo())).toMatchObject({
      reason: 'overtaken',
      by: { label: 'workspace.repair' },
    });
  });

  test('gives up where what it replaced cannot be read', async () => {
    await reopen([made, { ...edited, before: [{}] }], [edited.set.stamp]);
    expect(await act(() => undo())).toEqual({ done: false, reason: 'lost' });
    expect(shown()).toBe('乙 5');
  });
});

describe('opening', () => {
  const setOf = (
    counter: number,
    id: string,
    fields: Record<string, JsonValue>,
    parents?: Record<string, string[]>,
  ): ChangeSet => ({
    stamp: `0000000${counter}.${otherPc}`,
    author: '',
    wall: '2026-11-23T08:00:00.000Z',
    label: 'task.save',
    changes: [{ collection: 'task', id, fields, ...(parents && { parents }) }],
  });

  test('joins snapshot parts and tail, and reads older years when asked', async () => {
    const old = setOf(1, 't1', { title: '旧', period: '2020' });
    const recent = setOf(2, 't2', { title: '新', period: '2026' });
    const tail = setOf(3, 't2', { title: '更新' }, { title: [recent.stamp] });
    const whole = new Map(
      [...snapshotParts(fold([old, recent]))].map(([name, lines]) => [name, [...lines]]),
    );
    parts = Object.fromEntries(whole);
    const value = unit();
    if (value.status !== 'open') throw new Error('the unit is open');
    value.counter = 3;
    value.partNames = [...whole.keys()];
    value.parts = [...whole]
      .filter(([name]) => name !== '2020')
      .map(([name, lines]) => ({ name, lines }));
    value.tail = [tail];
    act(() => adoptImport(value));
    expect(shown()).toBe('更新 0');
    await act(() => readMissingYears());
    expect(shown()?.split('，').sort()).toEqual(['旧 0', '更新 0'].sort());
    await done(task({ title: '我的' }, 't2'));
    expect(sent.at(-1)?.set.stamp).toBe(`00000004.${pc}`);
    expect(recordOf(fold([tail]), 'task', 't2')?.title).toBe('更新');
  });

  test('an empty data folder is told apart', async () => {
    opening = { status: 'empty' };
    await act(() => openWorkspace());
    expect(screen.getByRole('alert').textContent).toBe('empty');
  });
});
