import { render, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { Light, LightIcon, type LightName } from '../../../renderer/components/Light';

const words: [light: LightName, word: string][] = [
  ['done', '已完成'],
  ['done-late', '迟完成'],
  ['due-soon', '快到期'],
  ['overdue', '已逾期'],
  ['not-applicable', '不涉及'],
  ['not-yet', '未到期'],
];

describe('a light never speaks by colour alone', () => {
  test.each(words)('%s says %s', (light, word) => {
    render(<Light light={light} />);
    expect(screen.getByText(word)).toBeTruthy();
  });

  test.each(words)('%s as an icon is named %s', (light, word) => {
    render(<LightIcon light={light} />);
    expect(screen.getByRole('img', { name: word })).toBeTruthy();
  });

  test('no two icons have one shape', () => {
    const shapes = words.map(([light]) => {
      const { container } = render(<Light light={light} />);
      return container.querySelector('svg')?.innerHTML;
    });
    expect(new Set(shapes).size).toBe(words.length);
  });
});
