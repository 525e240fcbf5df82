import * as z from 'zod';
import { collection, dayOrEmpty, line } from './collection';

/** The unit itself and its settings: exactly one record, with the id `unit`. */
export const unit = collection({
  id: /^unit$/,
  fields: {
    name: line,
    shortName: line,
    /** First day from which check items are owed. */
    founded: dayOrEmpty,
    ratingEvery: z.enum(['month', 'quarter']).default('month'),
    /** Working days before the end of a period from which its self-rating is open. */
    ratingOpenDays: z.number().int().min(1).max(60).default(5),
    /** The working day after the period by which it is due. */
    ratingDueDays: z.number().int().min(1).max(60).default(5),
    /** Whether team views name the leaders; the head of the team sees the names in any case. */
    ratingNames: z.boolean().default(false),
    scale: z.enum(['four', 'five', 'hundred']).default('four'),
    /** Where a due day that is no working day moves to. */
    moveDue: z.enum(['earlier', 'later']).default('earlier'),
    /** Days before the due day from which a duty shows as due soon. */
    soonDays: z.number().int().min(0).max(60).default(5),
    /** Points of per cent that a task may trail the even share of its time before it is behind. */
    taskBehindPoints: z.number().min(0).max(100).default(10),
    /** Days after a report on a task was due from which it counts as behind. */
    reportGraceDays: z.number().int().min(0).max(60).default(3),
    /** Years in a post after which somebody is due for rotation. */
    termYears: z.number().int().min(1).max(40).default(5),
    /** Study hours a year that a Party member should reach, and a leader; for reference. */
    hoursMember: z.number().min(0).max(1000).default(32),
    hoursLeader: z.number().min(0).max(1000).default(56),
    /** How targets are scored; see insight/target-score.ts. */
    scoreBasis: z.enum(['pace', 'year']).default('pace'),
    scoreCap: z.number().min(100).max(200).default(100),
    scoreFloor: z.number().min(0).max(100).default(0),
    scoreMissing: z.number().min(0).max(100).default(0),
    sample: z.boolean().default(false),
  },
});

/** Id of the only unit record. */
export const unitId = 'unit';
