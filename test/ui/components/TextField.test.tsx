import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { TextField } from '../../../renderer/components/TextField';

const show = (multiline = false) => {
  const commit = vi.fn();
  const outside = vi.fn();
  render(
    // biome-ignore lint/a11y/noStaticElementInteractions: hears what the field lets through
    <div onKeyDown={outside}>
      <TextField label="标题" value="旧" onCommit={commit} multiline={multiline} />
    </div>,
  );
  return {
    commit,
    outside,
    field: screen.getByRole<HTMLInputElement>('textbox', { name: '标题' }),
  };
};

describe('a line', () => {
  test('is committed by Enter and by leaving, without blanks at its ends', async () => {
    const { commit, field } = show();
    await userEvent.type(field, '新 {Enter}');
    expect(commit.mock.calls).toEqual([['旧新']]);
    await userEvent.clear(field);
    await userEvent.type(field, '另');
    await userEvent.tab();
    expect(commit.mock.calls.at(-1)).toEqual(['另']);
  });

  test('that is as before is not committed', async () => {
    const { commit, field } = show();
    await userEvent.type(field, '{Enter}');
    await userEvent.tab();
    expect(commit).not.toHaveBeenCalled();
  });

  test('Enter of the input method is not the Enter of the user', () => {
    const { commit, field } = show();
    fireEvent.compositionStart(field);
    fireEvent.change(field, { target: { value: '旧xin' } });
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
    expect(commit).not.toHaveBeenCalled();
    fireEvent.change(field, { target: { value: '旧新' } });
    fireEvent.compositionEnd(field);
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(commit.mock.calls).toEqual([['旧新']]);
  });

  test('Escape brings the old text back and goes no further', async () => {
    const { commit, outside, field } = show();
    await userEvent.type(field, '新');
    outside.mockClear();
    await userEvent.keyboard('{Escape}');
    expect(field.value).toBe('旧');
    expect(outside).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(outside).toHaveBeenCalledOnce();
    await userEvent.tab();
    expect(commit).not.toHaveBeenCalled();
  });

  test('Escape of the input method leaves the text alone', () => {
    const { field } = show();
    fireEvent.compositionStart(field);
    fireEvent.change(field, { target: { value: '旧xin' } });
    fireEvent.keyDown(field, { key: 'Escape', isComposing: true, keyCode: 229 });
    expect(field.value).toBe('旧xin');
  });
});

test('Enter in several lines is a new line; Ctrl+Enter commits', async () => {
  const { commit, field } = show(true);
  await userEvent.type(field, '{Enter}二');
  expect(commit).not.toHaveBeenCalled();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(commit.mock.calls).toEqual([['旧\n二']]);
});

test('an error belongs to the field', () => {
  render(<TextField label="标题" value="" error="请填写标题。" required />);
  const field = screen.getByRole('textbox', { name: /标题/, description: '请填写标题。' });
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(field.getAttribute('aria-required')).toBe('true');
});
