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
    leader: reference,
    owner: reference,
    department: reference,
    measures: prose,
    /** 0 … 100 as last reported. */
    percent: z.number().min(0).max(100).default(0),
    /** Day of closing (销号); empty while open. */
    closed: dayOrEmpty,
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
