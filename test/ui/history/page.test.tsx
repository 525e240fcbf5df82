import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import HistoryPage from '../../../renderer/pages/history/HistoryPage';
import RecordTimeline from '../../../renderer/pages/history/RecordTimeline';
import { openWorkspace } from '../../../renderer/state/workspace';
import type { ChangeSet } from '../../../shared/changes/change-set';
import type { JsonValue } from '../../../shared/changes/json';
import { recordSetOf } from '../../../shared/changes/timeline';
import type { CallInput, CallOutput } from '../../../shared/rpc';

const pc = 'pcaaaaaa';
const otherPc = 'pcbbbbbb';
const wang = '0190b7f0-0000-7000-8000-000000000001';
const task1 = '0190b7f0-0000-7000-8000-000000000011';
const task2 = '0190b7f0-0000-7000-8000-000000000012';

const setOf = (
  counter: number,
  label: string,
  changes: ChangeSet['changes'],
  device = pc,
): ChangeSet => ({
  stamp: `${counter.toString(36).padStart(8, '0')}.${device}`,
  author: wang,
  wall: '2026-11-03T08:00:00.000Z',
  label,
  changes,
});

const task = (
  id: string,
  fields: Record<string, JsonValue>,
  parents?: Record<string, string[]>,
) => ({ collection: 'task', id, fields, ...(parents && { parents }) });

const made = setOf(2, 'task.add', [
  task(task1, { title: '数字化', goal: '三万页' }),
  task(task2, { title: '值班表' }),
]);
const changed = setOf(3, 'task.set', [task(task1, { goal: '五万页' }, { goal: [made.stamp] })]);
const deleted = setOf(4, 'task.delete', [task(task2, { deleted: true })]);
const base = [
  setOf(1, 'person.add', [{ collection: 'person', id: wang, fields: { name: '王明' } }]),
  made,
  changed,
  deleted,
];

let sets: ChangeSet[] = [];
let sent: { readonly set: ChangeSet; readonly audience: string }[] = [];

/** Main as the page sees it, with the sets above. */
function answer(name: string, input: unknown): unknown {
  const newestFirst = [...sets].sort((a, b) => (a.stamp < b.stamp ? 1 : -1));
  if (name === 'workspace.commit') {
    // The page sends the contract's input, here and below.
    const commit = input as (typeof sent)[number];
    sent.push(commit);
    sets = [...sets, commit.set];
    return { stamp: commit.set.stamp };
  }
  if (name === 'history.page') {
    const { filter, from, count } = input as CallInput<'history.page'>;
    const { about } = filter;
    const found = newestFirst.filter(
      ({ changes, label }) =>
        !about ||
        about.labels.includes(label) ||
        changes.some((one) => about.records.some(({ id }) => id === one.id)),
    );
    const page: CallOutput<'history.page'> = {
      asOf: sets.length,
      total: found.length,
      rows: found.slice(from, from + count).map(({ changes, ...about }) => ({
        ...about,
        audience: 'shared',
        records: changes.slice(0, 3).map(({ collection, id }) => ({ collection, id })),
        recordCount: changes.length,
      })),
      authors: [wang],
      months: ['2026-11'],
      collections: ['person', 'task'],
    };
    return page;
  }
  if (name === 'history.about') {
    const stamps = input as string[];
    return sets
      .filter(({ stamp }) => stamps.includes(stamp))
      .map(({ stamp, author, wall, label }) => ({ stamp, author, wall, label }));
  }
  if (name === 'history.record') {
    const { collection, id } = input as { collection: string; id: string };
    return sets.flatMap((set) => {
      const part = recordSetOf(set, collection, id);
      return part ? [{ ...part, audience: 'shared' }] : [];
    });
  }
  if (name === 'history.set') {
    const { stamp } = input as { stamp: string };
    const set = sets.find((one) => one.stamp === stamp);
    const before = set?.changes.map(({ fields }) =>
      Object.fromEntries(Object.keys(fields).map((field) => [field, null])),
    );
    return { set, before, audience: 'shared', changeCount: set?.changes.length };
  }
  const opened: CallOutput<'workspace.open'> = {
    status: 'open',
    readOnly: null,
    device: pc,
    sample: false,
    folder: '/data',
    counter: 9,
    partNames: [],
    parts: [],
    tail: sets,
  };
  return opened;
}

