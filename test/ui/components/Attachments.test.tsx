import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Attachments } from '../../../renderer/components/Attachments';
import type { HeldFile } from '../../../renderer/components/attachment-edits';
import { fileSize } from '../../../renderer/components/file-size';
import { openWorkspace } from '../../../renderer/state/workspace';
import type { ChangeSet } from '../../../shared/changes/change-set';
import type { CallOutput, RpcError } from '../../../shared/rpc';

const owner = { collection: 'task', id: 't1' };
const sheet = { name: '签到表.jpg', bytes: 1_500_000, sha256: 'a'.repeat(64) };
const plan = { name: '方案.docx', bytes: 12_345, sha256: 'b'.repeat(64) };
const program = { name: '安装.exe', bytes: 99, sha256: 'c'.repeat(64) };

type Added = CallOutput<'attachments.add'>;

/** What main does next, and what it was asked. */
let answers: Record<string, unknown> = {};
let asked: [string, unknown][] = [];
let committed: { set: ChangeSet; audience: string }[] = [];
let dropped: (readonly File[])[] = [];
let missing: string[] = [];
let tell: (payload: { job: string; done: number; total: number }) => void = () => undefined;
let adding: Promise<unknown>;

const ok = (value: unknown) => Promise.resolve({ ok: true, value });
const opened: CallOutput<'workspace.open'> = {
  status: 'open',
  readOnly: null,
  device: 'pcaaaaaa',
  sample: false,
  folder: '/data',
  counter: 0,
  partNames: [],
  parts: [],
  tail: [],
};

const touyan = {
  call: (name: string, input: unknown): Promise<unknown> => {
    asked.push([name, input]);
    if (name === 'workspace.open') return ok(opened);
    if (name === 'attachments.missing') return ok(missing);
    if (name === 'attachments.add') return adding;
    if (name === 'workspace.commit') {
      // The store is the one caller, which sends the contract's input.
      committed.push(input as { set: ChangeSet; audience: string });
      return ok(null);
    }
    return Promise.resolve(answers[name] ?? { ok: true, value: null });
  },
  addFiles: (files: readonly File[]): Promise<unknown> => {
    dropped.push(files);
    return adding;
  },
  listen: (name: string, heard: typeof tell) => {
    if (name === 'job.progress') tell = heard;
    return () => undefined;
  },
};
Object.defineProperty(window, 'touyan', { value: touyan });

/** The next files that main copies in, or refuses. */
const next = (added: NonNullable<Added>['added'], refused: RpcError[] = []): void => {
  adding = ok({ added, refused } satisfies Added);
};

const addButton = () => screen.getByRole('button', { name: '添加文件' });
const names = () =>
  screen.queryAllByRole('listitem').map((row) => row.querySelector('.ty-file-name')?.textContent);
const callsOf = (name: string) =>
  asked.filter(([called]) => called === name).map(([, what]) => what);

beforeEach(async () => {
  answers = {};
  committed = [];
  dropped = [];
  missing = [];
  await openWorkspace();
  asked = [];
});

const show = async (props: Partial<Parameters<typeof Attachments>[0]> = {}) => {
  await act(async () => {
    render(<Attachments owner={owner} {...props} />);
  });
};

const add = async (...files: NonNullable<Added>['added']) => {
  next(files);
  await userEvent.click(addButton());
  // The rules of actions come with the first one.
  await act(async () => vi.dynamicImportSettled());
};

