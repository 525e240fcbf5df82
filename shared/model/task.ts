import * as z from 'zod';
import { collection, dayOrEmpty, line, order, prose, reference, yearIn } from './collection';

/**
 * A piece of work in the tree year → quarter → month. The five clarities (五个明确) are `title`
 * (任务), `goal` (目标), `due` (时限), `leader` (牵头领导) and `owner` (具体负责人). Source: essay ¶9.
 */
export const task = collection({
  yearOf: (_id, values) => yearIn(values.period),
  fields: {
    /** Year, quarter or month the work belongs to: `2026`, `2026-Q4`, `2026-11`. */
    period: line,
    parent: reference,
    /** The register record that the work follows from, by id: measures become tasks. */
    origin: reference,
    order,
    title: line,
    goal: line,
    due: dayOrEmpty,
    /** What was written of the deadline where no day says all of it: 长期坚持, 每月25日. */
    dueWords: line,
    leader: reference,
    owner: reference,
    department: reference,
    /** Who helps the section and person in charge (配合科室和人员), by name. */
    alongside: line,
    /** The post (岗位) that does it, between the section and the person: 一级抓一级. */
    post: line,
    measures: prose,
    /** 0 … 100 as last reported. */
    percent: z.number().min(0).max(100).default(0),
    /** Day of closing (销号); empty while open. */
    closed: dayOrEmpty,
    /** What was achieved, as said on closing. */
    result: prose,
    /** Day on which it was given out (下达); empty while it is being planned. */
    issued: dayOrEmpty,
    /**
     * Day on which it was taken into the plan; before it nobody knew of it. Set by changes/dated.ts;
     * empty in older records, which are taken to have been there all along.
     */
    planned: dayOrEmpty,
    /** How often those in charge report on it (汇报周期). */
    reportEvery: z.enum(['none', 'week', 'month']).default('none'),
  },
});

/**
 * What the office does about an issued task: presses for it (催办), gives it back to be done better
 * (退回), or puts its deadline off (延期), which keeps the deadline that stood before.
 */
export const followUp = collection({
  yearOf: (_id, values) => yearIn(values.date),
  fields: {
    task: reference,
    kind: z.enum(['urge', 'return', 'extension']).default('urge'),
    date: dayOrEmpty,
    reason: prose,
    /** Who agreed to an extension. */
    approver: reference,
    /** Due day before and after an extension. */
    before: dayOrEmpty,
    due: dayOrEmpty,
  },
});

/** A progress note on a task. */
export const progress = collection({
  yearOf: (_id, values) => yearIn(values.date),
  fields: {
    task: reference,
    date: dayOrEmpty,
    percent: z.number().min(0).max(100).nullable().default(null),
    note: prose,
    problem: prose,
    next: prose,
  },
});

/**
 * A choice among the tasks, kept under a name. It is the user's own: it stays on this PC and in its
 * backups, and goes into no package.
 */
export const taskFilter = collection({
  keeping: 'private',
  fields: {
    name: line,
    /** Words looked for. */
    q: line,
    /** A column of the board, or `unclear`; empty, as the others, where it does not choose. */
    state: line,
    leader: reference,
    department: reference,
    due: dayOrEmpty,
  },
});
