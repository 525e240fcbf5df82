import type { Bilingual } from '../catalogue/row';
import type { Edit } from '../changes/draft';
import { listOf, recordOf, recordOrDefault } from '../changes/records';
import type { State } from '../changes/state';
import { isCollectionName } from '../model/collections';

/** Why an edit is refused, wherever it comes from: the field at fault, and one sentence. */
export interface Refusal {
  readonly field: string;
  readonly sentence: Bilingual;
}

/** What a record holds in a field. */
export type Said = (field: string) => unknown;

export const bandUpsideDown: Bilingual = {
  zh: '请填写区间下限和上限，上限应大于下限。',
  en: 'Please enter both edges, the upper one above the lower.',
};

export const closedWithoutGrounds: Bilingual = {
  zh: '销号要有依据：请填写完成情况或添加佐证材料。',
  en: 'Closing needs grounds: write the result or attach evidence.',
};

export const issuedDeadlineMoved: Bilingual = {
  zh: '已下达的任务改时限要走延期：写明事由和批准人。',
  en: 'The deadline of an issued task is moved by an extension, with reason and approver.',
};

export const morePresent: Bilingual = {
  zh: '实到人数多于应到人数。',
  en: 'More were present than expected.',
};

export const leftBeforeJoined: Bilingual = {
  zh: '离任日期早于到任日期。',
  en: 'The last day is before the first.',
};

export const severalHeads: Bilingual = {
  zh: '主要负责人只能有一位。',
  en: 'A team has one head.',
};

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Whether the edges of a band stand wrong: one is missing, or the upper is not above the lower. */
export const isBandWrong = (goal: number | null, high: number | null): boolean =>
  goal === null || high === null || high <= goal;

/**
 * What a record must not say, as far as it tells by itself. `before` is what it said; undefined of
 * a new one. What stood there before and is not touched is not asked about again. `hasEvidence`
 * tells that files are attached to it.
 */
export function refusalOf(
  collection: string,
  about: {
    readonly now: Said;
    readonly before: Said | undefined;
    readonly changed: readonly string[];
    readonly hasEvidence?: boolean;
  },
): Refusal | undefined {
  const { now, before, changed, hasEvidence = false } = about;
  const touches = (...fields: readonly string[]): boolean =>
    fields.some((field) => changed.includes(field));
  if (collection === 'target' && touches('goal', 'high', 'direction', 'kind')) {
    const isBand = now('direction') === 'band' && (now('kind') ?? 'numeric') === 'numeric';
    if (isBand && isBandWrong(numberOf(now('goal')), numberOf(now('high')))) {
      return { field: 'high', sentence: bandUpsideDown };
    }
  }
  if (collection === 'person' && touches('joined', 'left')) {
    const [joined, left] = [textOf(now('joined')), textOf(now('left'))];
    if (joined !== '' && left !== '' && left < joined) {
      return { field: 'left', sentence: leftBeforeJoined };
    }
  }
  if (collection === 'activity' && touches('attended', 'expected')) {
    const [present, expected] = [numberOf(now('attended')), numberOf(now('expected'))];
    if (present !== null && expected !== null && present > expected) {
      return { field: 'attended', sentence: morePresent };
    }
  }
  if (collection === 'task') {
    const isClosing = touches('closed') && textOf(now('closed')) !== '';
    const wasClosed = textOf(before?.('closed')) !== '';
    if (isClosing && !wasClosed && textOf(now('result')).trim() === '' && !hasEvidence) {
      return { field: 'closed', sentence: closedWithoutGrounds };
    }
    const due = textOf(before?.('due'));
    const isMoved = touches('due') && due !== '' && textOf(now('due')) !== due;
    if (isMoved && textOf(before?.('issued')) !== '' && textOf(now('issued')) !== '') {
      return { field: 'due', sentence: issuedDeadlineMoved };
    }
  }
  return undefined;
}

/** Whether the same action puts the deadline of a task off, or takes such an extension back. */
const hasExtension = (state: State, edits: readonly Edit[], task: string): boolean =>
  edits.some(({ collection, id, fields }) => {
    if (collection !== 'followUp') return false;
    const known = recordOf(state, 'followUp', id);
    return (fields.task ?? known?.task) === task && (fields.kind ?? known?.kind) === 'extension';
  });

