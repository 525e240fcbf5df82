import type { DocumentKind } from './document-kind';
import { monthlyKind } from './monthly';

/** Every kind of document, in the order in which they are offered. */
export const documentKinds: readonly DocumentKind[] = [monthlyKind];

/** The kind of that id; undefined where there is none. */
export const documentKind = (id: string): DocumentKind | undefined =>
  documentKinds.find((kind) => kind.id === id);
