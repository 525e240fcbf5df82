import type { State } from '../../../../shared/changes/state';
import { nameOf } from '../../../../shared/insight/people';
import { g } from './texts';

/** The first few of some people by name, and how many there are in all. */
export function namesText(state: State, people: readonly string[], most = 4): string {
  const names = people.slice(0, most).map((id) => nameOf(state, id));
  const text = names.filter((name) => name !== '').join(g('names.joint'));
  return people.length > most ? `${text} ${g('names.more', { count: people.length })}` : text;
}

/** A share as an office prints it: `96%`; a dash where there is nothing to divide. */
export const percentText = (share: number | null): string =>
  share === null ? '—' : `${Math.round(share * 100)}%`;
