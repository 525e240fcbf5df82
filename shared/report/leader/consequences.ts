import { dayText } from '../../calendar/day-text';
import { periodRange } from '../../calendar/period';
import type { Bilingual } from '../../catalogue/row';
import {
  basisName,
  type Consequence,
  consequenceNames,
  consequencesOf,
} from '../../insight/consequences';
import { totalScore } from '../../insight/target-score';
import { mendingText } from '../consequence-ledger';
import type { Drafter } from '../drafter';
import { numberText } from '../wording';
import type { LeaderFacts } from './facts';

/** The score of his targets by the unit's formula, then what followed from how they were met. */
export function draftConsequences(draft: Drafter, facts: LeaderFacts): void {
  const { state, person, period, asOf, targets, unit, words } = facts;
  const { first } = periodRange(period);
  const records = consequencesOf(state, period.slice(0, 4))
    .filter((one) => one.person === person.id && one.date >= first && one.date <= asOf)
    .reverse();
  const score = totalScore(targets, unit);
  draft.paragraph(
    'consequences',
    score === null
      ? undefined
      : {
          zh: `按照本单位计分办法，目标落实得${numberText(score)}分。`,
          en: `By the unit's formula the targets score ${numberText(score)}.`,
        },
    records.length === 0
      ? undefined
      : {
          zh: `${words.current.zh}按照目标任务落实情况受到奖惩${records.length}次：${records.map((one) => caseOf(facts, one).zh).join('；')}。`,
          en: `Rewards and penalties ${words.current.en}: ${records.map((one) => caseOf(facts, one).en).join('; ')}.`,
        },
  );
}

function caseOf({ state, period, asOf }: LeaderFacts, one: Consequence): Bilingual {
  const year = Number(period.slice(0, 4));
  const basis = basisName(state, one).trim();
  const mending = mendingText(one, asOf, year);
  const kind = consequenceNames[one.kind];
  return {
    zh: `${dayText(one.date, 'zh', year)}${basis && `因“${basis}”`}受到${kind.zh}${mending.zh && `（整改情况：${mending.zh}）`}`,
    en: `${kind.en.toLowerCase()} on ${dayText(one.date, 'en', year)}${basis && ` for “${basis}”`}${mending.en && ` (put right: ${mending.en})`}`,
  };
}
