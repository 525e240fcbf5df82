import type { DocumentKind } from './document-kind';
import { monthlyKind, quarterlyKind, yearlyKind } from './summary';

/** Every kind of document, in the order in which they are offered. */
export const documentKinds: readonly DocumentKind[] = [monthlyKind, quarterlyKind, yearlyKind];

/** The kind of that id; undefined where there is none. */
export const documentKind = (id: string): DocumentKind | undefined =>
  documentKinds.find((kind) => kind.id === id);
