import { compareStamps } from '../../shared/changes/stamp';
import type { KeptSet } from './damage';
import type { Journal } from './journal';

/** Sets that are made durable together. */
const batchSize = 2_000;

function chainsOf(sets: readonly KeptSet[]): Map<string, KeptSet[]> {
  const chains = new Map<string, KeptSet[]>();
  for (const kept of sets) {
    const name = `${kept.stream}/${kept.device}`;
    const chain = chains.get(name);
    if (chain) chain.push(kept);
    else chains.set(name, [kept]);
  }
  return chains;
}

/** Sets of one chain in stamp order; months never go back from one to the next. */
function inOrder(sets: readonly KeptSet[]): KeptSet[] {
  let month = '';
  return [...sets]
    .sort((a, b) => compareStamps(a.set.stamp, b.set.stamp))
    .map((kept) => {
      month = kept.month > month ? kept.month : month;
      return { ...kept, month };
    });
}

/** Writes sets into a new journal, each into its chain; `tell` hears how many are durable. */
export async function writeChains(
  journal: Journal,
  sets: readonly KeptSet[],
  tell: (count: number) => void,
): Promise<void> {
  for (const chain of chainsOf(sets).values()) {
    const ordered = inOrder(chain);
    for (let at = 0; at < ordered.length; ) {
      const first = ordered[at];
      if (!first) break;
      const rest = ordered.slice(at, at + batchSize);
      const next = rest.findIndex(({ month }) => month !== first.month);
      const batch = next < 0 ? rest : rest.slice(0, next);
      const written = batch.map(({ set }) => set);
      await journal.append(first.stream, first.device, written, first.month);
      at += batch.length;
      tell(batch.length);
    }
  }
}
