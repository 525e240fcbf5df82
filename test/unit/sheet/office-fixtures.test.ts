import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSheetFile } from '../../../electron/sheets/read-file';
import { listsFor } from '../../../shared/sheet/list-fit';
import { officeUnit } from '../../fixtures/sheets-office/forms/unit';
import { importFile } from './form-import';

// Forms as they come from offices, made by hand: how many rows go in, how many of them with a cell
// that stays open, how many cannot be kept.

const at = (name: string) => join(import.meta.dirname, '../../fixtures/sheets-office', name);
const state = officeUnit();

const files: readonly (readonly [string, string, { new: number; open: number; wrong: number }])[] =
  [
    ['F1-task', 'task', { new: 16, open: 0, wrong: 0 }],
    ['F1b-task-year', 'task', { new: 16, open: 0, wrong: 0 }],
    ['F1c-task-exact', 'task', { new: 16, open: 0, wrong: 0 }],
    ['F2-roster', 'person', { new: 10, open: 2, wrong: 0 }],
    ['F3-risk', 'risk-point', { new: 10, open: 0, wrong: 0 }],
    ['F4-talk', 'talk', { new: 9, open: 0, wrong: 1 }],
    ['F5-study', 'study-session', { new: 10, open: 2, wrong: 0 }],
    ['F8-head-in-data', 'person', { new: 6, open: 0, wrong: 0 }],
    ['G1-silent', 'task', { new: 2, open: 0, wrong: 1 }],
    ['G3-time-in-text', 'study-session', { new: 1, open: 0, wrong: 0 }],
    ['G4-post', 'person', { new: 1, open: 0, wrong: 0 }],
    ['G5-hidden-row', 'person', { new: 4, open: 0, wrong: 0 }],
    ['G6-groups', 'person', { new: 2, open: 0, wrong: 0 }],
    ['G7-group-rows', 'person', { new: 2, open: 0, wrong: 0 }],
    ['G8-task-group', 'task', { new: 1, open: 0, wrong: 0 }],
    ['G9-study-group', 'study-session', { new: 1, open: 0, wrong: 0 }],
  ];

describe('forms of offices', () => {
  it.each(files)('%s', async (name, list, expected) => {
    const { rows } = await importFile(state, list, at(`${name}.xlsx`));
    const of = (is: string) => rows.filter((row) => row.is === is);
    expect({
      new: of('new').length,
      open: of('new').filter(({ hasOpen }) => hasOpen).length,
      wrong: of('wrong').length,
    }).toEqual(expected);
  });

  it('first of several leads, words for many are kept as words, and both are said', async () => {
    const { rows } = await importFile(state, 'task', at('F1-task.xlsx'));
    expect(rows[1]?.said).toMatchObject({
      period: '2026',
      leader: '袁镕川',
      owner: '孙艳',
      department: '党建和人事教育股',
      alongside: '孔国栋、戴昉、办公室',
    });
    expect(rows[2]?.said).toMatchObject({ dueWords: '长期坚持', percent: 100 });
    expect(rows[4]?.said.alongside).toContain('牵头领导：全体班子成员');
    expect(rows[5]?.said.leader).toBe('袁镕川');
    expect(rows[5]?.cells.leader?.reason?.zh).toBe('“袁局长”按袁镕川读入。');
    // Beside per cents, a part of one is one.
    expect(rows[12]?.said.percent).toBe(60);
    expect(rows[12]?.needsLook).toBe(true);
  });

  it('a part of one beside per cents is taken as such, and a month cut short is refused', async () => {
    const { rows } = await importFile(state, 'task', at('G1-silent.xlsx'));
    expect(rows[0]?.cells.period?.state).toBe('wrong');
    expect(rows[0]?.cells.percent?.text).toContain('85');
    expect(rows[1]?.said.percent).toBe(100);
  });

  it('hidden rows are counted', async () => {
    const { hiddenRead } = await importFile(state, 'person', at('G5-hidden-row.xlsx'));
    expect(hiddenRead).toBe(1);
  });

  it('a duty list goes to no list as it stands', async () => {
    const [sheet] = await readSheetFile(at('F6-duty.xlsx'));
    expect(listsFor(sheet?.grid ?? []).filter(({ isWhole }) => isWhole)).toEqual([]);
  });
});
