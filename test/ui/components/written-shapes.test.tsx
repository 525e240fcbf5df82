import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import DateField from '../../../renderer/components/DateField';
import { NumberField } from '../../../renderer/components/NumberField';
import { type Member, TeamTable } from '../../../renderer/pages/wizard/TeamTable';
import { showDay } from '../../../renderer/state/today';
import { blockText } from '../../../shared/reading/block';
import { dayShapes, deadlineShapes, noDays, numberShapes } from '../../unit/reading/shapes';

/** What a value of the table stands for, without the sign of a remark. */
const plainOf = (value: string): string => value.replace(/^=/, '');

test('a field of a deadline gives what the table says of every shape', () => {
  showDay('2026-11-23');
  const due = vi.fn();
  const words = vi.fn();
  render(
    <DateField label="时限" value="" onChange={due} deadline={{ words: '', onWords: words }} />,
  );
  const field = screen.getByRole('textbox', { name: '时限' });
  for (const [text, value] of [...dayShapes, ...deadlineShapes]) {
    if (text === '') continue;
    fireEvent.change(field, { target: { value: `${text}#` } });
    due.mockClear();
    words.mockClear();
    fireEvent.change(field, { target: { value: text } });
    const heard = [due.mock.calls.at(-1)?.[0], words.mock.calls.at(-1)?.[0]];
    if (value === '!') {
      expect([text, field.getAttribute('aria-invalid'), ...heard]).toEqual([
        text,
        'true',
        undefined,
        undefined,
      ]);
    } else {
      const isWords = value.startsWith('~');
      expect([text, ...heard]).toEqual([
        text,
        isWords ? '' : plainOf(value),
        isWords ? value.slice(1) : '',
      ]);
    }
  }
});

test('a field of a day refuses what is none', () => {
  showDay('2026-11-23');
  const changed = vi.fn();
  render(<DateField label="日期" value="" onChange={changed} />);
  const field = screen.getByRole('textbox', { name: '日期' });
  for (const text of noDays) {
    changed.mockClear();
    fireEvent.change(field, { target: { value: text } });
    expect([text, field.getAttribute('aria-invalid')]).toEqual([text, 'true']);
    expect(changed).not.toHaveBeenCalled();
  }
});

test('a field of a number gives what the table says of every shape', () => {
  const heard = vi.fn();
  render(<NumberField label="数量" value={null} wrong="请填数字。" onCommit={heard} />);
  const field = screen.getByRole('textbox', { name: '数量' });
  for (const [text, value] of numberShapes) {
    heard.mockClear();
    fireEvent.change(field, { target: { value: text } });
    expect([text, field.getAttribute('aria-invalid')]).toEqual([
      text,
      value === '!' ? 'true' : null,
    ]);
    fireEvent.blur(field);
    const kept = value === '!' || value === '' ? undefined : Number(plainOf(value));
    expect([text, heard.mock.calls.at(-1)?.[0]]).toEqual([text, kept]);
  }
});

test('the wizard takes a pasted list of the team, quoted cells and numbers included', () => {
  const team: readonly Member[] = [{ id: '1', name: '', post: '', portfolio: '' }];
  const changed = vi.fn<(team: readonly Member[]) => void>();
  render(<TeamTable team={team} onChange={changed} error={undefined} />);
  const [name] = screen.getAllByRole('textbox');
  if (!name) throw new Error('no field');
  const text = blockText([
    ['序号', '姓　名', '职务', '分工'],
    ['1', '王　镕', '局长', '主持\n全面工作'],
    ['2', '2.李敏', '副局长', '分管"造林"'],
  ]);
  const data = { getData: (type: string) => (type === 'text/plain' ? text : '') };
  fireEvent.paste(name, { clipboardData: data });
  expect(changed.mock.calls.at(-1)?.[0].map(({ id: _, ...member }) => member)).toEqual([
    { name: '王镕', post: '局长', portfolio: '主持 全面工作' },
    { name: '李敏', post: '副局长', portfolio: '分管"造林"' },
  ]);
});

test('a merged cell of markup is said once, and its line breaks stay in it', () => {
  const changed = vi.fn<(team: readonly Member[]) => void>();
  render(
    <TeamTable
      team={[{ id: '1', name: '', post: '', portfolio: '' }]}
      onChange={changed}
      error={undefined}
    />,
  );
  const [name] = screen.getAllByRole('textbox');
  if (!name) throw new Error('no field');
  const markup =
    '<table><tr><td>张三</td><td rowspan="2">副局长</td><td>森林<br>防火</td></tr><tr><td>李&nbsp;四</td><td>造林</td></tr></table>';
  const data = { getData: (type: string) => (type === 'text/html' ? markup : '张三 副局长') };
  fireEvent.paste(name, { clipboardData: data });
  expect(changed.mock.calls.at(-1)?.[0].map(({ id: _, ...member }) => member)).toEqual([
    { name: '张三', post: '副局长', portfolio: '森林 防火' },
    { name: '李四', post: '', portfolio: '造林' },
  ]);
});
