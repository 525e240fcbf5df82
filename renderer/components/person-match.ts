import { match } from 'pinyin-pro';

/**
 * Whether what was typed finds a name: a part of it, its pinyin, or the initials of that
 * (`wangr`, `wr` find 王镕). All readings of a character count, as names use rare ones.
 */
export function matchesName(name: string, typed: string): boolean {
  const query = typed.trim().toLowerCase();
  if (query === '' || name.toLowerCase().includes(query)) return true;
  return (
    /^[a-z ]+$/.test(query) &&
    match(name, query.replaceAll(' ', ''), { precision: 'first' }) !== null
  );
}
