import { edit } from '../changes/records';
import { indicatorId } from '../model/indicator';
import { type Act, officeMoment } from './act';
import { workdayAt } from './month';
import { randomOf } from './random';
import type { MonthOptions } from './task-acts';

/** The row that the sample unit adds of its own from its second year on. */
export const ownRow = 'A2.101';

/** Evidence for it, as `evidenceTexts` has it for the rows of the catalogue. */
export const ownRowEvidence = [
  '到{town}防火责任区巡查{n}次，现场整改隐患。',
  '{visit}，检查防火值班和物资储备。',
  '包抓责任区本月未发生火情。',
] as const;

/** The head adds a row of the unit's own, says what its grades look like, and gives one more weight. */
export function ownRowActs({ month, team, seed }: MonthOptions): Act[] {
  const random = randomOf(seed, 'own-rows', month.period);
  const act = (row: string, fields: Parameters<typeof edit<'indicator'>>[2]): Act => ({
    at: officeMoment(workdayAt(month, 0), random),
    author: team.leaders[0]?.id ?? '',
    label: 'indicator.set',
    edits: [edit('indicator', indicatorId(row, month.period), fields)],
  });
  return [
    act(ownRow, {
      text: '包抓森林草原防火责任区，守住不发生重大火情底线',
      weight: 1,
      best: '每月到责任区两次以上，隐患当场整改，全年无火情',
      good: '每月到责任区一次，隐患按期整改',
      fair: '责任区到得少，主要听汇报',
      poor: '不到责任区，隐患长期未改',
    }),
    act('A2.1', { weight: 2 }),
  ].sort((a, b) => a.at - b.at);
}
