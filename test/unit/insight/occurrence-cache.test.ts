import fc from 'fast-check';
import { expect, it } from 'vitest';
import { occurrences } from '../../../shared/calendar/cadence';
import { addDays } from '../../../shared/calendar/day';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { checkItems } from '../../../shared/catalogue/catalogue';
import { occurrencesDue } from '../../../shared/insight/occurrence-cache';

const cadences = checkItems.flatMap((item) => item.cadences);

it('gives what `occurrences` gives, whatever the days asked about', () => {
  const calendar = standardCalendar();
  fc.assert(
    fc.property(
      fc.constantFrom(...cadences),
      fc.integer({ min: 0, max: 1500 }),
      fc.integer({ min: 0, max: 800 }),
      fc.option(fc.integer({ min: 0, max: 1500 }), { nil: undefined }),
      fc.constantFrom('earlier' as const, 'later' as const),
      (cadence, start, length, since, move) => {
        const from = addDays('2023-01-01', start);
        const span = {
          from,
          to: addDays(from, length),
          calendar,
          move,
          ...(since !== undefined && { since: addDays('2023-01-01', since) }),
        };
        const byDue = (a: { due: string }, b: { due: string }) => (a.due < b.due ? -1 : 1);
        expect(occurrencesDue(cadence, span).sort(byDue)).toEqual(
          occurrences(cadence, span).sort(byDue),
        );
      },
    ),
  );
});
