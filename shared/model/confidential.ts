import { collection, dayOrEmpty, prose, yearIn } from './collection';

/**
 * What a report of personal matters says, where the unit keeps it at all; the id is that of the
 * register record. Never in a package, an export or on paper.
 */
export const confidential = collection({
  yearOf: (_id, values) => yearIn(values.date),
  keeping: 'sealed',
  fields: {
    /** Day of the report. */
    date: dayOrEmpty,
    text: prose,
  },
});
