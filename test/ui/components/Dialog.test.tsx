import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { Dialog } from '../../../renderer/components/Dialog';

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
  render(<Page onSave={save} />);
  await open();
  await userEvent.type(screen.getByRole('textbox', { name: '标题' }), '甲{Enter}');
  expect(save).toHaveBeenCalledOnce();
  expect(screen.getByRole('dialog')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '取消' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});
