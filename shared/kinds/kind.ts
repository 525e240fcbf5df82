import type { Bilingual } from '../catalogue/row';
import type { Field } from './field';

/** Check items that only some records of a kind fulfil. */
export interface Condition {
  /** Field of the kind on which it depends. */
  readonly field: string;
  /** Value it must have; where not given, any value will do. */
  readonly is?: string;
  readonly items: readonly string[];
}

/**
 * A kind of activity or register, declared once: what it is called, what it asks for, which check
 * items a record of it fulfils and which dimensions of the self-rating it is evidence for. Table,
 * form, filters, print and sheets follow from it.
 */
export interface Kind {
  readonly id: string;
  readonly name: Bilingual;
  /** How a summary counts it: `召开职工大会` is followed by the number and its measure word. */
  readonly counted: Bilingual;
  /** Its measure word (量词) in Chinese; 次 where it is not said. */
  readonly measureWord?: string;
  /** Only the number of such records is printed, never names or titles. */
  readonly countOnly?: boolean;
  /** The mechanism or grip under which it is kept. */
  readonly section: 'M1' | 'M2' | 'M3' | 'M4' | 'G1' | 'G2' | 'G3';
  /** A register keeps things that last; everything else happened on a day. */
  readonly isRegister?: boolean;
  /** Check items met by every record, besides those the record itself names. */
  readonly fulfils: readonly string[];
  readonly fulfilsWhen?: readonly Condition[];
  /**
   * For what is owed after an event: the field with the day on which it was done. The record's own
   * day is that of the event; while the field is empty, it is owed.
   */
  readonly doneOn?: string;
  /** Dimensions (A1 … B6) whose rating such a record can support. */
  readonly evidences: readonly string[];
  /** What is asked for, in the order of the form. */
  readonly fields: readonly Field[];
  /** Fields whose texts name a record that has no title of its own. */
  readonly titleFrom?: readonly string[];
  /** Keys of the columns of its table; where not given, the short fields in order. */
  readonly columns?: readonly string[];
}
