import { careVisit } from './care-visit';
import { contactVisit } from './contact-visit';
import type { Kind } from './kind';
import { partyDay } from './party-day';
import { staffMeeting } from './staff-meeting';
import { studySession } from './study-session';
import { talk } from './talk';
import { training } from './training';
import { warningMeeting } from './warning-meeting';

/** Every kind of activity, in the order in which forms and summaries list them. */
export const kinds: readonly Kind[] = [
  studySession,
  training,
  partyDay,
  warningMeeting,
  contactVisit,
  talk,
  staffMeeting,
  careVisit,
];

const kindsById = new Map(kinds.map((kind) => [kind.id, kind]));

/** The kind of that id; undefined for one that this app does not know. */
export function kindOf(id: string): Kind | undefined {
  return kindsById.get(id);
}

/**
 * The check items an activity fulfils: those of its kind, then those it names itself, none twice.
 * One record counts everywhere it belongs.
 */
export function itemsFulfilledBy(activity: {
  readonly kind: string;
  readonly items: readonly string[];
}): readonly string[] {
  const ofKind = kindOf(activity.kind)?.fulfils ?? [];
  return activity.items.length === 0 ? ofKind : [...new Set([...ofKind, ...activity.items])];
}

/** The kind whose records fulfil a check item; undefined where none does. */
export function kindThatFulfils(item: string): Kind | undefined {
  return kinds.find(({ fulfils }) => fulfils.includes(item));
}
