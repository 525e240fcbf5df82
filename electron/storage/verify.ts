import { join } from 'node:path';
import type { ChangeSet } from '../../shared/changes/change-set';
import { restOf, StampClash } from '../../shared/changes/partial-set';
import { addPart } from '../../shared/changes/snapshot';
import { deviceOf, type Stamp } from '../../shared/changes/stamp';
import {
  Collection,
  canonical,
  emptyState,
  fold,
  type RecordState,
  type State,
} from '../../shared/changes/state';
import { misfitsOf } from '../../shared/model/collections';
import type { Attachments } from './attachments';
import { streams } from './chain';
import { strangeness } from './damage';
import { listFolder } from './files';
import type { Journal, LinePlace } from './journal';
import type { Damage, JournalLine } from './journal-scan';
import type { Replica } from './replica';
import { attachmentProblems } from './verify-attachments';
import { missingSets } from './witness';

/** One thing that is wrong, with its place: `file` inside the data folder, `line` from 1 or 0. */
export interface Problem {
  /**
   * Damage of the journal (`torn`, `line`, `chain`, `content`); `device`: a set under another
   * device's name; `clash`: one stamp
   * for two contents; `counter`, `moment`: one that no PC reaches by working; `misfit`: a value outside the model; `kept-aside`: a
   * cut-off last line lies there; `snapshot`: it differs from what the journal folds to;
   * `attachment-…`: an evidence file is missing, altered, or no record speaks of it.
   */
  readonly kind:
    | Damage['kind']
    | 'device'
    | 'clash'
    | 'misfit'
    | 'kept-aside'
    | 'snapshot'
    | 'attachment-missing'
    | 'attachment-altered'
    | 'attachment-orphan';
  readonly file: string;
  readonly line: number;
  readonly detail: string;
}

/** Whether a line holds another part of the set than the line at an earlier place. */
async function isOtherPart(journal: Journal, set: ChangeSet, earlier: LinePlace): Promise<boolean> {
  const known = await journal.readLine(earlier);
  try {
    return known !== undefined && restOf(set, known) !== undefined;
  } catch (error) {
    if (error instanceof StampClash) return false;
    throw error;
  }
}

async function problemsOf(
  line: JournalLine,
  journal: Journal,
  seen: Map<Stamp, LinePlace>,
): Promise<Problem[]> {
  const { file, line: number, set } = line;
  const place = { file, line: number };
  const problems: Problem[] = [];
  if (file.split('/')[1] !== deviceOf(set.stamp)) {
    problems.push({ kind: 'device', ...place, detail: set.stamp });
  }
  const earlier = seen.get(set.stamp);
  if (earlier && !(await isOtherPart(journal, set, earlier))) {
    problems.push({ kind: 'clash', ...place, detail: set.stamp });
  }
  seen.set(set.stamp, { file, at: line.at, end: line.end });
  const strange = strangeness(set);
  if (strange) problems.push({ kind: strange, ...place, detail: set.stamp });
  for (const { collection, id, field, reason } of set.changes.flatMap(misfitsOf)) {
    // What a newer app wrote is kept, not understood.
    if (reason.startsWith('unknown-')) continue;
    problems.push({
      kind: 'misfit',
      ...place,
      detail: `${collection} ${id} ${field}`,
    });
  }
  return problems;
}

async function keptAside(folder: string): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const stream of streams) {
    for (const device of await listFolder(join(folder, stream), 'folders')) {
      const files = await listFolder(join(folder, stream, device), 'files');
      for (const name of files.filter((file) => file.includes('.jsonl.torn-'))) {
        const file = `${stream}/${device}/${name}`;
        problems.push({ kind: 'kept-aside', file, line: 0, detail: '' });
      }
    }
  }
  return problems;
}

const canonicalRecord = (id: string, record: RecordState | undefined): string => {
  const records = new Map(record ? [[id, record]] : []);
  return canonical({
    ...emptyState(),
    collections: new Map([['record', new Collection(records)]]),
  });
};

/** The first record in which two states differ; undefined where they are the same. */
function differenceOf(a: State, b: State): string | undefined {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    for (const [name, { records }] of one.collections) {
      const others = other.collections.get(name)?.records;
      for (const [id, record] of records) {
        const twin = others?.get(id);
        if (!twin || (one === a && canonicalRecord(id, record) !== canonicalRecord(id, twin))) {
          return `${name} ${id}`;
        }
      }
    }
  }
  return undefined;
}

/**
 * Reads the whole journal: hash chains, each set against schema and model, each stamp for one content, and the
 * fold against the replica (snapshot parts and tail); then every evidence file.
 */
export async function verifyWorkspace(
  folder: string,
  journal: Journal,
  replica: Replica,
  attachments: Attachments,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const seen = new Map<Stamp, LinePlace>();
  const state = emptyState();
  const tail = [...replica.tail];
  for await (const found of journal.scan(streams)) {
    for (const item of found) {
      if (item.kind === 'set') {
        problems.push(...(await problemsOf(item, journal, seen)));
        fold([item.set], state);
      } else {
        const { kind, file, line, at } = item;
        problems.push({ kind, file, line, detail: `byte ${at}` });
      }
    }
  }
  for (const { device, count, where } of missingSets(state, (stamp) => seen.has(stamp))) {
    const detail = `${count} ← ${where}`;
    problems.push({ kind: 'lost', file: `journal/${device}`, line: 0, detail });
  }
  const isJournalWhole = problems.length === 0;
  problems.push(...(await keptAside(folder)));
  const ofFiles = await attachmentProblems(folder, attachments, state);
  // The record of a file may stand in a line that cannot be read.
  const isSure = ({ kind }: Problem) => isJournalWhole || kind !== 'attachment-orphan';
  problems.push(...ofFiles.filter(isSure));
  // Held against a damaged journal, a sound snapshot would be blamed.
  if (!isJournalWhole) return problems;
  const built = emptyState();
  for await (const part of replica.readParts()) addPart(built, part);
  fold(tail, built);
  const difference = differenceOf(state, built);
  if (difference !== undefined) {
    problems.push({
      kind: 'snapshot',
      file: 'snapshot',
      line: 0,
      detail: difference,
    });
  }
  return problems;
}
