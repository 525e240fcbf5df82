import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import FollowUpDialog from '../../../renderer/pages/tasks/FollowUpDialog';
import { taskLine } from '../../../renderer/pages/tasks/task-line';
import { currentReplica } from '../../../renderer/state/workspace';
import { listOf } from '../../../shared/changes/records';
import { idOf, openUnit, person, settle } from '../registers/fake-main';

const today = '2026-11-23';
const task = (number: number, title: string) => ({
  collection: 'task',
  id: idOf(number),
  fields: { title, period: '2026-11', issued: '2026-11-02', percent: 90 },
});

test('several tasks are closed at once, each by its own result or that of all, as one step', async () => {
  const { commits } = await openUnit(person(1, '王镕'), task(11, '造林'), task(12, '抚育'));
  const { state } = currentReplica();
  const lines = listOf(state, 'task').map((one) => taskLine(state, one, { today }));
  render(<FollowUpDialog step="close" lines={lines} onClose={() => {}} />);
  const close = () => userEvent.click(screen.getByRole('button', { name: '销号' }));
  await userEvent.type(screen.getByRole('textbox', { name: '抚育' }), '300亩抚育完毕');
  // One of the two has no grounds yet.
  await close();
  expect(screen.getByText('销号要有依据：请填写完成情况或添加佐证材料。')).toBeTruthy();
  expect(commits).toEqual([]);
  await userEvent.type(screen.getByRole('textbox', { name: /用于所选各项/ }), '验收合格');
  await close();
  await settle();
  expect(commits).toHaveLength(1);
  const closed = commits[0]?.changes.filter(({ collection }) => collection === 'task');
  expect(closed?.map(({ id, fields }) => [id, fields.result, fields.percent])).toEqual([
    [idOf(11), '验收合格', 100],
    [idOf(12), '300亩抚育完毕', 100],
  ]);
});
