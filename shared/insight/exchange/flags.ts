import type { ChangeSet, RecordChange } from '../../changes/change-set';
import { recordOf, recordOrDefault } from '../../changes/records';
import { deviceOf } from '../../changes/stamp';
import type { State } from '../../changes/state';
import { rangeMisfitsOf } from '../../kinds/range-misfits';
import { sheetId } from '../../model/rating';
import { monthsOfRecord } from './record-month';

/** Why a change should be looked at before it is taken. */
export type Flag =
  | 'submitted-rating'
  | 'others-rating'
  | 'sealed-month'
  | 'sealed-document'
  | 'removed-person'
  | 'new-seal'
  | 'early-seal'
  | 'unit-record'
  | 'device-record'
  | 'out-of-range'
  | 'forged-author'
  | 'revoked-author'
  | 'unproven-author';

const refusedFlags: ReadonlySet<Flag> = new Set([
  'sealed-document',
  'early-seal',
  'out-of-range',
  'forged-author',
  'revoked-author',
]);

/**
 * Who can be shown to have written a change: `proven` by the signed log of its device or by that
 * device's own package; `unsigned`, of a device that had signed nothing then; `unproven`, newer than
 * all that the device has signed; `forged`, where its signed log says otherwise; `revoked`, of a
 * device that is not trusted any more.
 */
export type Authorship = 'proven' | 'unsigned' | 'unproven' | 'forged' | 'revoked';

const authorFlags: Partial<Readonly<Record<Authorship, Flag>>> = {
  unproven: 'unproven-author',
  forged: 'forged-author',
  revoked: 'revoked-author',
};

/** Whether a record is never taken, whatever the user ticks. */
export const isRefused = (flags: readonly Flag[]): boolean =>
  flags.some((flag) => refusedFlags.has(flag));

/** Tells whether a record lies in a month that is sealed, so that its figures must not move. */
export type IsSealed = (change: RecordChange) => boolean;

/** Tells whether the fields of a change make a seal: a text with its own fingerprint. */
export type IsSoundSeal = (fields: RecordChange['fields']) => boolean;

/**
 * Every seal is shown: it makes all that moves in its months stand out from then on. One of months
 * that are not over is refused, and so is one that would not stay what it was made: it stands here,
 * or the packages bring it altered or without the text of its fingerprint.
 */
function sealFlags(
  state: State,
  incoming: State,
  change: RecordChange,
  { isSoundSeal, month }: Judging,
): Flag[] {
  if (change.collection !== 'seal') return [];
  const stands = recordOf(state, 'seal', change.id) !== undefined;
  const brought = incoming.collections.get('seal')?.records.get(change.id);
  const isAltered = brought?.replaced !== undefined || brought?.rivals !== undefined;
  if (stands || isAltered || !isSoundSeal(change.fields)) return ['sealed-document'];
  const months = monthsOfRecord(change.id, undefined);
  return months && months.to >= month ? ['early-seal'] : ['new-seal'];
}

/** What the head of the team and the office say on a sheet; the rest is its owner's own word. */
const remarks: ReadonlySet<string> = new Set(['status', 'statusAt', 'steps', 'comment']);

const isOwnWord = ({ collection, fields }: RecordChange): boolean =>
  collection === 'rating' ||
  (collection === 'sheet' && Object.keys(fields).some((field) => !remarks.has(field)));

function ratingFlags(state: State, incoming: State, change: RecordChange, set: ChangeSet): Flag[] {
  const [person = '', period = ''] = change.id.split(':');
  const flags: Flag[] = [];
  const sheet = recordOf(state, 'sheet', sheetId(person, period));
  // Only what stands here can be overwritten; a first hand-in brings everything anew.
  const here = state.collections.get(change.collection)?.records.get(change.id);
  if (sheet?.status === 'submitted' && here) flags.push('submitted-rating');
  const device = deviceOf(set.stamp);
  const owner =
    recordOf(state, 'device', device)?.person || recordOrDefault(incoming, 'device', device).person;
  // The office enters for leaders without a PC of their own; that is to be seen, not hidden.
  if (owner !== person && set.author !== person) flags.push('others-rating');
  return flags;
}

function removedFlags(state: State, change: RecordChange): Flag[] {
  if (change.collection !== 'person') return [];
  const here = state.collections.get('person')?.records.get(change.id);
  if (!here) return [];
  const isGone = here.values.deleted === true;
  const removes = change.fields.deleted === true;
  return isGone !== removes && (isGone || removes) ? ['removed-person'] : [];
}

/** What only the unit's documents, or who can work out a SHA-256, can tell of a change. */
export interface Judging {
  readonly isSealed: IsSealed;
  readonly isSoundSeal: IsSoundSeal;
  /** The month of today, `YYYY-MM`. */
  readonly month: string;
  readonly authorship?: ((set: ChangeSet, change: RecordChange) => Authorship) | undefined;
}

/** Who writes into the unit and how it rates decides on everything else. */
const groundFlags: Readonly<Record<string, Flag>> = {
  unit: 'unit-record',
  device: 'device-record',
};

/** What about a change that is not here yet should be looked at; `incoming`: the packages' fold. */
export function flagsOf(
  state: State,
  incoming: State,
  change: RecordChange,
  set: ChangeSet,
  judging: Judging,
): Flag[] {
  const flags: Flag[] = isOwnWord(change) ? ratingFlags(state, incoming, change, set) : [];
  flags.push(...removedFlags(state, change), ...sealFlags(state, incoming, change, judging));
  const author = authorFlags[judging.authorship?.(set, change) ?? 'proven'];
  if (author) flags.push(author);
  // Own keys only: names of collections come from files as well.
  const ground = Object.hasOwn(groundFlags, change.collection)
    ? groundFlags[change.collection]
    : undefined;
  if (ground) flags.push(ground);
  if (rangeMisfitsOf(change).length > 0) flags.push('out-of-range');
  if (judging.isSealed(change)) flags.push('sealed-month');
  return flags;
}
