import type { State } from '../../../shared/changes/state';
import { isCollectionName } from '../../../shared/model/collections';
import { actionLabels, stepLabels } from '../../i18n/action-labels';
import { bilingual } from '../../i18n/i18n';
import { kindText, recordTitle } from './record-title';
import type { Filter } from './use-changes';

/** As many records as one question to main may name. */
export const mostRecords = 20_000;

/**
 * What a text stands for: actions so called, and records whose title or kind has it. Null where
 * that is too much to ask for.
 */
export function aboutText(state: State, text: string): Filter['about'] | null {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return undefined;
  const has = (words: string) => words.toLowerCase().includes(wanted);
  const labels = Object.entries({ ...actionLabels, ...stepLabels })
    .filter(([, words]) => has(bilingual(words)))
    .map(([label]) => label);
  const records: { collection: string; id: string }[] = [];
  for (const [collection, { records: all }] of state.collections) {
    if (!isCollectionName(collection)) continue;
    const isKind = has(kindText(collection));
    for (const id of all.keys()) {
      if (isKind || has(recordTitle(state, collection, id))) records.push({ collection, id });
      if (records.length > mostRecords) return null;
    }
  }
  return { labels, records };
}