/** Whether files are attached to a record, before or by the same action. */
const isAttached = (state: State, edits: readonly Edit[], id: string): boolean =>
  listOf(state, 'attachment').some(({ ownerId }) => ownerId === id) ||
  edits.some(({ collection, fields }) => collection === 'attachment' && fields.ownerId === id);

/**
 * The first reason why an action is refused: the same for dialogs, pasting, sheets and the command
 * line. Undefined where it is sound.
 */
export function refusalOfEdits(state: State, edits: readonly Edit[]): Refusal | undefined {
  for (const { collection, id, fields } of edits) {
    if (!isCollectionName(collection) || fields.deleted === true) continue;
    const known = recordOf(state, collection, id);
    // Fields of a collection that is known by its name alone.
    const held: Readonly<Record<string, unknown>> = { ...recordOrDefault(state, collection, id) };
    const refusal = refusalOf(collection, {
      now: (field) => (Object.hasOwn(fields, field) ? fields[field] : held[field]),
      before: known ? (field) => held[field] : undefined,
      changed: Object.keys(fields),
      hasEvidence: isAttached(state, edits, id),
    });
    const isExtended = refusal?.field === 'due' && hasExtension(state, edits, id);
    if (refusal && !isExtended) return refusal;
  }
  return headsAfter(state, edits) > Math.max(1, headsAfter(state, []))
    ? { field: 'head', sentence: severalHeads }
    : undefined;
}

function headsAfter(state: State, edits: readonly Edit[]): number {
  const heads = new Map(
    listOf(state, 'person').map(({ id, head, left }) => [id, head && left === '']),
  );
  for (const { collection, id, fields } of edits) {
    if (collection !== 'person') continue;
    const known = recordOf(state, 'person', id);
    const left = textOf(fields.left ?? known?.left);
    const isHead = (Object.hasOwn(fields, 'head') ? fields.head : known?.head) === true;
    heads.set(id, isHead && left === '' && fields.deleted !== true);
  }
  return [...heads.values()].filter(Boolean).length;
}

/**
 * Edits in which one person becomes head, with those that let the head before go: a team has one.
 * Where several would become head, nothing is added and the action is refused.
 */
export function withOneHead(state: State, edits: readonly Edit[]): readonly Edit[] {
  const heads = edits.filter(
    ({ collection, fields }) => collection === 'person' && fields.head === true,
  );
  const [head] = heads;
  if (heads.length !== 1 || !head) return edits;
  const said = new Set(
    edits.flatMap(({ collection, id, fields }) =>
      collection === 'person' && Object.hasOwn(fields, 'head') ? [id] : [],
    ),
  );
  const others = listOf(state, 'person').filter(({ id, head: isHead }) => isHead && !said.has(id));
  return [
    ...edits,
    ...others.map(({ id }) => ({ collection: 'person', id, fields: { head: false } })),
  ];
}

/** The fields that a rule stands on: a change that names them all tells by itself. */
const wholeOf: Readonly<Record<string, readonly string[]>> = {
  target: ['goal', 'high', 'direction'],
  person: ['joined', 'left'],
  activity: ['attended', 'expected'],
  task: ['closed', 'result'],
};

/**
 * Why a change is refused that tells by itself, without the records before it: what is checked where
 * the state is not at hand.
 */
export function refusalOfChanges(changes: readonly Edit[]): Refusal | undefined {
  for (const { collection, id, fields } of changes) {
    const whole = Object.hasOwn(wholeOf, collection) ? wholeOf[collection] : undefined;
    if (!whole?.every((field) => Object.hasOwn(fields, field)) || fields.deleted === true) continue;
    const refusal = refusalOf(collection, {
      now: (field) => fields[field],
      before: undefined,
      changed: Object.keys(fields),
      hasEvidence: changes.some(
        (one) => one.collection === 'attachment' && one.fields.ownerId === id,
      ),
    });
    if (refusal) return refusal;
  }
  return undefined;
}
