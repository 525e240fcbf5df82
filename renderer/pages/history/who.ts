import { collectionOf, type State } from '../../../shared/changes/state';
import { h } from './texts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Name of a person, also of one who was deleted since; empty where there is none. */
export function authorName(state: State, author: string): string {
  if (author === '') return '';
  return text(collectionOf(state, 'person').records.get(author)?.values.name);
}

/** A PC in words: this one, that of a person, or its id. */
export function deviceText(state: State, device: string, own: string): string {
  if (device === own) return h('history.thisPc');
  const values = collectionOf(state, 'device').records.get(device)?.values;
  return text(values?.name) || h('history.otherPc', { device });
}
