import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import LeaveQuestion from '../../../renderer/app/LeaveQuestion';
import { Dialog } from '../../../renderer/components/Dialog';
import { NumberField } from '../../../renderer/components/NumberField';
import { TextField } from '../../../renderer/components/TextField';
import { useTyped } from '../../../renderer/state/forms';

beforeEach(() => {
  // Main answers every call, and keeps drafts nowhere.
  const call = async () => ({ ok: true, value: null });
  vi.stubGlobal('touyan', { call, listen: () => () => undefined });
});

function Page({ onSave }: { onSave?: () => void }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setIsOpen(true)}>
        新任务
      </button>
      {isOpen && (
        <Dialog title="任务" onClose={() => setIsOpen(false)} {...(onSave && { onSave })}>
          <input aria-label="标题" />
        </Dialog>
      )}
    </>
  );
}

const open = async () => {
  await userEvent.click(screen.getByRole('button', { name: '新任务' }));
  return screen.getByRole<HTMLDialogElement>('dialog', { name: '任务' });
};

test('opens modal, with the focus inside', async () => {
  const modal = vi.spyOn(HTMLDialogElement.prototype, 'showModal');
  render(<Page />);
  const dialog = await open();
  expect(modal).toHaveBeenCalledOnce();
  expect(dialog.contains(document.activeElement)).toBe(true);
  modal.mockRestore();
});

test('Esc closes it and gives the focus back', async () => {
  render(<Page />);
  const dialog = await open();
  // What a browser makes of Esc in a modal dialog.
  fireEvent(dialog, new Event('cancel', { cancelable: true }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '新任务' }));
});

test('its button closes it and gives the focus back', async () => {
  render(<Page />);
  await open();
  await userEvent.click(screen.getByRole('button', { name: '关闭' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '新任务' }));
});

test('Enter in a line saves; the owner closes it', async () => {
  const save = vi.fn();
  render(
    <>
      <Page onSave={save} />
      <LeaveQuestion isLocked={false} />
    </>,
  );
  await open();
  await userEvent.type(screen.getByRole('textbox', { name: '标题' }), '甲{Enter}');
  expect(save).toHaveBeenCalledOnce();
  expect(screen.getByRole('dialog')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '取消' }));
  await userEvent.click(await screen.findByRole('button', { name: '放弃' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('what was filled in is asked about before it goes', async () => {
  render(
    <>
      <Page onSave={() => undefined} />
      <LeaveQuestion isLocked={false} />
    </>,
  );
  await open();
  await userEvent.type(screen.getByRole('textbox', { name: '标题' }), '甲{Escape}');
  const question = await screen.findByRole('alertdialog', { name: '“任务”还没有保存' });
  await userEvent.click(within(question).getByRole('button', { name: '返回' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  const title = screen.getByRole<HTMLInputElement>('textbox', { name: '标题' });
  await userEvent.type(title, '乙');
  expect(title.value).toBe('甲乙');
  await userEvent.click(screen.getByRole('button', { name: '取消' }));
  await userEvent.click(await screen.findByRole('button', { name: '放弃' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('what was chosen and chosen back again needs no question', async () => {
  function Form({ onClose }: { onClose: () => void }) {
    const [day, setDay] = useTyped('Form.day', '甲');
    return (
      <Dialog title="任务" onClose={onClose} onSave={() => undefined}>
        <select aria-label="选择" value={day} onChange={(event) => setDay(event.target.value)}>
          <option>甲</option>
          <option>乙</option>
        </select>
      </Dialog>
    );
  }
  const closed = vi.fn();
  render(
    <>
      <Form onClose={closed} />
      <LeaveQuestion isLocked={false} />
    </>,
  );
  await userEvent.selectOptions(screen.getByRole('combobox'), '乙');
  await userEvent.keyboard('{Escape}');
  await userEvent.click(await screen.findByRole('button', { name: '返回' }));
  await userEvent.selectOptions(screen.getByRole('combobox'), '甲');
  await userEvent.click(screen.getByRole('button', { name: '取消' }));
  await waitFor(() => expect(closed).toHaveBeenCalledOnce());
});

test('Esc that closes a list leaves the dialog open', async () => {
  render(
    <Dialog title="任务" onClose={() => expect.unreachable()}>
      <button type="button" aria-haspopup="listbox" aria-expanded="true">
        牵头领导
      </button>
    </Dialog>,
  );
  screen.getByRole('button', { name: '牵头领导' }).focus();
  await userEvent.keyboard('{Escape}');
});

test('Esc saves what saves itself when it is left', async () => {
  const saved = vi.fn();
  const close = vi.fn();
  render(
    <Dialog title="佐证" onClose={close}>
      <TextField label="文字说明" value="" multiline onCommit={saved} />
    </Dialog>,
  );
  await userEvent.type(screen.getByRole('textbox', { name: '文字说明' }), '自学笔记{Escape}');
  expect(saved.mock.calls).toEqual([['自学笔记']]);
  expect(close).toHaveBeenCalledOnce();
});

test('what saving does not take gets the focus, however far above', async () => {
  render(
    <Dialog title="任务" onClose={() => undefined} onSave={() => undefined}>
      <TextField label="标题" value="" error="请填写标题。" />
      <TextField label="目标" value="" />
    </Dialog>,
  );
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '标题' })),
  );
});

test('a number that is none is asked about, not left out', async () => {
  const save = vi.fn();
  const field = { label: '完成值', value: null, wrong: '请填写数字。', onCommit: () => undefined };
  render(
    <Dialog title="填报" onClose={() => undefined} onSave={save}>
      <NumberField {...field} />
    </Dialog>,
  );
  const number = screen.getByRole('textbox', { name: '完成值' });
  await userEvent.type(number, '十二');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(document.activeElement).toBe(number));
  expect(save).not.toHaveBeenCalled();
  await userEvent.clear(number);
  await userEvent.type(number, '１２{Enter}');
  expect(save).toHaveBeenCalledOnce();
});
