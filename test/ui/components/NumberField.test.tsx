import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { NumberField } from '../../../renderer/components/NumberField';

describe('a number', () => {
  const wrong = '请填 0 到 100 的数字。';
  const show = (value: number | null = null) => {
    const commit = vi.fn();
    render(
      <NumberField
        label="完成值"
        value={value}
        onCommit={commit}
        min={0}
        max={100}
        wrong={wrong}
      />,
    );
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: '完成值' });
    return { commit, field };
  };

  test.each([
    ['12.5', 12.5],
    ['１２．５', 12.5],
    ['９９', 99],
    ['0', 0],
  ])('%s is taken', async (text, number) => {
    const { commit, field } = show();
    await userEvent.type(field, `${text}{Enter}`);
    expect(commit.mock.calls).toEqual([[number]]);
    expect(screen.queryByText(wrong)).toBeNull();
  });

  test.each(['十二', '101', '-1', '1.2.3'])(
    '%s is said to be wrong and not taken',
    async (text) => {
      const { commit, field } = show(5);
      await userEvent.clear(field);
      await userEvent.type(field, `${text}{Enter}`);
      await userEvent.tab();
      expect(commit).not.toHaveBeenCalled();
      expect(field.getAttribute('aria-invalid')).toBe('true');
      expect(screen.getByRole('textbox', { name: '完成值', description: wrong })).toBe(field);
    },
  );

  test('emptied is none, not zero', async () => {
    const { commit, field } = show(5);
    await userEvent.clear(field);
    await userEvent.tab();
    expect(commit.mock.calls).toEqual([[null]]);
  });

  test('that is as before is not taken again', async () => {
    const { commit, field } = show(5);
    await userEvent.clear(field);
    await userEvent.type(field, '５{Enter}');
    expect(commit).not.toHaveBeenCalled();
  });

  test('Enter of the input method does not take it', () => {
    const { commit, field } = show();
    fireEvent.change(field, { target: { value: '１２' } });
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
    expect(commit).not.toHaveBeenCalled();
  });
});
