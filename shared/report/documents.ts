import { chargeCardKind } from './charge-card';
import { chargeListKind } from './charge-list';
import { consequenceLedgerKind } from './consequence-ledger';
import type { DocumentKind } from './document-kind';
import { dutyReportKind, personalKind } from './leader';
import { partyDayRecordKind } from './party-day-record';
import { ratingFormKind } from './rating-form';
import { studyLedgerKind } from './study-ledger';
import { monthlyKind, quarterlyKind, yearlyKind } from './summary';
import { supervisionNoticeKind } from './supervision-notice';

/** Every kind of document, in the order in which they are offered. */
export const documentKinds: readonly DocumentKind[] = [
  monthlyKind,
  personalKind,
  ratingFormKind,
  quarterlyKind,
  yearlyKind,
  dutyReportKind,
  supervisionNoticeKind,
  chargeListKind,
  chargeCardKind,
  consequenceLedgerKind,
  partyDayRecordKind,
  studyLedgerKind,
];

/** The kind of that id; undefined where there is none. */
export const documentKind = (id: string): DocumentKind | undefined =>
  documentKinds.find((kind) => kind.id === id);
