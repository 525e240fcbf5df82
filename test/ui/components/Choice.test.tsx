import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { Choice } from '../../../renderer/components/Choice';

const options = [
  { value: 'poor', label: '差', key: '1' },
  { value: 'fair', label: '中', key: '2' },
  { value: 'good', label: '好', key: '3' },
] as const;

type Grade = (typeof options)[number]['value'];

function Grades({ onNext }: { onNext?: () => void }) {
  const [value, setValue] = useState<Grade | null>(null);
  return (
    <Choice
      label="评价"
      value={value}
      options={options}
      onChange={setValue}
      {...(onNext && { onNext })}
    />
  );
}

const chosen = (): string[] =>
  screen
    .getAllByRole<HTMLInputElement>('radio')
    .filter(({ checked }) => checked)
    .map(({ value }) => value);

test('nothing is chosen until somebody chooses', async () => {
  render(<Grades />);
  expect(screen.getByRole('radiogroup', { name: '评价' })).toBeTruthy();
  expect(chosen()).toEqual([]);
  await userEvent.click(screen.getByRole('radio', { name: '中' }));
  expect(chosen()).toEqual(['fair']);
});

test('arrows choose the neighbour', async () => {
  render(<Grades />);
  await userEvent.click(screen.getByRole('radio', { name: '差' }));
  await userEvent.keyboard('{ArrowRight}');
  expect(chosen()).toEqual(['fair']);
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(chosen()).toEqual(['good']);
});

test('digits choose while the choice has the focus, with Ctrl they do not', async () => {
  render(<Grades />);
  await userEvent.keyboard('3');
  expect(chosen()).toEqual([]);
  await userEvent.tab();
  await userEvent.keyboard('3');
  expect(chosen()).toEqual(['good']);
  await userEvent.keyboard('{Control>}1{/Control}7');
  expect(chosen()).toEqual(['good']);
});

test('Enter goes on to the next', async () => {
  const next = vi.fn();
  render(<Grades onNext={next} />);
  await userEvent.tab();
  await userEvent.keyboard('2{Enter}');
  expect(chosen()).toEqual(['fair']);
  expect(next).toHaveBeenCalledOnce();
});

test('a disabled choice cannot be made', async () => {
  const change = vi.fn();
  render(<Choice label="评价" value="poor" options={options} onChange={change} disabled />);
  await userEvent.click(screen.getByRole('radio', { name: '好' }));
  expect(change).not.toHaveBeenCalled();
});
