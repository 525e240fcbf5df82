import { educationHeadings, educationItems, educationTraining } from './education-training';
import { integrityHeadings, integrityItems, integritySupervision } from './integrity-supervision';
import type { CheckItem, Heading, Section } from './row';
import { careHeadings, careItems, staffCare } from './staff-care';
import {
  responsibilityHeadings,
  responsibilityItems,
  workResponsibility,
} from './work-responsibility';

/** The four mechanisms (四种机制) of the essay ¶6–¶11. */
export const mechanisms: readonly Section[] = [
  educationTraining,
  workResponsibility,
  integritySupervision,
  staffCare,
];

/** Sub-mechanisms, but for M3.6, which is an item of its own. */
export const subMechanisms: readonly Heading[] = [
  ...educationHeadings,
  ...responsibilityHeadings,
  ...integrityHeadings,
  ...careHeadings,
];

/** Check items of the mechanisms. */
export const mechanismItems: readonly CheckItem[] = [
  ...educationItems,
  ...responsibilityItems,
  ...integrityItems,
  ...careItems,
];

export type SubMechanismId =
  | (typeof educationHeadings)[number]['id']
  | (typeof responsibilityHeadings)[number]['id']
  | (typeof integrityHeadings)[number]['id']
  | (typeof careHeadings)[number]['id'];

export type MechanismItemId =
  | (typeof educationItems)[number]['id']
  | (typeof responsibilityItems)[number]['id']
  | (typeof integrityItems)[number]['id']
  | (typeof careItems)[number]['id'];
