import { holidayTableSchema } from '../calendar/holidays';
import { collection, line } from './collection';

const { off, work } = holidayTableSchema.shape;

/** Holidays of a year that the app was not delivered with; its id is the year, `2027`. */
export const holiday = collection({
  id: /^\d{4}$/,
  fields: {
    off: off.default([]),
    work: work.default([]),
    /** Where it was taken from: the name of a file. */
    source: line,
  },
});
