import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import PersonDialog from '../../../renderer/pages/settings/PersonDialog';
import { currentReplica } from '../../../renderer/state/workspace';
import { edit, listOf, recordOf } from '../../../shared/changes/records';
import { idOf, openUnit, person, settle } from '../registers/fake-main';

test('one leader hands over to another: section, party, head and days are entered by hand', async () => {
  await openUnit(
    { ...person(1, '王镕'), fields: { name: '王镕', role: 'leader', order: 1, head: true } },
    edit('person', idOf(2), { name: '李喆', role: 'leader', order: 2, joined: '2026-03-01' }),
  );
  const { state } = currentReplica();
  const second = recordOf(state, 'person', idOf(2));
  render(<PersonDialog person={second} lastOrder={2} onClose={() => undefined} />);
  await userEvent.type(screen.getByRole('textbox', { name: '科室' }), '办公室');
  await userEvent.click(screen.getByRole('checkbox', { name: '中共党员' }));
  await userEvent.click(screen.getByRole('checkbox', { name: '主要负责人' }));
  const left = screen.getByRole('textbox', { name: '离任日期' });
  await userEvent.type(left, '2026.2.1');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  expect(screen.getByText('离任日期早于到任日期。')).toBeTruthy();
  await userEvent.clear(left);
  await userEvent.type(left, '2026.9.1');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await settle();
  const after = currentReplica().state;
  const [section] = listOf(after, 'department');
  expect(section?.name).toBe('办公室');
  expect(recordOf(after, 'person', idOf(2))).toMatchObject({
    department: section?.id,
    partyMember: true,
    head: true,
    left: '2026-09-01',
  });
  expect(recordOf(after, 'person', idOf(1))?.head).toBe(false);
});
