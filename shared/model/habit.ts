import * as z from 'zod';
import { collection, line, yearIn } from './collection';

/**
 * What a leader did for one of his five habits in one week; id `<person>:<Monday>:<habit>`. His
 * own book: it stays on his PC, and no report or table of others is made of it. Source: essay ¶4.
 */
export const habit = collection({
  id: /^[0-9a-f-]{36}:\d{4}-\d{2}-\d{2}:W[1-5]$/,
  yearOf: (id) => yearIn(id.split(':')[1]),
  keeping: 'private',
  fields: {
    kept: z.boolean().default(false),
    /** What it was, in one line. */
    note: line,
  },
});

/** Id of what was done for a habit in the week of a Monday. */
export const habitId = (person: string, monday: string, row: string): string =>
  `${person}:${monday}:${row}`;
