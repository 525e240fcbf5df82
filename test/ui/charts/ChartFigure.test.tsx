import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { ChartFigure } from '../../../renderer/charts/ChartFigure';

describe('a chart', () => {
  test('has a name, a sentence and, on demand, its table', async () => {
    render(
      <ChartFigure
        title="目标完成情况"
        sentence="2项目标中1项达到进度，1项滞后。"
        chart={<svg aria-label="图" />}
        table={<table aria-label="数据" />}
      />,
    );
    expect(screen.getByRole('figure', { name: '目标完成情况' }).textContent).toContain('1项滞后。');
    expect(screen.queryByRole('table')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '看数据表：目标完成情况' }));
    expect(screen.getByRole('table', { name: '数据' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '收起数据表：目标完成情况' }));
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('offers to save and to copy itself', () => {
    render(<ChartFigure title="图" sentence="" chart={null} />);
    expect(screen.getByRole('button', { name: '存为图片：图' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '复制图片：图' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /数据表/ })).toBeNull();
  });
});