// jsdom lays nothing out, so nothing ever changes its size.
Object.defineProperty(window, 'ResizeObserver', {
  value: class {
    observe(): void {}
    disconnect(): void {}
  },
});

Object.defineProperty(window, 'touyan', {
  value: {
    call: async (name: string, input: unknown) => ({ ok: true, value: answer(name, input) }),
    listen: () => () => {},
  },
});

const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 20)));

async function open(hash: string) {
  window.location.hash = hash;
  await act(() => openWorkspace());
  render(<HistoryPage />);
  await settle();
}

beforeEach(() => {
  sets = [...base];
  sent = [];
});

describe('the list of changes', () => {
  test('shows who, what and about what, newest first; one opens to its single changes', async () => {
    await open('#/history');
    const table = screen.getByRole('table', { name: '改动清单，最近的在前' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/王明删除任务值班表本机/),
      expect.stringMatching(/王明修改任务数字化本机/),
      expect.stringMatching(/王明新增任务数字化等2项本机/),
      expect.stringMatching(/王明新增人员王明本机/),
    ]);
    const button = within(rows[2] ?? table).getByRole('button');
    expect(button.getAttribute('aria-expanded')).toBe('false');
    await userEvent.click(button);
    await settle();
    expect(within(table).getByText('三万页')).toBeTruthy();
    expect(screen.getByRole('button', { name: '恢复为此值：目标 三万页' })).toBeTruthy();
  });

  test('finds by title and by action', async () => {
    await open('#/history');
    await userEvent.type(screen.getByLabelText('查找'), '值班');
    await act(() => new Promise<void>((resolve) => setTimeout(resolve, 350)));
    expect(screen.getByText('共2次改动')).toBeTruthy();
    await userEvent.clear(screen.getByLabelText('查找'));
    await userEvent.type(screen.getByLabelText('查找'), '新增人员');
    await act(() => new Promise<void>((resolve) => setTimeout(resolve, 350)));
    expect(screen.getByText('共1次改动')).toBeTruthy();
  });
});

describe('the recycle bin', () => {
  test('tells who deleted what, and brings it back by a new change', async () => {
    await open('#/history?tab=bin');
    const row = screen.getByRole('row', { name: /值班表/ });
    expect(row.textContent).toMatch(/任务王明2026年11月3日/);
    await userEvent.click(screen.getByRole('checkbox', { name: '全选' }));
    await userEvent.click(screen.getByRole('button', { name: '恢复选中的1项' }));
    await settle();
    expect(sent.map(({ set, audience }) => [set.label, set.changes, audience])).toEqual([
      [
        'history.restoreRecords',
        [
          {
            collection: 'task',
            id: task2,
            fields: { deleted: false },
            parents: { deleted: [deleted.stamp] },
          },
        ],
        'shared',
      ],
    ]);
    expect(screen.getByText(/回收站是空的/)).toBeTruthy();
  });
});

describe('the timeline of a record', () => {
  test('shows an open conflict with both values, and settles it', async () => {
    const theirs = setOf(
      3,
      'task.set',
      [task(task1, { goal: '四万页' }, { goal: [made.stamp] })],
      otherPc,
    );
    sets = [...base, theirs];
    await act(() => openWorkspace());
    render(<RecordTimeline collection="task" id={task1} onClose={() => {}} />);
    await settle();
    const conflict = screen.getByRole('alert');
    expect(conflict.textContent).toMatch(/四万页.*五万页/);
    expect(screen.getByText('同时还有另一个值：五万页')).toBeTruthy();
    expect(screen.getByText('电脑 pcbbbbbb')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '选定“五万页”' }));
    await settle();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(sent[0]?.set.changes[0]?.parents?.goal?.toSorted()).toEqual([
      changed.stamp,
      theirs.stamp,
    ]);
    expect(screen.getByText('恢复历史值')).toBeTruthy();
  });
});
