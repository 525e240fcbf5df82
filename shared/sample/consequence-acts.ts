import { edit } from '../changes/records';
import type { FieldsOf } from '../model/collections';
import type { Act } from './act';
import { dayOfMoment, momentIn, type SampleMonth } from './month';
import { randomOf, sampleUuid } from './random';
import type { Running } from './target-acts';
import type { MonthOptions } from './task-acts';

const rules = '《目标管理考核办法》';

interface Wording {
  readonly kind: NonNullable<FieldsOf<'consequence'>['kind']>;
  readonly grounds: string;
  readonly decidedBy: string;
  readonly decision: (name: string) => string;
  readonly reason?: 'weak-implementation' | 'hollow-work';
}

const reminder: Wording = {
  kind: 'reminder',
  grounds: `${rules}第九条`,
  decidedBy: '局办公室',
  decision: (name) => `“${name}”落后于序时进度，书面提醒，限期赶上进度`,
};
const talk: Wording = {
  kind: 'talk',
  grounds: `${rules}第十条`,
  decidedBy: '局党组',
  decision: (name) => `“${name}”连续两个季度滞后，由主要负责人约谈`,
  reason: 'weak-implementation',
};
const praise: Wording = {
  kind: 'praise',
  grounds: `${rules}第六条`,
  decidedBy: '局党组会议',
  decision: (name) => `“${name}”超额完成，全局通报表扬`,
};

/** What is decided in which months, about the slowest targets of the year and about the best. */
const agenda: readonly {
  readonly month: number;
  readonly wording: Wording;
  readonly from: 'slowest' | 'best';
  readonly count: number;
}[] = [
  { month: 7, wording: reminder, from: 'slowest', count: 2 },
  { month: 10, wording: talk, from: 'slowest', count: 1 },
  { month: 7, wording: praise, from: 'best', count: 1 },
  { month: 12, wording: praise, from: 'best', count: 2 },
];

const monthsLater = ({ year, month }: SampleMonth, count: number): string => {
  const index = year * 12 + month - 1 + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-15`;
};

/** Rewards and penalties of one month, by how the targets of the year go. */
export function consequenceActs(
  { month, team, seed }: MonthOptions,
  running: readonly Running[],
): Act[] {
  const random = randomOf(seed, 'consequence', month.period);
  const byPace = running.toSorted((a, b) => a.pace - b.pace || (a.id < b.id ? -1 : 1));
  return agenda
    .filter((item) => item.month === month.month)
    .flatMap(({ wording, from, count }) => {
      const chosen = from === 'slowest' ? byPace.slice(0, count) : byPace.slice(-count);
      return chosen.flatMap((run, place): Act[] => {
        const at = momentIn(month, 0.4, 0.8, random);
        const author = team.leaders[0]?.id ?? run.leader;
        const id = sampleUuid(at, random);
        const isPenalty = from === 'slowest';
        const mendBy = monthsLater(month, 2);
        const made: Act = {
          at,
          author,
          label: 'consequence.add',
          edits: [
            edit('consequence', id, {
              kind: wording.kind,
              person: run.leader,
              basisCollection: 'target',
              basisId: run.id,
              reason: wording.reason ?? 'fulfilment',
              grounds: wording.grounds,
              decision: wording.decision(run.name),
              decidedBy: wording.decidedBy,
              date: dayOfMoment(at),
              ...(isPenalty && { mendBy }),
            }),
          ],
        };
        // Of two that were reminded one has caught up by the next month.
        if (wording.kind !== 'reminder' || place > 0) return [made];
        const mendedAt = at + 21 * 86_400_000;
        const mended = edit('consequence', id, { mended: dayOfMoment(mendedAt) });
        return [made, { at: mendedAt, author, label: 'consequence.set', edits: [mended] }];
      });
    });
}
