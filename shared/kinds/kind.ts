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
  /** Check items met by an activity of this kind, besides those the record itself names. */
  readonly fulfils: readonly string[];
  /** Dimensions (A1 … B6) whose rating this activity can support. */
  readonly evidences: readonly string[];
  /** Fields the form and the register show, in this order. */
  readonly fields: readonly ActivityField[];
}
