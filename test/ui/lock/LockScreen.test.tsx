import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import LockScreen from '../../../renderer/pages/lock/LockScreen';

interface Asked {
  readonly name: string;
  readonly input: unknown;
}

let asked: Asked[] = [];
let answer: unknown;

Object.defineProperty(window, 'touyan', {
  value: {
    call: async (name: string, input: unknown) => {
      asked.push({ name, input });
      return answer;
    },
    listen: () => () => {},
  },
});

const wrong = (waitSeconds: number) => ({
  ok: false,
  error: { code: 'wrong-passphrase', params: { waitSeconds } },
});

const show = (facts = { canRemember: false, waitSeconds: 0 }, isCovering = false) =>
  render(<LockScreen facts={facts} isCovering={isCovering} />);

beforeEach(() => {
  asked = [];
  answer = { ok: true, value: { status: 'empty' } };
});

describe('the locked screen', () => {
  test('has a name, one field with the focus, and a way to see what is typed', async () => {
    show();
    expect(screen.getByRole('dialog', { name: '已上锁' })).toBeDefined();
    const field = screen.getByLabelText<HTMLInputElement>('口令');
    expect(document.activeElement).toBe(field);
    expect(field.type).toBe('password');
    await userEvent.click(screen.getByRole('button', { name: '显示' }));
    expect(screen.getByLabelText<HTMLInputElement>('口令').type).toBe('text');
  });

  test('sends the passphrase on Enter', async () => {
    show();
    await userEvent.type(screen.getByLabelText('口令'), '山高水长二〇二六{Enter}');
    expect(asked).toEqual([
      {
        name: 'vault.unlock',
        input: { secret: '山高水长二〇二六', kind: 'passphrase', remember: false },
      },
    ]);
  });

  test('an empty field asks nothing', async () => {
    show();
    await userEvent.keyboard('{Enter}');
    expect(asked).toEqual([]);
  });

  test('says what was wrong and counts down before the next try', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    try {
      answer = wrong(2);
      show();
      await userEvent.type(screen.getByLabelText('口令'), '不对{Enter}');
      expect((await screen.findByRole('alert')).textContent).toContain('口令或恢复码不对');
      expect(screen.getByRole('status').textContent).toBe('请等 2 秒再试。');
      await userEvent.type(screen.getByLabelText('口令'), '再试{Enter}');
      expect(asked).toHaveLength(1);
      await act(() => vi.advanceTimersByTimeAsync(1_000));
      expect(screen.getByRole('status').textContent).toBe('请等 1 秒再试。');
      await act(() => vi.advanceTimersByTimeAsync(1_000));
      expect(screen.queryByRole('status')).toBeNull();
      await userEvent.type(screen.getByLabelText('口令'), '{Enter}');
      expect(asked).toHaveLength(2);
    } finally {
      vi.useRealTimers();
    }
  });

  test('takes a recovery code instead, shown as it is typed', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: '忘记口令，用恢复码打开' }));
    const field = screen.getByLabelText<HTMLInputElement>('恢复码');
    expect(field.type).toBe('text');
    await userEvent.type(field, 'abcd{Enter}');
    expect(asked[0]?.input).toMatchObject({ secret: 'abcd', kind: 'recovery' });
  });

  test('offers to remember only where that can be kept safe', async () => {
    const { unmount } = show();
    expect(screen.queryByRole('checkbox')).toBeNull();
    unmount();
    show({ canRemember: true, waitSeconds: 0 });
    await userEvent.click(screen.getByRole('checkbox', { name: /记住/ }));
    await userEvent.type(screen.getByLabelText('口令'), '口令口令{Enter}');
    expect(asked[0]?.input).toMatchObject({ remember: true });
  });

  test('cannot be left by Escape, and keys do not reach the page behind', () => {
    const outside = vi.fn();
    window.addEventListener('keydown', outside);
    show(undefined, true);
    const field = screen.getByLabelText('口令');
    fireEvent.keyDown(field, { key: 'z', ctrlKey: true });
    expect(outside).not.toHaveBeenCalled();
    const dialog = screen.getByRole('dialog');
    expect(fireEvent(dialog, new Event('cancel', { cancelable: true }))).toBe(false);
    expect(screen.getByText(/锁上之前没有保存的内容还在/)).toBeDefined();
    window.removeEventListener('keydown', outside);
  });
});
