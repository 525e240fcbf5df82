import type { Anchor, Cadence, Every } from '../calendar/cadence';

const end: Anchor = { at: 'end' };

/** Due on the last working day of every such period. */
const every = (period: Every): Cadence => ({ type: 'every', every: period, due: end });

export const everyMonth = every('month');
export const everyQuarter = every('quarter');
export const everyHalfYear = every('half-year');
export const everyYear = every('year');

/** Yearly, due on the last working day of that month (1 … 12). */
export const yearlyBy = (month: number): Cadence => ({
  type: 'every',
  every: 'year',
  due: { at: 'month-day', month, day: 'end' },
});

/** Yearly, done by the end of the January after. */
export const yearlyByNextJanuary: Cadence = {
  type: 'every',
  every: 'year',
  due: { at: 'month-after' },
};

/** Within that many working days after each event. */
export const afterEvent = (workdays: number): Cadence => ({ type: 'event', workdays });

/** Set once and looked through every year. */
export const standing: Cadence = { type: 'standing', reviewed: 'year', due: end };

/** Follows from other records; seen at the end of every such period. */
export const automatic = (period: Every): Cadence => ({
  type: 'automatic',
  every: period,
  due: end,
});
