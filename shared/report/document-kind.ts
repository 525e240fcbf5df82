import type { Day } from '../calendar/day';
import type { Period } from '../calendar/period';
import type { WorkCalendar } from '../calendar/workdays';
import type { Bilingual } from '../catalogue/row';
import type { State } from '../changes/state';
import { leadersOf } from '../insight/people';
import type { ReportDocument } from './blocks';
import type { Language } from './drafter';
import type { SectionName } from './template';

/** Length of the time that a document is about. */
export type DocumentSpan = 'month' | 'quarter' | 'year';

/** What a document is asked for. */
export interface DocumentRequest {
  /** Id of the leader, task or record that it is of; empty for one of the whole unit. */
  readonly subject: string;
  /** A month, quarter or year, as the kind has it. */
  readonly period: Period;
  readonly today: Day;
  readonly calendar: WorkCalendar;
  readonly language: Language;
  /** Leaves out the passages the clerk rewrote, to see the drafted text below them. */
  readonly ignorePassages?: boolean;
}

/** One of those a document can be of. */
export interface DocumentSubject {
  readonly id: string;
  /** As the user chooses it; a name or a title. */
  readonly name: string;
}

/**
 * A kind of document, declared once: what it is of, over which time, and how it is built. From
 * this come its place on the page of documents, preview, print, PDF and every other output.
 */
export interface DocumentKind {
  /** Lower-case letters and hyphens; also the first part of the ids of its passages. */
  readonly id: string;
  readonly name: Bilingual;
  readonly of: 'unit' | 'leader' | 'task' | 'record';
  /** The spans it can be made for, the usual one first. */
  readonly spans: readonly [DocumentSpan, ...DocumentSpan[]];
  /**
   * Those it can be of in a period, in the order in which they are offered; needed for tasks and
   * records only. Leaders are those in office, in order of rank.
   */
  readonly subjects?: (
    state: State,
    request: Omit<DocumentRequest, 'subject'>,
  ) => DocumentSubject[];
  /** The sections that a template can put in order, rename or leave out; none where it cannot. */
  readonly sections?: readonly SectionName[];
  /** Throws RangeError on a period of a span it does not have. */
  readonly build: (state: State, request: DocumentRequest) => ReportDocument;
}

/** Those a kind of document can be of; one without name and id where it is of the whole unit. */
export function subjectsOf(
  kind: DocumentKind,
  state: State,
  request: Omit<DocumentRequest, 'subject'>,
): readonly DocumentSubject[] {
  if (kind.of === 'unit') return [{ id: '', name: '' }];
  if (kind.subjects) return kind.subjects(state, request);
  return leadersOf(state, request.period).map(({ id, name }) => ({ id, name }));
}

/**
 * First part of the ids of a document's passages: each language has its own texts, and so has each
 * leader, task or record.
 */
export function passagesOf(
  kind: string,
  { subject, language }: Pick<DocumentRequest, 'subject' | 'language'>,
): string {
  return `${kind}${language === 'zh' ? '' : '-en'}${subject && `.${subject}`}`;
}
