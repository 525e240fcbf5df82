import * as z from 'zod';
import { jsonValueSchema } from '../changes/json';
import { call } from './call';

const none = z.null();

/** Most drafts that are kept of one unit on this PC; the oldest one beyond goes. */
export const mostDrafts = 100;

/** Most values in one draft: the fields of the largest form and what is open around it. */
const mostValues = 500;

export const draftIdSchema = z.string().regex(/^[0-9a-f-]{8,40}$/);

/** What was typed into a form and not saved, with the place that brings the form back. */
export const draftSchema = z.strictObject({
  id: draftIdSchema,
  /** When it was last typed into. */
  at: z.iso.datetime(),
  /** Hash of the page. */
  place: z.string().max(4000),
  /** Name of the form, as its title said. */
  title: z.string().max(500),
  /** The first words typed, by which the user knows it again. */
  words: z.string().max(200),
  /** Values by name, in the order in which they came up; `isTyped` for those of the form itself. */
  values: z
    .array(
      z.strictObject({ name: z.string().max(200), isTyped: z.boolean(), value: jsonValueSchema }),
    )
    .max(mostValues),
});

export type Draft = z.infer<typeof draftSchema>;

/** The calls on what was typed and not saved. Drafts stay on this PC and are sealed as the unit is. */
export const draftCalls = {
  /** The drafts of the unit that is open, newest first; without a unit those of founding one. */
  'drafts.list': call(none, z.array(draftSchema)),
  /** Keeps a draft in place of an earlier one of that id; answered when it is on the disk. */
  'drafts.put': call(draftSchema, none),
  'drafts.drop': call(z.strictObject({ id: draftIdSchema }), none),
};
