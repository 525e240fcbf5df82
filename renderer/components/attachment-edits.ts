import type { Day } from '../../shared/calendar/day';
import type { Edit } from '../../shared/changes/draft';
import { edit } from '../../shared/changes/records';
import type { FileOwner } from '../../shared/insight/evidence-files';
import { newId } from '../state/workspace';

/** A file that was copied in and is not attached to a record yet. */
export interface HeldFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The edits that attach files to a record; `today` is the day they are said to be added on. */
export const attachmentEdits = (owner: FileOwner, files: readonly HeldFile[], today: Day): Edit[] =>
  files.map(({ name, bytes, sha256 }) =>
    edit('attachment', newId(), {
      ownerCollection: owner.collection,
      ownerId: owner.id,
      name,
      bytes,
      sha256,
      addedDay: today,
    }),
  );
