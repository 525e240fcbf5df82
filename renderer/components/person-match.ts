import { nameKey, soundsLike } from '../../shared/reading/name';
import { readingsOf } from './pinyin';

/**
 * Whether what was typed finds a name: a part of it, its pinyin, or the initials of that
 * (`wangr`, `wr` find 王镕). All readings of a character count, as names use rare ones; blanks,
 * dots and the width of letters do not.
 */
export function matchesName(name: string, typed: string): boolean {
  const query = nameKey(typed);
  if (query === '' || nameKey(name).includes(query)) return true;
  return soundsLike(readingsOf(nameKey(name)), query);
}
