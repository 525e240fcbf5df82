import type { FieldsOf } from '../model/collections';

/** A field of the activity record that a kind asks for; `date` and `title` are always asked. */
export type ActivityField = Exclude<
  keyof FieldsOf<'activity'>,
  'kind' | 'date' | 'title' | 'items' | 'deleted'
>;

/**
 * A kind of activity, declared once: what it is called, what it asks for, which check items one
 * record of it fulfils and which dimensions of the self-rating it is evidence for.
 */
export interface Kind {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** How a summary counts it: `召开职工大会` is followed by the number of times. */
  readonly counted: { readonly zh: string; readonly en: string };
  /** Only the number of such activities is printed, never names or titles. */
  readonly countOnly?: boolean;
  /** Check items met by an activity of this kind, besides those the record itself names. */
  readonly fulfils: readonly string[];
  /** Dimensions (A1 … B6) whose rating this activity can support. */
  readonly evidences: readonly string[];
  /** Fields the form and the register show, in this order. */
  readonly fields: readonly ActivityField[];
}
