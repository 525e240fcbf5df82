import type { Day } from '../calendar/day';
import type { Period, Range } from '../calendar/period';
import type { Bilingual } from '../catalogue/row';
import { listOf, recordOf, recordOrDefault } from '../changes/records';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';
import { consequenceKinds } from '../model/consequence';
import { unitId } from '../model/unit';
import { leadersOf } from './people';
import { type TargetCounts, targetCounts } from './target-fulfilment';
import { totalScore } from './target-score';
import type { TargetLine } from './target-year';

export type Consequence = RecordOf<'consequence'>;

/** Whether it is one of the good ones: praise or a reward. */
export const isGood = ({ kind }: Pick<Consequence, 'kind'>): boolean =>
  kind === 'praise' || kind === 'reward';

/** What each kind is called. */
export const consequenceNames: Readonly<Record<Consequence['kind'], Bilingual>> = {
  reminder: { zh: '提醒', en: 'Reminder' },
  talk: { zh: '约谈', en: 'Talk' },
  criticism: { zh: '通报批评', en: 'Criticism' },
  accountability: { zh: '责任追究', en: 'Holding to account' },
  praise: { zh: '通报表扬', en: 'Praise' },
  reward: { zh: '奖励', en: 'Reward' },
};

/** How often each kind was decided between two days, both included, the mildest first. */
export function consequenceCounts(
  state: State,
  { first, last }: Range,
): { readonly kind: Consequence['kind']; readonly count: number }[] {
  const within = listOf(state, 'consequence').filter(
    ({ date }) => date !== '' && date >= first && date <= last,
  );
  return consequenceKinds
    .map((kind) => ({ kind, count: within.filter((one) => one.kind === kind).length }))
    .filter(({ count }) => count > 0);
}

/** Where putting things right stands; `none` where nothing was to be mended. */
export function mendingOf({ mendBy, mended }: Consequence, today: Day) {
  if (mended !== '') return 'done' as const;
  if (mendBy === '') return 'none' as const;
  return mendBy < today ? ('overdue' as const) : ('open' as const);
}

/** What a record rests on: the name of the target or the title of the task; empty where unknown. */
export function basisName(state: State, { basisCollection, basisId }: Consequence): string {
  return basisCollection === 'task'
    ? (recordOf(state, 'task', basisId)?.title ?? '')
    : (recordOf(state, 'target', basisId)?.name ?? '');
}

/** Rewards and penalties of a year, newest first. */
export function consequencesOf(state: State, year: string): Consequence[] {
  return listOf(state, 'consequence')
    .filter(({ date }) => date.startsWith(year))
    .sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : a.id < b.id ? -1 : 1));
}

/** One leader's line of the ledger of a year: how his targets are met and what followed. */
export interface LedgerLine {
  readonly id: string;
  readonly name: string;
  readonly post: string;
  readonly targets: TargetCounts;
  /** By the unit's formula, 0 … cap; null where nothing can be scored. */
  readonly score: number | null;
  readonly penalties: readonly Consequence[];
  readonly rewards: readonly Consequence[];
}

/**
 * The ledger of the team, in order of rank and never of score. `lines` are the targets of the year
 * of `month`, as far as that month.
 */
export function leaderLedger(
  state: State,
  lines: readonly TargetLine[],
  month: Period,
): LedgerLine[] {
  const formula = recordOrDefault(state, 'unit', unitId);
  const all = consequencesOf(state, month.slice(0, 4));
  return leadersOf(state, month).map(({ id, name, post }) => {
    const own = lines.filter(({ run }) => run.target.leader === id).map(({ now }) => now);
    const followed = all.filter(({ person }) => person === id);
    return {
      id,
      name,
      post,
      targets: targetCounts(own),
      score: totalScore(own, formula),
      penalties: followed.filter((one) => !isGood(one)),
      rewards: followed.filter(isGood),
    };
  });
}
