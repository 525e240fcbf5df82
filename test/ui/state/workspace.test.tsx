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
import { snapshotTexts } from '../../../shared/changes/snapshot';
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
let parts: Record<string, string> = {};
/** Steps of earlier sessions. */
const older = { undo: [], redo: [] };

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
    const texts = snapshotTexts(fold([old, recent]));
    parts = Object.fromEntries(texts);
    const value = unit();
    if (value.status !== 'open') throw new Error('the unit is open');
    value.counter = 3;
    value.partNames = [...texts.keys()];
    value.parts = [...texts]
      .filter(([name]) => name !== '2020')
      .map(([name, text]) => ({ name, text }));
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