describe('adding', () => {
  test('an empty list says what to do', async () => {
    await show();
    expect(screen.getByText(/还没有/).textContent).toContain('拖到这里');
    expect(screen.getByRole('region', { name: '附件' })).toBeTruthy();
  });

  test('commits one action with all files and shows them with size and day', async () => {
    await show();
    await add(sheet, plan);
    expect(committed).toHaveLength(1);
    expect(committed[0]?.audience).toBe('shared');
    expect(committed[0]?.set.label).toBe('attachment.add');
    expect(committed[0]?.set.changes.map(({ fields }) => fields)).toMatchObject([
      { ownerCollection: 'task', ownerId: 't1', ...sheet },
      { ownerCollection: 'task', ownerId: 't1', ...plan },
    ]);
    expect(names()).toEqual(['签到表.jpg', '方案.docx']);
    const [row] = screen.getAllByRole('listitem');
    expect(within(row as HTMLElement).getByText('1.4 MB')).toBeTruthy();
    expect(within(row as HTMLElement).getByText(/^\d+月\d+日$/)).toBeTruthy();
  });

  test('the same file is not attached twice', async () => {
    await show();
    await add(sheet);
    await add(sheet);
    expect(names()).toEqual(['签到表.jpg']);
    expect(committed).toHaveLength(1);
    expect(screen.getByRole('alert').textContent).toContain('“签到表.jpg”已在附件中');
  });

  test('a file that was refused says why; the others are attached', async () => {
    await show();
    next([sheet], [{ code: 'file-too-large', params: { name: '录像.mp4' } }]);
    await userEvent.click(addButton());
    expect(names()).toEqual(['签到表.jpg']);
    expect(screen.getByRole('alert').textContent).toBe(
      '“录像.mp4”超过 200 MB，没有添加。请压缩或分成几个文件后再添加。',
    );
  });

  test('giving up changes nothing; a failure is told', async () => {
    await show();
    adding = ok(null);
    await userEvent.click(addButton());
    adding = Promise.resolve({ ok: false, error: { code: 'disk-full' } });
    await userEvent.click(addButton());
    expect(committed).toEqual([]);
    expect(screen.getByRole('alert').textContent).toContain('磁盘空间已满');
  });

  test('a long copy shows how far it is and can be stopped', async () => {
    await show();
    let finish: (answer: unknown) => void = () => undefined;
    adding = new Promise((resolve) => {
      finish = resolve;
    });
    await userEvent.click(addButton());
    await act(async () => tell({ job: 'attachments.add', done: 0.5, total: 2 }));
    const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: '正在复制文件' });
    expect(bar.value).toBe(0.25);
    expect(addButton()).toHaveProperty('disabled', true);
    await userEvent.click(screen.getByRole('button', { name: '停止' }));
    expect(callsOf('attachments.cancel')).toEqual([null]);
    await act(async () => finish({ ok: false, error: { code: 'cancelled' } }));
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(screen.getByRole('alert').textContent).toBe('');
  });

  test('takes files that are dropped on it', async () => {
    await show();
    next([sheet]);
    const file = new File(['x'], '签到表.jpg');
    const dataTransfer = { types: ['Files'], files: [file] };
    const region = screen.getByRole('region', { name: '附件' });
    fireEvent.dragOver(region, { dataTransfer });
    expect(screen.getByText('松开鼠标，添加这些文件')).toBeTruthy();
    await act(async () => void fireEvent.drop(region, { dataTransfer }));
    expect(dropped).toEqual([[file]]);
    expect(names()).toEqual(['签到表.jpg']);
  });

  test('drafts stay on this PC', async () => {
    await show({ audience: 'private' });
    await add(sheet);
    expect(committed[0]?.audience).toBe('private');
  });
});

