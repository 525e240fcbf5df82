import * as z from 'zod';
import { collection, dayOrEmpty, line, order, reference } from './collection';

/** A member of the leadership team or of the staff. */
export const person = collection({
  fields: {
    name: line,
    /** Post as printed, e.g. 党组书记、局长. */
    post: line,
    role: z.enum(['leader', 'staff']).default('staff'),
    /** Order of rank; lower stands first on paper. */
    order,
    /** Head of the team (班子主要负责人). */
    head: z.boolean().default(false),
    department: reference,
    /** What a leader is in charge of (分管工作). */
    portfolio: line,
    partyMember: z.boolean().default(false),
    joined: dayOrEmpty,
    left: dayOrEmpty,
  },
});

/** A section of the unit (科室). */
export const department = collection({ fields: { name: line, order } });

/** Line, point, project (线·点·项) of one leader; the id is the person's. Source: essay ¶9. */
export const charge = collection({
  fields: { line, contactPoint: line, project: line },
});

/** A PC that writes into this unit's records; the id is the device id of its stamps. */
export const device = collection({
  id: /^[0-9a-z]{8}$/,
  fields: { name: line, person: reference, publicKey: line },
});
