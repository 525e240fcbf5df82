import { partyActivities, partyHeadings, partyItems } from './party-activities';
import type { CheckItem, Heading, Section } from './row';
import { ruleBuilding, ruleItems } from './rule-building';
import { studyItems, theoryStudy } from './theory-study';

/** The three grips (三个抓手) of the essay ¶12–¶15. */
export const grips: readonly Section[] = [theoryStudy, ruleBuilding, partyActivities];

/** Headings inside a grip: the five steps and the three awarenesses of G3. */
export const gripHeadings: readonly Heading[] = partyHeadings;

/** Check items of the grips. */
export const gripItems: readonly CheckItem[] = [...studyItems, ...ruleItems, ...partyItems];

export type GripHeadingId = (typeof partyHeadings)[number]['id'];

export type GripItemId =
  | (typeof studyItems)[number]['id']
  | (typeof ruleItems)[number]['id']
  | (typeof partyItems)[number]['id'];
