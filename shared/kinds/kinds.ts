import { activityPlan } from './activity-plan';
import { careEvent } from './care-event';
import { careVisit } from './care-visit';
import { climateReview } from './climate-review';
import { clue } from './clue';
import { contactVisit } from './contact-visit';
import { difficulty } from './difficulty';
import { disclosure } from './disclosure';
import { dispute } from './dispute';
import { familyFeedback } from './family-feedback';
import { familyMeeting } from './family-meeting';
import type { Field } from './field';
import { filing } from './filing';
import { fiveSteps } from './five-steps';
import { groupEvent } from './group-event';
import { insightNote } from './insight-note';
import { integrityLetter } from './integrity-letter';
import { integrityPledge } from './integrity-pledge';
import { integrityReport } from './integrity-report';
import { integritySelfCheck } from './integrity-self-check';
import type { Kind } from './kind';
import { learningFromPractice } from './learning-from-practice';
import { mattersReport } from './matters-report';
import { mentoringNote } from './mentoring-note';
import { mentoringPair } from './mentoring-pair';
import { opinion } from './opinion';
import { partyDay } from './party-day';
import { partyDayPlan } from './party-day-plan';
import { policyResource } from './policy-resource';
import { postRotation } from './post-rotation';
import { projectProgress } from './project-progress';
import { rechargePlan } from './recharge-plan';
import { riskCheck } from './risk-check';
import { riskPoint } from './risk-point';
import { rotationTrainingPlan } from './rotation-training-plan';
import { rule } from './rule';
import { ruleCheck } from './rule-check';
import { rulePlan } from './rule-plan';
import { selfStudy } from './self-study';
import { skillGap } from './skill-gap';
import { skillsEntry } from './skills-entry';
import { socialFeedback } from './social-feedback';
import { staffMeeting } from './staff-meeting';
import { staffMood } from './staff-mood';
import { studyPlan } from './study-plan';
import { studyReview } from './study-review';
import { studySession } from './study-session';
import { studyTask } from './study-task';
import { talk } from './talk';
import { technologyExchange } from './technology-exchange';
import { training } from './training';
import { trainingPlan } from './training-plan';
import { trainingReview } from './training-review';
import { warningMeeting } from './warning-meeting';

/** Every kind, in the order in which forms and summaries list them. */
export const kinds: readonly Kind[] = [
  studyPlan,
  studySession,
  selfStudy,
  studyTask,
  learningFromPractice,
  insightNote,
  studyReview,
  training,
  trainingPlan,
  rotationTrainingPlan,
  skillGap,
  rechargePlan,
  technologyExchange,
  policyResource,
  trainingReview,
  mentoringPair,
  mentoringNote,
  contactVisit,
  projectProgress,
  integritySelfCheck,
  integrityPledge,
  riskPoint,
  riskCheck,
  warningMeeting,
  groupEvent,
  familyMeeting,
  integrityLetter,
  familyFeedback,
  socialFeedback,
  clue,
  disclosure,
  staffMeeting,
  opinion,
  talk,
  staffMood,
  difficulty,
  dispute,
  skillsEntry,
  postRotation,
  filing,
  careEvent,
  careVisit,
  rule,
  rulePlan,
  ruleCheck,
  integrityReport,
  mattersReport,
  partyDayPlan,
  partyDay,
  fiveSteps,
  activityPlan,
  climateReview,
];

const kindsById = new Map(kinds.map((kind) => [kind.id, kind]));

/** The kind of that id; undefined for one that this app does not know. */
export function kindOf(id: string): Kind | undefined {
  return kindsById.get(id);
}

/** What a record says of the items it fulfils. */
interface Fulfilling {
  readonly kind: string;
  readonly items: readonly string[];
}

/** The check items that a kind gives a record, by its fields. */
export function itemsOfKind(kind: Kind, record: Readonly<Record<string, unknown>>): string[] {
  const more = (kind.fulfilsWhen ?? []).flatMap(({ field, is, items }) => {
    const value = record[field] ?? '';
    return (is === undefined ? value !== '' : value === is) ? items : [];
  });
  return [...new Set([...kind.fulfils, ...more])];
}

/**
 * The check items an activity fulfils: those of its kind, then those it names itself, none twice.
 * One record counts everywhere it belongs.
 */
export function itemsFulfilledBy(activity: Fulfilling): readonly string[] {
  const kind = kindOf(activity.kind);
  if (!kind) return activity.items;
  // The fields of kinds are no part of the record's static type.
  const ofKind = itemsOfKind(kind, activity as Fulfilling & Record<string, unknown>);
  return activity.items.length === 0 ? ofKind : [...new Set([...ofKind, ...activity.items])];
}

/** Every item that some record of the kind can fulfil. */
export function itemsPossible(kind: Kind): string[] {
  return [...new Set([...kind.fulfils, ...(kind.fulfilsWhen ?? []).flatMap(({ items }) => items)])];
}

/** The kind whose records can fulfil a check item; undefined where none does. */
export function kindThatFulfils(item: string): Kind | undefined {
  return kinds.find((kind) => itemsPossible(kind).includes(item));
}

const fields = new Map(kinds.flatMap((kind) => kind.fields.map((field) => [field.key, field])));

/** The field of that name, which means the same in every kind; undefined where no kind has it. */
export function fieldOf(key: string): Field | undefined {
  return fields.get(key);
}