describe('a file', () => {
  test('is opened and saved elsewhere by its hash', async () => {
    await show();
    await add(sheet);
    await userEvent.click(screen.getByRole('button', { name: '签到表.jpg' }));
    answers['attachments.saveAs'] = { ok: true, value: { path: '/桌面/签到表.jpg' } };
    await userEvent.click(screen.getByRole('button', { name: '另存 签到表.jpg' }));
    expect(screen.getByRole('status').textContent).toBe('已另存到 /桌面/签到表.jpg');
    const { name, sha256 } = sheet;
    expect(callsOf('attachments.open')).toEqual([{ name, sha256 }]);
    expect(callsOf('attachments.saveAs')).toEqual([{ name, sha256 }]);
  });

  test('that cannot be opened says why', async () => {
    await show();
    await add(sheet);
    const error = { code: 'file-no-program', params: { name: sheet.name } };
    answers['attachments.open'] = { ok: false, error };
    await userEvent.click(screen.getByRole('button', { name: '签到表.jpg' }));
    expect(screen.getByRole('alert').textContent).toContain('没有打开“签到表.jpg”的程序');
  });

  test('that is a program can only be saved', async () => {
    await show();
    await add(program);
    expect(screen.queryByRole('button', { name: '安装.exe' })).toBeNull();
    expect(screen.getByText('程序或脚本，只能另存')).toBeTruthy();
    expect(screen.getByRole('button', { name: '另存 安装.exe' })).toHaveProperty('disabled', false);
  });

  test('that is missing says so in a word, and is healed by adding it again', async () => {
    missing = [sheet.sha256];
    await show();
    await add(sheet);
    expect(await screen.findByText('文件缺失')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '签到表.jpg' })).toBeNull();
    missing = [];
    await add(sheet);
    await waitFor(() => expect(screen.queryByText('文件缺失')).toBeNull());
    expect(screen.getByRole('alert').textContent).toBe('');
    expect(committed).toHaveLength(1);
  });

  test('is removed and put back', async () => {
    await show();
    await add(sheet, plan);
    await userEvent.click(screen.getByRole('button', { name: '移除 签到表.jpg' }));
    expect(names()).toEqual(['方案.docx']);
    expect(screen.getByRole('status').textContent).toContain('已移除“签到表.jpg”');
    await userEvent.click(screen.getByRole('button', { name: '撤销移除' }));
    expect(names()).toEqual(['签到表.jpg', '方案.docx']);
    expect(committed.map(({ set }) => set.label)).toEqual([
      'attachment.add',
      'attachment.remove',
      'attachment.restore',
    ]);
  });

  test('can be reached by keyboard alone', async () => {
    await show();
    await add(sheet);
    addButton().focus();
    const reached: (string | null)[] = [];
    for (let step = 0; step < 3; step += 1) {
      await userEvent.tab();
      reached.push(document.activeElement?.textContent ?? null);
    }
    expect(reached).toEqual(['签到表.jpg', '另存', '移除']);
  });
});

test('a fixed list can be read but not changed', async () => {
  await show();
  await add(sheet);
  await show({ disabled: true, label: '只读' });
  const region = within(screen.getByRole('region', { name: '只读' }));
  expect(region.getByRole('button', { name: '签到表.jpg' })).toBeTruthy();
  expect(region.queryByRole('button', { name: '添加文件' })).toBeNull();
  expect(region.queryByRole('button', { name: '移除 签到表.jpg' })).toBeNull();
  next([plan]);
  const dataTransfer = { types: ['Files'], files: [new File(['x'], '方案.docx')] };
  fireEvent.drop(screen.getByRole('region', { name: '只读' }), { dataTransfer });
  expect(dropped).toEqual([]);
});

function NewRecord() {
  const [files, setFiles] = useState<readonly HeldFile[]>([]);
  return <Attachments owner={{ ...owner, id: '' }} held={{ files, onChange: setFiles }} />;
}

test('files of a record that is not saved yet are held, and commit nothing', async () => {
  render(<NewRecord />);
  await add(sheet, plan);
  await add(plan);
  expect(names()).toEqual(['签到表.jpg', '方案.docx']);
  expect(screen.getAllByText('保存后生效')).toHaveLength(2);
  await userEvent.click(screen.getByRole('button', { name: '移除 签到表.jpg' }));
  expect(names()).toEqual(['方案.docx']);
  expect(committed).toEqual([]);
});

test.each([
  [1, '1 字节'],
  [1023, '1023 字节'],
  [1024, '1 KB'],
  [320_000, '313 KB'],
  [1_023_000, '999 KB'],
  [1_024_000, '1.0 MB'],
  [10_400_000, '9.9 MB'],
  [10_440_000, '10 MB'],
  [209_715_200, '200 MB'],
])('%i bytes are %s', (bytes, text) => {
  expect(fileSize(bytes)).toBe(text);
});
