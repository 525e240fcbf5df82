import { collection, prose, yearIn } from './collection';

/**
 * A paragraph of a document as the clerk rewrote it; id `<document>:<period>:<section>`. A document
 * of one leader, task or record is named `<document>.<its id>`.
 */
export const passage = collection({
  id: /^[a-z-]+(?:\.[0-9a-f-]{36})?:\d{4}[A-Za-z0-9-]*:[A-Za-z0-9.-]+$/,
  yearOf: (id) => yearIn(id.split(':')[1]),
  fields: {
    text: prose,
    /** The drafted text that was replaced, so that a later draft can show what differs. */
    draft: prose,
  },
});

/** Id of a passage. */
export const passageId = (document: string, period: string, section: string): string =>
  `${document}:${period}:${section}`;
