import * as z from 'zod';
import { collection, dayOrEmpty, line, reference, yearIn } from './collection';

/** Kinds of consequences, the mildest first; the last two are the good ones. */
export const consequenceKinds = [
  'reminder',
  'talk',
  'criticism',
  'accountability',
  'praise',
  'reward',
] as const;

/**
 * What followed from how a task or target was met (兑现奖惩、责任追究): a reminder, a talk, a reward …
 * It rests on that task or target, says on what grounds and who decided, and keeps no more: neither
 * what was said in a talk nor sums of money. Source: essay ¶9.
 */
export const consequence = collection({
  yearOf: (_id, values) => yearIn(values.date),
  fields: {
    kind: z.enum(consequenceKinds).default('reminder'),
    person: reference,
    /** Collection and id of what it rests on. */
    basisCollection: z.enum(['task', 'target']).default('target'),
    basisId: reference,
    /** 贯彻不力, 工作不实, or simply how the target was met. */
    reason: z.enum(['fulfilment', 'weak-implementation', 'hollow-work']).default('fulfilment'),
    /** Rule or document by which it was decided. */
    grounds: line,
    /** The decision in one line. */
    decision: line,
    /** Who decided, e.g. 局党组会议. */
    decidedBy: line,
    date: dayOrEmpty,
    /** Day by which things are to be put right, and when they were. */
    mendBy: dayOrEmpty,
    mended: dayOrEmpty,
  },
});
