import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { type Draft, draftSchema, mostDrafts } from '../../shared/rpc/drafts';
import { type DataKey, SealBroken } from '../storage/data-key';
import { makeFolder, readWhole, remove, writeAside } from '../storage/files';
import type { SectionHandlers } from './handlers';
import type { WorkspaceSession } from './session';

const keptSchema = z.array(draftSchema);

/** Where drafts of what is open belong. */
export interface DraftPlace {
  /** Id of the unit; '' while none is founded. */
  readonly unit: string;
  /** Seals them; undefined where the unit is plain. */
  readonly key: DataKey | undefined;
}

/** Drafts in the app's own folder, one file a unit. What cannot be read counts as none. */
export class DraftStore {
  #last: Promise<unknown> = Promise.resolve();
  /** What was read or written, with the key it lies under: a unit may change its key. */
  readonly #known = new Map<string, { drafts: Draft[]; key: string | undefined }>();

  /** `folder` is the app's own folder on this PC. */
  constructor(private readonly folder: string) {}

  /**
   * The drafts of a place, newest first. Where the unit was encrypted, or made plain again, since
   * they were written, they are written anew as the unit is.
   */
  list(place: DraftPlace): Promise<Draft[]> {
    return this.#alone(async () => {
      const drafts = await this.#read(place);
      if (this.#known.get(place.unit)?.key !== place.key?.id) await this.#write(place, drafts);
      return drafts;
    });
  }

  /** Keeps a draft. Throws StorageError where the disk refuses. */
  put(place: DraftPlace, draft: Draft): Promise<void> {
    return this.#alone(async () => {
      const drafts = await this.#read(place);
      const others = drafts.filter(({ id }) => id !== draft.id);
      await this.#write(place, [draft, ...others].slice(0, mostDrafts));
    });
  }

  /** Lets a draft go. Throws StorageError where the disk refuses. */
  drop(place: DraftPlace, id: string): Promise<void> {
    return this.#alone(async () => {
      const drafts = await this.#read(place);
      const others = drafts.filter((draft) => draft.id !== id);
      if (others.length < drafts.length) await this.#write(place, others);
    });
  }

  #path({ unit }: DraftPlace): string {
    const name = unit === '' ? 'new' : createHash('sha256').update(unit).digest('hex').slice(0, 16);
    return join(this.folder, 'drafts', `${name}.json`);
  }

  async #read(place: DraftPlace): Promise<Draft[]> {
    const known = this.#known.get(place.unit);
    if (known) return known.drafts;
    const bytes = await readWhole(this.#path(place)).catch(() => undefined);
    if (!bytes) return [];
    const opened = place.key && openedBy(place.key, bytes, place.unit);
    const drafts = parsed(opened ?? bytes);
    this.#known.set(place.unit, { drafts, key: opened && place.key?.id });
    return drafts;
  }

  async #write(place: DraftPlace, drafts: readonly Draft[]): Promise<void> {
    const path = this.#path(place);
    if (drafts.length === 0) await remove(path);
    else {
      await makeFolder(join(this.folder, 'drafts'));
      const bytes = Buffer.from(JSON.stringify(drafts));
      await writeAside(path, place.key?.seal(bytes, contextOf(place.unit)) ?? bytes, 0o600);
    }
    this.#known.set(place.unit, { drafts: [...drafts], key: place.key?.id });
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}

const contextOf = (unit: string): string => `drafts:${unit}`;

function openedBy(key: DataKey, bytes: Buffer, unit: string): Buffer | undefined {
  try {
    return key.open(bytes, contextOf(unit));
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

function parsed(bytes: Buffer): Draft[] {
  try {
    return keptSchema.safeParse(JSON.parse(bytes.toString('utf8'))).data ?? [];
  } catch {
    return [];
  }
}

/** The calls on drafts. Of a backup that is looked at there are none. */
export function draftHandlers(
  session: WorkspaceSession,
  store: DraftStore,
): SectionHandlers<'drafts'> {
  return {
    'drafts.list': () => (session.isBrowsing ? [] : store.list(session.draftPlace())),
    'drafts.put': async (draft) => {
      if (!session.isBrowsing) await store.put(session.draftPlace(), draft);
      return null;
    },
    'drafts.drop': async ({ id }) => {
      if (!session.isBrowsing) await store.drop(session.draftPlace(), id);
      return null;
    },
  };
}
